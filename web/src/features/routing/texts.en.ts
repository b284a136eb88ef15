import type { SameTexts } from '@/i18n/language'
import type zh from './texts.zh'

const en: SameTexts<typeof zh> = {
  title: 'Rules of assignment',
  what: 'Where nobody names a unit, the rules are compared from the top, and the first that fits counts; a unit of the person complained of is passed over. Where none fits, somebody names the unit.',
  read_only: 'You may look; changing them takes a right of its own.',
  add: 'Add a rule',
  none: 'There are no rules of assignment',
  none_why: 'Without rules somebody names the unit for each complaint.',
  condition: '{name}: {value}',
  and: ', ',
  all_others: 'All other complaints',
  place: 'Rule {number}',
  column: { place: 'Order', when: 'Which complaints', to: 'Go to', do: 'Actions' },
  field: {
    source: 'Source', intake_channel: 'Intake channel', business_channel: 'Business channel', business: 'Business', cause: 'Cause', tier: 'Tier', destination: 'Goes to', unit_id: 'Unit',
  },
  tier: { ordinary: 'Ordinary', complex: 'Complex', major: 'Major' },
  destination: { unit: 'A certain unit', outlet: 'The outlet concerned', sub_branch: 'Its sub-branch', branch: 'Its branch' },
  up: 'Move rule {number} up',
  down: 'Move rule {number} down',
  change: 'Change',
  change_one: 'Change rule {number}',
  remove: 'Remove',
  remove_one: 'Remove rule {number}',
  unsaved: 'Not saved yet: {added} new or rewritten, {removed} taken away.',
  discard: 'Discard the changes',
  panel: {
    add: 'Add a rule',
    change: 'Change the rule',
    happens: 'It joins the list and counts once you press "Save the rules" there. A class holds of all finer ones.',
    when: 'Which complaints (nothing chosen: any)',
    to: 'To whom',
    any: 'Any',
    take: 'Put in the list',
    take_change: 'Rewrite this rule',
  },
  save: {
    open: 'Save the rules',
    title: 'Save the rules of assignment',
    happens: 'Then there are {count} rules: {added} new or rewritten, {removed} taken away',
    reordered: 'the order changes',
    from_now: 'only assignments from now on follow them, what was assigned stays; this change is recorded.',
    then: '; ',
    refused_at: 'The trouble is rule {number}.',
    confirm: 'Save',
  },
}

export default en
