import type { SameTexts } from '@/i18n/language'
import type zh from './texts.zh'

const en: SameTexts<typeof zh> = {
  title: 'Search',
  field: 'Words to look for',
  hint: 'Words parted by blanks must all be there; quotation marks hold words together, as in “full refund”.',
  look: 'Search',
  kinds: 'By kind',
  results: 'What was found',
  kind: { all: 'All', complaint: 'Complaints', referral: 'Referrals', unit: 'Units', person: 'People' },
  bureau: { nfra: '12378 referral', pboc: '12363 referral', city: '12345 referral' },
  one: { unit: 'Unit', person: 'Person' },
  told: { all: '{count} found. | {count} found.', so_far: '{count} listed, more to come. | {count} listed, more to come.' },
  unread: '{count} recent entry is not in the index yet; something may be missing just now. | {count} recent entries are not in the index yet; something may be missing just now.',
  column: { thing: 'Number or name', kind: 'Kind', place: 'Found in', excerpt: 'Text', state: 'State', at: 'Received' },
  place: {
    number: { complaint: 'Complaint number', referral: 'Referral number', unit: 'Unit code', person: 'Staff number' },
    source_number: { complaint: 'Number at the source' },
    name: { unit: 'Name of the unit', person: 'Name' },
    name_en: { unit: 'English name' },
    summary: { complaint: 'Summary' },
    description: { complaint: 'What happened' },
    claim: { complaint: 'Claim' },
    topic: { referral: 'Matter' },
    wording: { referral: 'What is complained of' },
    demand: { referral: 'Claim' },
  },
  unit: { open: 'Open', closed: 'Closed' },
  none: {
    title: 'Nothing found',
    why: 'Try fewer words, or others. You find only what you may see; names, telephones, document and card numbers, e-mails and addresses of who complains are not found by words.',
    why_of_kind: 'There is nothing of this kind; try all kinds.',
    every_kind: 'Show all kinds',
  },
  begin: {
    title: 'What are you looking for?',
    why_cases: 'You find complaints and referrals by number, matter, what happened and what is claimed, and units and people by name and number. To protect customers, what you type is kept nowhere in the browser: after loading the page again, type it once more.',
    why: 'You find units and people by name and number. What you type is kept nowhere in the browser: after loading the page again, type it once more.',
  },
  person: {
    looks: 'This seems to contain a customer\u2019s {kind}. Words never find one; you may look for complaints by it instead.',
    recorded: 'Looking by number is recorded: who looked, when, by which kind of number and how many were found, not the number itself.',
    go: 'Find complaints by {kind}',
    not_yours: 'This seems to contain a customer\u2019s {kind}. Words never find one, and looking for complaints by it is not for your post.',
    kind: { phone: 'telephone number', identity_number: 'document number', credit_code: 'credit code', card_number: 'card number', email: 'e-mail address' },
  },
}

export default en
