// Names of units and people for the ids that cases carry.
import { useQueries, useQuery } from '@tanstack/vue-query'
import { computed, type Ref } from 'vue'
import { get } from '@/api/client'
import type { Staff } from '@/api/types'
import { language } from '@/i18n/language'
import type { Pick } from '@/ui/pick'

const hour = 3_600_000

export function useUnits() {
  const query = useQuery({
    queryKey: ['organisation'],
    queryFn: ({ signal }) => get('/api/organisation', { signal }),
    staleTime: hour,
  })
  const by_id = computed(() => new Map(query.data.value?.items.map((unit) => [unit.id, unit])))
  const word = (unit: { name: string, name_en: string }) => (language() === 'en' && unit.name_en) || unit.name

  function name(id: number | null | undefined): string {
    const unit = id ? by_id.value.get(id) : undefined
    return unit ? word(unit) : ''
  }

  const above = (id: number | null | undefined) => (id ? by_id.value.get(id)?.parent_id : undefined)

  // As a list to type into: by name in either language or by code, with the unit above.
  const picks = computed((): Pick[] => (query.data.value?.items ?? []).filter((unit) => !unit.closed_on).map((unit) => ({
    value: String(unit.id), label: word(unit), path: name(unit.parent_id), words: [unit.name, unit.name_en, unit.code],
  })))

  return { name, above, picks, query }
}

// One question for each person, kept for an hour.
export function usePeople(ids: Ref<readonly (number | null | undefined)[]>) {
  const found = useQueries({
    queries: computed(() => [...new Set(ids.value)].filter((id) => id != null).map((id) => ({
      queryKey: ['people', id],
      queryFn: () => get('/api/people/{id}', { path: { id } }),
      staleTime: hour,
      retry: false,
    }))),
  })
  const by_id = computed(() => new Map(
    found.value.flatMap((one) => (one.data ? [[one.data.id, one.data] as const] : []))))

  const post_of = (person: Staff) => {
    const main = person.appointments[0]
    return (language() === 'en' ? main?.post_name_en : main?.post_name) ?? ''
  }
  const name = (id: number | null | undefined) => (id ? by_id.value.get(id)?.name ?? '' : '')
  const post = (id: number | null | undefined) => {
    const person = id ? by_id.value.get(id) : undefined
    return person ? post_of(person) : ''
  }
  const unit_id = (id: number | null | undefined) => (id ? by_id.value.get(id)?.appointments[0]?.unit_id : undefined)
  return { name, post, unit_id }
}
