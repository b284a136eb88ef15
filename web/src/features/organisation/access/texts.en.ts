import type { SameTexts } from '@/i18n/language'
import type zh from './texts.zh'

const en: SameTexts<typeof zh> = {
  grants: {
    title: 'Grants',
    none: 'No grants for a time: all rights come from the posts.',
    period: '{post}, {from} to {until}',
  },
  glass: {
    title: 'Breaking the glass',
    what: 'For an emergency in which complaints beyond your post must be seen. It lasts a quarter of an hour, opens a limited number of fields, and somebody else rules on it afterwards; all is recorded.',
    begin: 'Break the glass',
    happens: 'It begins at once: you will see complaints and personal data beyond your post. Your name, the reason and what you open are recorded, and somebody else rules within 24 hours; until then you cannot do it again.',
    confirm: 'I understand, begin',
    reason: 'Reason',
    reason_hint: 'Say why the usual way cannot be waited for. Kept encrypted; no personal data of customers.',
    begun: 'Begun: until {until}, at most {fields} fields; somebody else rules before {rule}.',
  },
  glasses: {
    title: 'Broken glasses',
    what: 'Who saw more than the post does in an emergency, and what somebody else ruled.',
    none: 'Nobody has broken the glass',
    none_why: 'What is begun appears here and has to be ruled on in time by somebody else.',
    waiting: 'To be ruled on',
    overdue: 'Ruling overdue',
    justified: 'Justified',
    unjustified: 'Not justified',
    reason: 'Reason: {reason}',
    used: '{from} to {until}, {fields} fields of at most {max}',
    before: 'To be ruled on before {at}',
    ruled: 'Ruled by {name}, {at}',
    rule: 'Rule',
    ruling: 'Justified or not',
    rule_happens: 'Until you rule, {name} cannot do it again. A ruling cannot be changed; all is recorded.',
    confirm: 'Give the ruling',
  },
  sign_ins: {
    title: 'Sign-ins',
    last_at: 'Time',
    kind: 'What',
    name: 'Who',
    remote: 'From',
    device: 'Device',
    amount: 'Times',
    from: 'From this day',
    before: 'Before this day',
    nobody: 'Nobody has this login',
    none: 'No such sign-ins',
    none_why: 'Signing in, failures and signing out are recorded here.',
  },
  sign_in: { entered: 'Signed in', entered_again: 'Showed again who one is', failed: 'Failed', locked: 'Has to wait', left: 'Signed out', ended: 'Was signed out' },
}

export default en
