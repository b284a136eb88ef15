import type { SameTexts } from '@/i18n/language'
import type zh from './texts.zh'

const en: SameTexts<typeof zh> = {
  title: 'Objections',
  one: 'Objection to an answer',
  view: { label: 'View', waiting: 'Waiting', acknowledged: 'Acknowledged', all: 'All' },
  field: {
    number: 'Complaint', reason: 'What is disputed', state: 'State', made_at: 'Made at', waited: 'Has waited', unit_id: 'Unit that answered', superior_id: 'Superior unit', acknowledged_by: 'Acknowledged by', note: 'Note', proof: 'How it was made',
  },
  state: { waiting: 'Waiting', acknowledged: 'Acknowledged' },
  proof: { signed_paper: 'signed paper', recorded_call: 'recorded call', written_message: 'written message', sms_code: 'online, with a code by SMS' },
  days: 'today | {days} day | {days} days',
  none: { waiting: 'No objection waits', acknowledged: 'None was acknowledged', all: 'No objections' },
  none_why: 'When a consumer does not agree with the answer of a unit below and says so within thirty days, it reaches the unit above and stands here.',
  open_case: 'Open complaint {number}',
  happens: 'The consumer then sees that the unit above has the objection and is looking at it. It becomes part of the story of the case.',
  acknowledge: 'Acknowledge',
}

export default en
