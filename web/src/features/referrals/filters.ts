// The list's filters, and the ways to look at it that its tabs offer.
import { list_query, type Asked as AskedOf, type Filters as FiltersOf, type ListDescription } from '@/ui/list_query'
import { states } from './lifecycle'

export const bureaus = ['nfra', 'pboc', 'city'] as const
export const matches = ['open', 'ours', 'registered'] as const

export const filter_names = ['bureau', 'state', 'due_before', 'handling_unit_id', 'matched', 'is_upgraded', 'number',
  'received_from', 'received_before'] as const
export type FilterName = typeof filter_names[number]
export type Asked = AskedOf<FilterName>
export type Filters = FiltersOf<FilterName>

export const date_filters: readonly FilterName[] = ['due_before', 'received_from', 'received_before']
export const fixed_choices: Partial<Record<FilterName, readonly string[]>> = {
  bureau: bureaus, state: states, matched: matches, is_upgraded: ['true', 'false'],
}

export const description: ListDescription<FilterName> = {
  filters: filter_names, dates: date_filters, default_sort: 'due_at',
  only: { by: 'state', values: states.filter((one) => one !== 'filled_back' && one !== 'done'), sorts: ['due_at'], else: 'received_at' },
}
export const query = list_query(description)

// By the states they show; none shows all whose limits run, the first due first.
export const views = {
  open: [],
  received: ['received'],
  signed_in: ['signed_in'],
  working: ['contacted', 'working'],
  returned: ['returned'],
  account_drafted: ['account_drafted'],
  account_approved: ['account_approved'],
  filled_back: ['filled_back'],
  done: ['done'],
  all: [],
} as const satisfies Record<string, readonly string[]>
export type View = keyof typeof views
export const newest_first = 'received_at'

export function asked_by(view: View): Asked {
  const filters = views[view].length ? { state: [...views[view]] } : {}
  return { filters, sort: ['filled_back', 'done', 'all'].includes(view) ? newest_first : query.default_sort }
}

// The tab whose states these are.
export function view_of({ filters, sort }: Asked): View | undefined {
  const { state, ...others } = filters
  if (Object.keys(others).length) return undefined
  if (!state) return sort === query.default_sort ? 'open' : 'all'
  return (Object.keys(views) as View[]).find((view) => views[view].length === state.length
    && (views[view] as readonly string[]).every((one) => state.includes(one)))
}
