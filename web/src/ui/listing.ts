// A list whose filters and order stand in the address: what ListPage and a feature's question share.
import { computed, type Ref } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import { date_text, instant_text } from '@/i18n/time'
import { list_query, without, with_value, type Asked, type ListDescription } from './list_query'
import type { Pick } from './pick'
import type { Column } from './table'

// A filter as it is shown: one of a few, one of many that is found by typing, a date, or a number that is typed whole.
export interface ShownFilter {
  name: string
  label: string
  hint?: string
  choices?: readonly { value: string, label: string }[]
  picks?: readonly Pick[]
  is_date?: boolean
  is_text?: boolean
  // How a value is called where it is none of the choices or picks.
  text?: (value: string) => string
}

export function useListing<Name extends string>(description: ListDescription<Name>) {
  const route = useRoute()
  const router = useRouter()
  const query = list_query(description)
  const asked = computed(() => query.read(route.query))
  // What else the address holds, such as the row that is open, stays.
  const ask = (next: Asked<Name>, others: Record<string, string> = {}) => router.replace({ query: { ...query.write(next), ...others } })
  const sent = computed(() => ({ ...query.to_server(asked.value.filters), sort: asked.value.sort }))
  const one = (name: Name) => asked.value.filters[name]?.[0] ?? ''
  return {
    asked, sent, one,
    order_by: (to: string) => ask({ ...asked.value, sort: to }),
    narrow: (name: string, value: string | undefined) => ask(query.narrowed(asked.value, with_value(asked.value.filters, name as Name, value))),
    drop: (name: string, value: string) => ask(query.narrowed(asked.value, without(asked.value.filters, name as Name, value))),
    clear: () => ask({ filters: {}, sort: query.default_sort }),
    ask,
  }
}

// What a page of a list needs of it, whatever its filters are called.
export interface Listing {
  asked: Ref<{ filters: Partial<Record<string, string[]>>, sort: string }>
  order_by: (to: string) => unknown
  narrow: (name: string, value: string | undefined) => unknown
  drop: (name: string, value: string) => unknown
  clear: () => unknown
}

// A list and what stands around its rows.
export interface FramedList<Row = unknown> {
  // By which this browser keeps the columns.
  name: string
  title: string
  list: { rows: readonly Row[], data: unknown, error: unknown, isPending: boolean, hasNextPage: boolean, isFetchingNextPage: boolean, isPlaceholderData: boolean, refetch: () => unknown, fetchNextPage: () => unknown }
  listing: Listing
  filters: readonly ShownFilter[]
  columns: readonly Column[]
  at_first?: readonly string[]
  none: string
  none_at_all: string
}

// Figures of the desk ask by instants, people by dates.
export function text_of(filter: ShownFilter, value: string): string {
  if (filter.is_date) return value.includes('T') ? instant_text(value) : date_text(value)
  const found = [...filter.choices ?? [], ...filter.picks ?? []].find((one) => one.value === value)
  return found?.label ?? filter.text?.(value) ?? value
}
