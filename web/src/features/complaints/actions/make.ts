// How the table of actions is written: an address to post to, and fields by their kind.
import { post } from '@/api/client'
import type { Address, Asked } from '@/api/types'
import { open_states } from '../filters'
import type { Action, Case, Field, FieldKind, Target, Values } from './types'

type Told<Row extends Target> = Omit<Action<Row>, 'path' | 'send' | 'group' | 'fields'> & Partial<Pick<Action<Row>, 'group' | 'fields'>>
type Posted = Address<'post'>

// The one place where a body built of fields becomes that of an operation: table.test.ts holds every field of the
// table against the server's own description.
export function action<P extends Posted, Row extends Target = Target>(path: P, told: Told<Row>): Action<Row> {
  return {
    group: 'work',
    fields: [],
    ...told,
    path,
    send: (id, body, conduct) => post(path, { path: { id }, body, ...conduct } as unknown as Asked<P, 'post'>),
  }
}

type More = Omit<Field, 'name' | 'kind'>
const of_kind = (kind: FieldKind) => (name: string, more: More = {}): Field => ({ name, kind, ...more })

export const line = of_kind('line')
export const lines = of_kind('lines')
export const yes = of_kind('yes')
export const date = of_kind('date')
export const moment = of_kind('moment')
export const money = of_kind('money')
export const number = of_kind('number')
export const score = of_kind('score')
export const unit = of_kind('unit')
export const person = of_kind('person')
export const clock = of_kind('clock')
export const other_case = of_kind('case')
export const task = of_kind('task')
export const file = of_kind('file')
export const choice = (name: string, choices: readonly string[], more: More = {}): Field => ({ name, kind: 'choice', choices, ...more })
export const choices = (name: string, all: readonly string[], more: More = {}): Field => ({ name, kind: 'choices', choices: all, ...more })
export const code = (name: string, taxonomy: string, more: More = {}): Field => ({ name, kind: 'code', taxonomy, ...more })
export const codes = (name: string, taxonomy: string, more: More = {}): Field => ({ name, kind: 'codes', taxonomy, ...more })

// Where choices have their words.
export const list = (name: string) => (value: string) => `complaints.actions.choice.${name}.${value}`
export const of_tier = (value: string) => `complaints.tier.${value}`
export const of_urgency = (value: string) => `complaints.urgency.${value}`
export const of_outcome = (value: string) => `complaints.actions.editor.outcome.${value}`

// How the complainant was told, or agreed; whole, once anything of it is told.
export const notice = (name: string, wanted: (values: Values) => boolean = () => false): Field[] => {
  const parts = ['on', 'means', 'proof'].map((part) => `${name}.${part}`)
  const needed = (values: Values) => wanted(values) || parts.some((part) => !!values[part])
  return notice_fields(name).map((field) => ({ ...field, needed }))
}
const notice_fields = (name: string): Field[] => [
  { name: `${name}.on`, kind: 'date', is_optional: true },
  { name: `${name}.means`, kind: 'choice', choices: ['letter', 'handed_over', 'sms', 'email', 'recorded_call'], words: list('notice_means'), is_optional: true },
  { name: `${name}.proof`, kind: 'line', is_optional: true },
]

export const optional = { is_optional: true } as const
export const at_work = open_states.slice(1)
export const undecided = open_states.slice(0, 4)

export const is = (name: string, ...values: string[]) => (all: Values) => values.includes(String(all[name]))
export const is_handler = (it: Case) => it.complaint.handler_id === it.person_id
