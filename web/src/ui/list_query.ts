// The filters and the order of a list as they stand in the address and go to the server: names and codes only,
// never a word about a person. Pure.
import type { LocationQuery, LocationQueryRaw } from 'vue-router'

export type Filters<Name extends string> = Partial<Record<Name, string[]>>

export interface Asked<Name extends string> {
  filters: Filters<Name>
  sort: string
}

export interface ListDescription<Name extends string> {
  // In the order in which they are offered.
  filters: readonly Name[]
  // Filters that hold a date on the screen where the server wants an instant.
  dates?: readonly Name[]
  default_sort: string
  // What else the server sorts by, beside the default and those of `only`. Another name in the address is no order.
  sorts?: readonly string[]
  // An order in which the server shows only rows of these states; for others the list takes another order.
  only?: { by: Name, values: readonly string[], sorts: readonly string[], else: string }
}

export function list_query<Name extends string>({ filters: names, dates = [], default_sort, sorts = [], only }: ListDescription<Name>) {
  const plain = (sort: string) => sort.replace(/^-/, '')
  const known = new Set([default_sort, ...sorts, ...only ? [...only.sorts, only.else] : []].map(plain))
  const goes_beyond = (filters: Filters<Name>) => !!only && (filters[only.by] ?? []).some((one) => !only.values.includes(one))
  const default_for = (filters: Filters<Name>) => (only && goes_beyond(filters) ? only.else : default_sort)

  function read(query: LocationQuery): Asked<Name> {
    const filters: Filters<Name> = {}
    for (const name of names) {
      const told = query[name]
      const values = (Array.isArray(told) ? told : [told]).filter((one): one is string => !!one)
      if (values.length) filters[name] = values
    }
    const told = typeof query.sort === 'string' ? query.sort : ''
    const leaves_out = goes_beyond(filters) && only?.sorts.includes(plain(told))
    return { filters, sort: known.has(plain(told)) && !leaves_out ? told : default_for(filters) }
  }

  function write({ filters, sort }: Asked<Name>): LocationQueryRaw {
    return sort === default_for(filters) ? { ...filters } : { ...filters, sort }
  }

  // With other filters: an order that nobody chose is that of the new ones.
  function narrowed({ filters, sort }: Asked<Name>, to: Filters<Name>): Asked<Name> {
    return { filters: to, sort: sort === default_for(filters) ? default_for(to) : sort }
  }

  // A day begins at the bank's midnight. Figures of the desk come with instants already.
  function to_server(filters: Filters<Name>): Record<string, readonly string[]> {
    const sent: Record<string, readonly string[]> = {}
    for (const name of names) {
      const values = filters[name]
      if (values) sent[name] = dates.includes(name) ? values.map((one) => (one.includes('T') ? one : `${one}T00:00:00+08:00`)) : values
    }
    return sent
  }

  return { read, write, narrowed, to_server, default_sort }
}

export function without<Name extends string>(filters: Filters<Name>, name: Name, value: string): Filters<Name> {
  const { [name]: values, ...others } = filters
  const left = (values as string[] | undefined)?.filter((one) => one !== value) ?? []
  return (left.length ? { ...others, [name]: left } : others) as Filters<Name>
}

export function with_value<Name extends string>(filters: Filters<Name>, name: Name, value: string | undefined): Filters<Name> {
  const { [name]: _, ...others } = filters
  return (value ? { ...others, [name]: [value] } : others) as Filters<Name>
}
