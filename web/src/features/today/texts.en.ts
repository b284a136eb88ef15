import type { SameTexts } from '@/i18n/language'
import type zh from './texts.zh'

const en: SameTexts<typeof zh> = {
  page: { title: 'Today', as_of: '{unit}, as of {at}', print: 'Print the daily report' },
  number: {
    label: 'Figures of today',
    received: 'Received today',
    referred: 'of which regulator referrals',
    in_hand: 'In hand',
    due_soon: 'Due within 3 days',
    overdue: 'Overdue',
    approvals: 'For me to approve',
    more: '{count}+',
    yesterday: 'yesterday {count}',
    week_ago: 'a week ago {count}',
  },
  must: {
    title: 'To be done today',
    none: 'Nothing must be done today',
    none_why: 'Nothing is overdue, due today, unsigned or waiting for your approval.',
    deed_on: '{deed}: {number}',
    column: { kind: 'Why', matter: 'Matter', whose: 'Whose', due: 'Due', deed: 'Do' },
    kind: {
      overdue: 'Overdue',
      due_today: 'Due today',
      referral_overdue: 'Referral overdue',
      referral_due_today: 'Referral due today',
      referral_unsigned: 'Referral not signed in',
      referral_uncontacted: 'Referral without first contact',
      supervision_due: 'Supervision unanswered',
      task_due: 'Task unanswered',
      promise_due: 'Commitment due',
      evidence_ending: 'Evidence about to be lost',
      approval_waiting: 'For approval',
    },
    action: {
      open: 'Open',
      chase: 'Chase',
      sign_in: 'Sign in',
      contact: 'Contact',
      reply: 'Reply',
      answer: 'Answer',
      fulfil: 'Fulfil',
      secure: 'Secure evidence',
      approve: 'Approve',
    },
  },
  unusual: {
    title: 'Unusual today',
    none: 'Nothing unusual: every kind of complaint is about as frequent as in the four weeks before, and no texts repeat.',
    business_cause: {
      week: '{what}: {count} in the last seven days, {usual} a week in the four weeks before',
      day: '{what}: {count} so far today, {usual} on this weekday in the four weeks before',
    },
    similar_texts: {
      week: '{count} complaints of nearly the same text in the last seven days, the newest {number}',
      day: '{count} complaints of nearly the same text today, the newest {number}',
    },
  },
  week: {
    title: 'The week ahead',
    none: 'Nothing falls due in the next seven days',
    sentence: '{count} fall due in the next seven days, most on {day} ({most})',
    at_least: 'At least {count} fall due in the next seven days, most on {day} (at least {most})',
    rest: '{day}\noff',
    axis: 'Due on',
    unit: 'Matters',
    complaints: 'Complaints',
    referrals: 'Referrals',
    asked: 'Supervision and tasks',
    promises: 'Commitments',
    evidence: 'Evidence',
  },
}

export default en
