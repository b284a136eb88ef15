import type { SameTexts } from '@/i18n/language'
import type zh from './texts.zh'

const en: SameTexts<typeof zh> = {
  title: 'Posts and rights',
  what: 'Rights go with posts: what somebody may do follows from the post. What was added for a time stands under "Grants" on the person\'s page.',
  page: 'Post',
  back: 'All posts',
  missing: 'There is no such post',
  missing_why: 'It may have another name now: look among all posts.',
  column: { name: 'Post', kinds: 'Stands in', duty: 'Duty', count: 'Rights', marks: 'Notes', permission: 'What it may do', reach: 'How far', sensitivity: 'Personal data it sees' },
  and: ', ',
  count: '{count}',
  none: 'None',
  level: { bank: 'head office', branch: 'branch', sub_branch: 'sub-branch', outlet: 'outlet', department: 'department' },
  kinds_at: '{kinds} ({levels} only)',
  mark: {
    is_system: 'Keeps the system',
    needs_second_factor: 'One-time code at sign-in',
    may_break_glass: 'May break the glass',
    leads_complaints: 'Leads complaints',
  },
  mark_means: {
    is_system: 'Keeps system and accounts, sees no customer data, and holds no post of business beside it.',
    needs_second_factor: 'Besides the password a one-time code is asked for.',
    may_break_glass: 'In an emergency it opens complaints beyond the post for a quarter of an hour; somebody else rules on it afterwards.',
    leads_complaints: 'Leads the handling of complaints in its institution, and approves what rules ask such a person to approve.',
  },
  rights: 'What it may do ({count})',
  reach_means: 'How far says which cases: "The unit" is the unit one is appointed in with all below, "The department" what was dispatched to it.',
  details: 'Operations ({count})',
  empty: 'This post has no rights of its own',
  empty_why: 'Whoever holds it sees what everybody who is signed in sees, as the organisation, the limits and the calendar.',
  holders: 'Who holds a post stands on the page of each unit.',
  module: {
    break_glass: 'Breaking the glass', case: 'Case library', clock: 'Limits', complaint: 'Complaints', import: 'Imports', intake: 'Other intakes', objection: 'Objections to answers', organisation: 'Units',
    people: 'People', referral: 'Regulator referrals', sessions: 'Sessions', sign_ins: 'Sign-ins', system: 'System', tip_off: 'Tip-offs',
  },
  permission: {
    break_glass: { read: 'See broken glasses', rule: 'Rule on broken glasses' },
    case: { publish: 'Publish and withdraw cases', read: 'Read cases and guides', write: 'Write cases' },
    clock: { acknowledge: 'Acknowledge reminders of limits', read: 'See reminders of limits' },
    complaint: {
      archive: 'File in the archive', assign: 'Assign and raise', attach: 'Add attachments', call_back: 'Call back', check_sample: 'Check samples', classify: 'Change the classification', close: 'Close', configure: 'Set the rules of assignment',
      contact: 'Contact the complainant, ask for supplements', exclude: 'Leave days out', export: 'Export', extend: 'Extend', handle: 'Handle: offers, proposals, answers, tasks', object: 'Object to a responsibility finding',
      open_personal: 'Open personal data', preserve: 'Preserve evidence', read: 'See complaints', register: 'Register complaints', restart: 'Begin the limit anew', review: 'Find responsibility and root causes', search: 'Search by number',
      set_date: 'Agree on or set a due date', supervise: 'Supervision orders', triage: 'Triage', void_attachment: 'Void attachments', withdraw: 'Record withdrawals',
    },
    import: { run: 'Import data' },
    intake: { consultation: 'Register consultations', on_the_spot: 'Note dissatisfaction on the spot', petition: 'Register petitions', praise: 'Register praise', suggestion: 'Register suggestions' },
    objection: { acknowledge: 'Deal with objections to answers', read: 'See objections to answers' },
    organisation: { change: 'Open, change and close units' },
    people: { appoint: 'Hire, appoint, transfer, leave', approve_reset: 'Approve password resets', change: 'Change details, suspend', grant: 'Grant and end grants', reset: 'Ask for password resets', substitute: 'Name substitutes for others' },
    referral: { approve: 'Approve written accounts', export: 'Export', handle: 'Handle and fill back', open_personal: 'Open personal data', read: 'See referrals', sign_in: 'Sign in' },
    sessions: { end: 'See and end the sessions of others' },
    sign_ins: { read: 'See the record of sign-ins' },
    system: { read: 'See how the system runs' },
    tip_off: { assign: 'Assign inquiries', decide: 'Decide and close', open_personal: 'Open personal data', read: 'See tip-offs', register: 'Register tip-offs' },
  },
}

export default en
