// The classifications and their names, read once: codes are stored, names are shown.
import { useQuery } from '@tanstack/vue-query'
import { computed } from 'vue'
import { get } from '@/api/client'
import type { TaxonomyItem } from '@/api/types'
import { language } from '@/i18n/language'
import type { Choice, Pick } from '@/ui/pick'

export function useTaxonomies() {
  const query = useQuery({
    queryKey: ['taxonomies'],
    queryFn: ({ signal }) => get('/api/taxonomies', { signal }),
    staleTime: Infinity,
  })
  const by_name = computed(() => new Map(query.data.value?.items.map((one) => [
    one.name, { ...one, by_code: new Map(one.items.map((item) => [item.code, item])) }])))

  const word = (item: TaxonomyItem) => (language() === 'en' ? item.en : item.zh)

  // The name of a code; what no taxonomy knows is shown as it is.
  function name(taxonomy: string, code: string | null | undefined): string {
    if (!code) return ''
    const item = by_name.value.get(taxonomy)?.by_code.get(code)
    return item ? word(item) : code
  }

  // With its parents, for items such as 使用 that say little alone.
  function full_name(taxonomy: string, code: string | null | undefined): string {
    const codes = by_name.value.get(taxonomy)?.by_code
    const names: string[] = []
    for (let item = codes?.get(code ?? ''); item; item = codes?.get(item.parent ?? '')) names.unshift(word(item))
    return names.length ? names.join(' · ') : code ?? ''
  }

  // As a tree, without what is retired.
  function choices(taxonomy: string): Choice[] {
    const items = by_name.value.get(taxonomy)?.items.filter((item) => !item.retired_on) ?? []
    const below = (parent: string | null): Choice[] => items
      .filter((item) => (item.parent ?? null) === parent)
      .map((item) => {
        const children = below(item.code)
        return { value: item.code, label: word(item), ...(children.length ? { children } : {}) }
      })
    return below(null)
  }

  // As a list to type into: each item with the names above it and whatever else it is known by.
  function picks(taxonomy: string): Pick[] {
    const items = by_name.value.get(taxonomy)?.items.filter((item) => !item.retired_on) ?? []
    return items.map((item) => ({
      value: item.code,
      label: word(item),
      path: item.parent ? full_name(taxonomy, item.parent) : '',
      words: [item.zh, item.en, ...item.other_names, ...(item.official_code ? [item.official_code] : [])],
    }))
  }

  const items = (taxonomy: string) => by_name.value.get(taxonomy)?.items ?? []

  return { name, full_name, choices, picks, items, query }
}
