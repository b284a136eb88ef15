import type { SameTexts } from '@/i18n/language'
import type zh from './texts.zh'

const en: SameTexts<typeof zh> = {
  title: 'Reminders of limits',
  menu: 'Reminders',
  view: { label: 'View', yours: 'For me', open: 'All that wait', all: 'All' },
  field: {
    subject_number: 'Number', kind: 'Kind', span: 'Limit', due_at: 'Due', rung: 'Reminded', sent_at: 'Sent', unit_id: 'Unit', outlet_id: 'Outlet', acknowledged: 'Acknowledged',
  },
  kind: { overdue: 'Up the ladder', warning: 'Before due', resting: 'Excluded period' },
  rung: {
    owner: 'Handler', unit_head: 'Head of the unit', officer: 'Consumer-protection officer', branch: 'Officer of the branch', head_office: 'Head-office department', complaint_head: 'Head of consumer protection',
    superior: 'Superior unit', executive: 'Executive',
  },
  limit: {
    decide: 'Decision on a complaint and its notice',
    decide_pboc: 'Reply to a complaint passed on by the People\'s Bank',
    sign_in: 'Sign-in of a regulator\'s referral',
    first_contact: 'First contact with the complainant',
    triage: 'Triage',
    handling: 'Handling as the bank promises itself',
    callback: 'Callback',
    consultation_answer: 'Answer to a consultation',
    suggestion_answer: 'Answer to a suggestion',
    praise_answer: 'Thanks for praise',
    referral_first_contact: 'First contact on a regulator\'s referral',
    referral_answer: 'Answer to a referral',
    next_contact: 'Next contact with the complainant',
    task: 'A task of another unit',
    awaited_task: 'An answer that is waited for',
    preservation: 'Preservation of evidence',
    other: 'A limit of the bank\'s own',
  },
  rested: ', one day excluded so far | , {days} days excluded so far',
  none: { yours: 'No reminder waits for you', open: 'No reminder waits', all: 'No reminders' },
  none_why: {
    yours: 'When a limit comes near, has passed or has long been excluded, what reaches your post stands here. Reminders of others whose cases you see are under "All that wait".',
    open: 'No reminder of the units you see waits to be acknowledged. Those that were are under "All".',
    all: 'No reminder has been sent yet in the units you see.',
  },
  news: {
    title: 'For you',
    assigned: 'was given to you: please take it over',
    assigned_to_unit: 'was given to your unit; nobody has taken it over',
    granted: '{matter} that you asked for was granted',
    refused: '{matter} that you asked for was refused',
    handed_back: '{matter} was handed back to you, to be mended and asked again',
    seen: 'Seen',
    seen_one: 'Seen: {number}',
    more: 'There are earlier ones; they come when these are dealt with.',
  },
  matter: { decision: 'The decision', extension: 'The extension', offer: 'The offer', other: 'The matter' },
  acknowledge: 'Acknowledge',
  acknowledge_one: 'Acknowledge the reminder: {number}',
  head_office: 'Head office',
  waits: 'Waits',
  selected: 'One reminder for you chosen | {count} reminders for you chosen',
  unselect: 'Choose none',
  happens: 'Acknowledges one reminder: the story of its case will say that you have seen it. The limit runs on, and while nothing is done the ladder goes on. | Acknowledges {count} reminders: the story of each case will say that you have seen it. The limits run on, and while nothing is done the ladder goes on.',
  did: '{done} acknowledged, {refused} refused.',
}

export default en
