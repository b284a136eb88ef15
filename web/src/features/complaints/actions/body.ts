// From what stands in the fields to what is sent, and what stands in them at first. Pure.
import { date_of, instant_of } from '@/i18n/time'
import { fen_in } from '@/ui/money'
import { whole_in } from '@/ui/whole'
import type { Case, Field, Value, Values } from './types'

const empty: Partial<Record<Field['kind'], Value>> = { choices: [], codes: [], yes: false }
const as_number: readonly Field['kind'][] = ['score', 'unit', 'person', 'case', 'task', 'file']

export function first_values(fields: readonly Field[], it: Case): Values {
  const values: Values = {}
  for (const field of fields) {
    values[field.name] = field.first?.(it) ?? empty[field.kind] ?? ''
  }
  return values
}

export const shown_fields = (fields: readonly Field[], values: Values, it: Case): Field[] =>
  fields.filter((field) => field.shown?.(values, it) ?? true)

// Fields that are empty or not shown are not sent; a dotted name leads into a part.
export function body_of(fields: readonly Field[], values: Values, it: Case): Record<string, unknown> {
  const body: Record<string, unknown> = {}
  for (const field of shown_fields(fields, values, it)) {
    const sent = value_of(field, values[field.name])
    if (sent !== undefined) put(body, field.name.split('.'), sent)
  }
  return body
}

// What can be told without the server: what has to be there and is not, and what is no number. By field the key of a
// sentence.
export function faults_of(fields: readonly Field[], values: Values, it: Case): Record<string, string> {
  const faults: Record<string, string> = {}
  for (const field of shown_fields(fields, values, it)) {
    const fault = fault_of(field, values, it)
    if (fault) faults[field.name] = fault
  }
  return faults
}

function fault_of(field: Field, values: Values, it: Case): string | undefined {
  const value = values[field.name]
  if (typeof value === 'boolean') return undefined
  const text = Array.isArray(value) ? value.join('') : value?.trim() ?? ''
  if (!text) return is_needed(field, values, it) ? 'ui.form.needed' : undefined
  if (field.kind === 'money' && fen_in(text) === undefined) return 'ui.form.no_amount'
  return field.kind === 'number' && whole_in(text) === undefined ? 'ui.form.no_number' : undefined
}

export const is_needed = (field: Field, values: Values, it: Case): boolean => !field.is_optional || (field.needed?.(values, it) ?? false)

function value_of(field: Field, value: Value | undefined): unknown {
  if (typeof value === 'boolean') return value
  if (Array.isArray(value)) return value.length || !field.is_optional ? value : undefined
  const text = value?.trim() ?? ''
  if (!text) return undefined
  // What is no number is found by `faults_of`; should it be sent, it goes as it is and the server says so.
  if (field.kind === 'money') return fen_in(text) ?? text
  if (field.kind === 'number') return whole_in(text) ?? text
  if (field.kind === 'moment') return instant_of(text)
  return as_number.includes(field.kind) ? Number(text) : text
}

function put(into: Record<string, unknown>, [first = '', ...rest]: string[], value: unknown): void {
  if (!rest.length) into[first] = value
  else put((into[first] ??= {}) as Record<string, unknown>, rest, value)
}

// A day of the bank's calendar, from today.
export const day_from_today = (days: number): string => date_of(new Date(Date.now() + days * 86_400_000))

// A minute of the bank's clock, as fields have it.
const minute_of = (instant: number): string => new Date(instant + 8 * 3_600_000).toISOString().slice(0, 16)

// Now, as long as that minute began after the case came in; else the server's own now holds.
export function now_of(it: Case): string {
  const minute = minute_of(Date.now())
  return minute > minute_of(Date.parse(it.complaint.received_at)) ? minute : ''
}
