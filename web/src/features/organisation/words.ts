// The words of units, posts and permissions.
import permissions from 'permissions'
import { computed } from 'vue'
import type { Post } from '@/api/types'
import { language } from '@/i18n/language'
import { useUnits } from '@/reference/organisation'
import type { Pick } from '@/ui/pick'
import { module_of } from './posts/rights'
import { usePostWords } from './posts/words'
import { usePosts } from './useOrganisation'

interface Named { name: string, name_en: string }

export const post_word = (one: { post_name: string, post_name_en: string }) => word({ name: one.post_name, name_en: one.post_name_en })
export const word = (one: Named) => (language() === 'en' && one.name_en) || one.name

export function useWords() {
  const units = useUnits()
  const posts = usePosts()
  const right = usePostWords()
  const items = computed(() => units.query.data.value?.items ?? [])

  // Units found by name or code; the names above tell those of one name apart.
  const unit_picks = computed((): Pick[] => {
    const by_id = new Map(items.value.map((unit) => [unit.id, unit]))
    return items.value.filter((unit) => !unit.closed_on).map((unit) => {
      const above: string[] = []
      for (let at = by_id.get(unit.parent_id ?? 0); at?.parent_id; at = by_id.get(at.parent_id)) above.unshift(word(at))
      return { value: String(unit.id), label: word(unit), path: above.join(' · '), words: [unit.code, unit.name] }
    })
  })
  const kind_of = (unit_id: string) => items.value.find((unit) => String(unit.id) === unit_id)?.kind

  // The posts that the unit's kind has.
  function post_choices(unit_id: string) {
    const kind = kind_of(unit_id)
    return (posts.data.value?.items ?? []).filter((one) => !kind || one.kinds.includes(kind)).map((one) => ({ value: one.code, label: word(one) }))
  }
  const post_name = (code: string) => {
    const found = posts.data.value?.items.find((one: Post) => one.code === code)
    return found ? word(found) : code
  }
  const permission_picks = computed((): Pick[] => Object.entries(permissions).map(([value, told]) => ({
    value, label: right.permission(value), path: right.module(module_of(value)), words: [value, ...told[language()]],
  })))

  return { units, unit_picks, post_choices, post_name, permission_picks, items }
}
