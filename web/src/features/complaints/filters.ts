// The filters of the list as they stand in the address and go to the server: names and codes only, never a word
// about a person. Pure.
import type { LocationQuery, LocationQueryRaw } from 'vue-router'

export const states = ['registered', 'accepted', 'assigned', 'handling', 'proposed', 'decided', 'answered',
  'closed', 'withdrawn', 'redirected', 'refused', 'joined'] as const
export type State = typeof states[number]
export const open_states: readonly State[] = states.slice(0, 7)

// In the order in which they are offered; those of a taxonomy say which.
export const filter_names = ['state', 'handler_id', 'due_from', 'due_before', 'handling_unit_id', 'outlet_id', 'business', 'cause', 'source', 'intake_channel',
  'business_channel', 'product', 'customer_group', 'customer_kind',
  'tier', 'urgency', 'is_repeat', 'kind', 'next_contact_before', 'received_from', 'received_before'] as const
export type FilterName = typeof filter_names[number]

export const taxonomy_of: Partial<Record<FilterName, string>> = {
  business: 'business', cause: 'cause', source: 'source', intake_channel: 'intake_channel',
  business_channel: 'business_channel', product: 'product', customer_group: 'customer_group',
}

export const fixed_choices: Partial<Record<FilterName, readonly string[]>> = {
  state: states, tier: ['ordinary', 'complex', 'major'], urgency: ['i', 'ii', 'iii'], is_repeat: ['true', 'false'],
  customer_kind: ['personal', 'self_employed', 'enterprise'],
  kind: ['complaint', 'consultation', 'suggestion', 'praise', 'petition', 'on_the_spot'],
}

export const unit_filters: readonly FilterName[] = ['handling_unit_id', 'outlet_id']
// Those the server wants as instants, and those it wants as dates.
export const instant_filters: readonly FilterName[] = ['due_from', 'due_before', 'received_from', 'received_before']
export const date_filters: readonly FilterName[] = [...instant_filters, 'next_contact_before']

export type Filters = Partial<Record<FilterName, string[]>>

export interface Asked {
  filters: Filters
  sort: string
}

// What has no limit running is not in it; the server leaves such cases out of this order.
export const default_sort = 'due_at'
// What is over has none: it is shown by the day it came in.
const default_for = (filters: Filters) => (filters.state?.some((one) => !open_states.includes(one as State)) ? 'received_at' : default_sort)

export function read_query(query: LocationQuery): Asked {
  const filters: Filters = {}
  for (const name of filter_names) {
    const told = query[name]
    const values = (Array.isArray(told) ? told : [told]).filter((one): one is string => !!one)
    if (values.length) filters[name] = values
  }
  const told = typeof query.sort === 'string' ? query.sort : ''
  const leaves_out = told.endsWith('due_at') && default_for(filters) !== default_sort
  return { filters, sort: told && !leaves_out ? told : default_for(filters) }
}

export function write_query({ filters, sort }: Asked): LocationQueryRaw {
  return sort === default_sort || sort === default_for(filters) ? { ...filters } : { ...filters, sort }
}

// The server wants instants where the screen has dates: the day begins at the bank. Figures of the desk come with
// instants already.
export function to_server(filters: Filters): Record<string, readonly string[]> {
  const sent: Record<string, readonly string[]> = {}
  for (const name of filter_names) {
    const values = filters[name]
    if (values) sent[name] = instant_filters.includes(name) ? values.map((one) => (one.includes('T') ? one : `${one}T00:00:00+08:00`)) : values
  }
  return sent
}

// With `values` at the name, or without the name where there are none.
export function with_values(filters: Filters, name: FilterName, values: readonly string[]): Filters {
  const { [name]: _, ...others } = filters
  return values.length ? { ...filters, [name]: [...values] } : others
}

export function without(filters: Filters, name: FilterName, value: string): Filters {
  return with_values(filters, name, (filters[name] ?? []).filter((one) => one !== value))
}

// A saved view keeps its list as the query of an address.
export function to_text(asked: Asked): string {
  const query = new URLSearchParams()
  for (const [name, values] of Object.entries(asked.filters)) values.forEach((value) => query.append(name, value))
  query.set('sort', asked.sort)
  return query.toString()
}

export function from_text(text: string): Asked {
  const query: Record<string, string[]> = {}
  for (const [name, value] of new URLSearchParams(text)) query[name] = [...query[name] ?? [], value]
  return read_query({ ...query, sort: query.sort?.[0] ?? default_sort })
}
