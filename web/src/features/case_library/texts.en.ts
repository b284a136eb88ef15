import type { SameTexts } from '@/i18n/language'
import type zh from './texts.zh'

const en: SameTexts<typeof zh> = {
  title: 'Case library',
  and: ', ',
  none: 'No cases',
  none_why: 'Cases drawn from closed complaints stand here, without anything about persons; they are offered while a complaint of the same kind is handled.',
  state: { draft: 'Draft', published: 'Published', withdrawn: 'Withdrawn' },
  range: { from: '{from} and more', between: '{from} to {to}' },
  field: {
    title: 'Title',
    business: 'Business',
    cause: 'Cause',
    state: 'State',
    amount: 'Range of amounts',
    amount_from: 'Amount from (yuan)',
    amount_to: 'Amount to (yuan)',
    written_at: 'Written',
    published_at: 'Published',
    facts: 'What happened',
    right_handling: 'Handled right',
    wrong_handling: 'Handled wrong',
    wording: 'Words to use',
    note: 'Note',
  },
  new: {
    title: 'Write a case',
    what: 'No names, numbers of documents, cards or telephones; amounts as ranges. Somebody else reads and publishes it.',
    amount: 'Tell an amount, such as 600',
    send: 'Submit',
  },
  move: {
    publication: 'Publish',
    publication_happens: 'The whole bank sees this case, and it is offered with complaints of its kind. Who wrote it cannot publish it.',
    withdrawal: 'Take out',
    withdrawal_happens: 'The case is neither offered nor listed any more; its record stays.',
  },
  guides: {
    title: 'Guides',
    find: 'Find by business or topic',
    none: 'No such guide',
    questions: 'What to ask',
    evidence: 'Evidence and where it lies',
    authority: 'Authority',
    usual_outcome: 'Usual outcome',
    wording: 'Words to use',
  },
}

export default en
