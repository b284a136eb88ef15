// The filters of the list, and its saved views. Pure.
import { list_query, type Asked as AskedOf, type ListDescription } from '@/ui/list_query'

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

export type Asked = AskedOf<FilterName>

// What is over is not in the order of limits: it is shown by the day it came in.
export const description: ListDescription<FilterName> = {
  filters: filter_names, dates: instant_filters, default_sort: 'due_at', only: { by: 'state', values: open_states, sorts: ['due_at'], else: 'received_at' },
}
export const query = list_query(description)

// A saved view keeps its list as the query of an address.
export function to_text(asked: Asked): string {
  const text = new URLSearchParams()
  for (const [name, values] of Object.entries(asked.filters)) values.forEach((value) => text.append(name, value))
  text.set('sort', asked.sort)
  return text.toString()
}

export function from_text(text: string): Asked {
  const told: Record<string, string[]> = {}
  for (const [name, value] of new URLSearchParams(text)) told[name] = [...told[name] ?? [], value]
  return query.read({ ...told, sort: told.sort?.[0] ?? query.default_sort })
}
