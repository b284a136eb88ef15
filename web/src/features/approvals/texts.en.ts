import type { SameTexts } from '@/i18n/language'
import type zh from './texts.zh'

const en: SameTexts<typeof zh> = {
  list: {
    title: 'Approvals',
    none: 'No approval fits',
    none_waiting: 'Nothing waits for your word',
    none_why: 'Here is what was laid before your post: decisions, extensions and offers.',
  },
  view: { label: 'View', waiting: 'Waiting for me', settled: 'Settled', all: 'All' },
  field: { subject_number: 'Complaint', matter: 'Matter', title: 'About', amount_fen: 'Amount', due_at: 'Complaint due', asked_by_id: 'Asked by', asked_at: 'Asked at', state: 'State', reason: 'What you say' },
  matter: { decision: 'Decision', extension: 'Extension', offer: 'Offer' },
  state: { waiting: 'Waiting', granted: 'Granted, not in effect yet', spent: 'Granted', refused: 'Refused', handed_back: 'Handed back', taken_back: 'Taken back', lapsed: 'Lapsed' },
  outcome: { supported: 'supported', partly_supported: 'partly supported', not_supported: 'not supported', settled: 'settled' },
  span: { decide: 'decision on a complaint and its notice', decide_pboc: 'complaint passed on by the People\'s Bank' },
  input: {
    outcome: 'Outcome', amount_fen: 'Amount', demand_fen: 'Demanded', span: 'Limit', to_total: 'Extended to', days: '{count} days in all', until_on: 'Valid until', findings: 'Findings', decision: 'Decision',
    grounds: 'Grounds', remedies: 'Remedies', terms: 'Terms', reason: 'Reason',
  },
  office: {
    owner: 'Handler', unit_head: 'Head of the handling unit', officer: 'Consumer-protection officer', branch: 'Branch', head_office: 'Head-office department', complaint_head: 'Head of complaint work',
    superior: 'Head of the superior unit', executive: 'Executive',
  },
  page: {
    title: 'Approval',
    of: '{matter}: approval for {number}',
    asked_for: 'What is asked for',
    your_word: 'Your word',
    yours: 'You asked for this',
    steps: 'Steps',
    or: ' or ',
    waits: 'Waiting',
    rule: 'Rule',
    by_rule: 'Approval rule, version {version} ({source})',
    asked: 'Asked by {who}, {at}',
    on_behalf: '(for {name})',
    reason: 'What was said: ',
    subject: 'The complaint',
    open: 'Open the complaint',
    claim: 'Claim: ',
  },
  verdict: {
    grant: { name: 'Grant', done: 'granted', happens: 'After the last step it takes effect: a decision gets its number and the handler tells the customer. Where there is another step, it goes on to that.' },
    hand_back: { name: 'Hand back', done: 'handed back', happens: 'Goes back to be mended and asked again, with your reason. The regulatory limit does not stop.' },
    refuse: { name: 'Refuse', done: 'refused', happens: 'It is not granted, with your reason; another may be asked for.' },
  },
  take_back: { title: 'Take back', happens: 'You may mend it and ask again. The regulatory limit does not stop.' },
}
export default en
