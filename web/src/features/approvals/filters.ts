// What the list is asked by; in the address.
import { list_query, type Asked as AskedOf } from '@/ui/list_query'

export const matters = ['decision', 'extension', 'offer'] as const
export const states = ['waiting', 'granted', 'spent', 'refused', 'handed_back', 'taken_back', 'lapsed'] as const
export const filter_names = ['state', 'matter'] as const
export type FilterName = typeof filter_names[number]
export type Asked = AskedOf<FilterName>

export const query = list_query<FilterName>({ filters: filter_names, default_sort: '-asked_at' })

export const views = { waiting: ['waiting'], settled: ['granted', 'spent', 'refused', 'handed_back', 'taken_back', 'lapsed'], all: [] } as const
export type View = keyof typeof views

export const view_of = (asked: Asked): View | undefined => (Object.keys(views) as View[]).find((view) => {
  const told = asked.filters.state ?? []
  return !asked.filters.matter && told.length === views[view].length && views[view].every((one) => told.includes(one))
})

// What waits longest comes first; of what is settled the newest.
export const asked_by = (view: View): Asked =>
  ({ filters: views[view].length ? { state: [...views[view]] } : {}, sort: view === 'waiting' ? query.default_sort : 'asked_at' })
