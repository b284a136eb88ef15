// What may be done with a referral in which state, by whom, and what has to be told with it. Follows the server's
// table (src/modules/referrals/rules.cpp), which decides. Pure.
import type { ReferralItem } from '@/api/types'

export type State = ReferralItem['state']
export type Action = 'sign_in' | 'contact' | 'take_up' | 'draft' | 'approve' | 'send_back' | 'fill_back' | 'rework' | 'finish'

export const states = ['received', 'signed_in', 'contacted', 'working', 'account_drafted', 'account_approved',
  'filled_back', 'returned', 'done'] as const satisfies readonly State[]

// The first is the next step.
const steps: Record<State, readonly Action[]> = {
  received: ['sign_in'],
  signed_in: ['contact'],
  contacted: ['take_up', 'contact'],
  working: ['draft', 'contact'],
  account_drafted: ['approve', 'draft', 'send_back', 'contact'],
  account_approved: ['fill_back', 'contact'],
  filled_back: ['finish', 'rework'],
  returned: ['take_up', 'contact'],
  done: [],
}

const permissions: Record<Action, string> = {
  sign_in: 'referral.sign_in', contact: 'referral.handle', take_up: 'referral.handle', draft: 'referral.handle',
  approve: 'referral.approve', send_back: 'referral.approve', fill_back: 'referral.handle', rework: 'referral.handle',
  finish: 'referral.handle',
}

export interface Asker {
  may: (permission: string) => boolean
  person_id: number | undefined
}

// Whoever drafted the account does not approve it.
export function actions_of(referral: Pick<ReferralItem, 'state'> & { drafted_by_id?: number | null }, asker: Asker): Action[] {
  return steps[referral.state].filter((action) => asker.may(permissions[action])
    && !(action === 'approve' && referral.drafted_by_id === asker.person_id))
}

export interface ActionField {
  key: string
  kind: 'lines' | 'text' | 'date' | 'moment' | 'choice'
  required?: boolean
  choices?: readonly string[]
  // Chosen at first.
  first?: string
  // Sent as true or false.
  is_truth?: boolean
  max?: number
}

const note: ActionField = { key: 'note', kind: 'lines', max: 5000 }
const part = (key: string, required: boolean): ActionField => ({ key, kind: 'lines', required, max: 10_000 })

export const account_parts = ['basic_facts', 'contacts', 'findings', 'outcome', 'responsibility', 'rectification'] as const
export const needed_parts = account_parts.slice(0, 4)

// `at` left open means now.
export const fields_of: Record<Action, readonly ActionField[]> = {
  sign_in: [{ key: 'at', kind: 'moment' }],
  contact: [
    { key: 'means', kind: 'choice', choices: ['phone', 'sms', 'letter', 'visit', 'other'], first: 'phone' },
    { key: 'is_reached', kind: 'choice', choices: ['true', 'false'], first: 'true', is_truth: true },
    { key: 'at', kind: 'moment' }, note,
  ],
  take_up: [note],
  draft: account_parts.map((key, index) => part(key, index < needed_parts.length)),
  approve: [note],
  send_back: [{ key: 'reason', kind: 'lines', required: true, max: 5000 }],
  fill_back: [{ key: 'proof', kind: 'text', required: true, max: 200 }, { key: 'at', kind: 'moment' }],
  rework: [{ key: 'reason', kind: 'lines', required: true, max: 5000 }, { key: 'due_on', kind: 'date' }],
  finish: [
    { key: 'result', kind: 'choice', choices: ['satisfied', 'basically_satisfied', 'dissatisfied', 'not_reached', 'not_called'], first: 'satisfied' },
    note,
  ],
}
