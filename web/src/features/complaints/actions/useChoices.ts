// What may be chosen in a field: words of the texts, items of taxonomies, or what belongs to the case.
import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import { language } from '@/i18n/language'
import { date_text, short_date } from '@/i18n/time'
import { useUnits } from '@/reference/organisation'
import { useTaxonomies } from '@/reference/taxonomies'
import { useAttachments, useClocks, useEarlier, useSimilar, useTasks } from '../page/useCase'
import { list } from './make'
import type { Case, Field } from './types'

export interface Choice { value: string, label: string }

export function useChoices(field: Field, it: Case) {
  const { t } = useI18n()
  const taxonomies = useTaxonomies()
  const units = useUnits()
  const id = computed(() => it.complaint.id)
  const words = field.words ?? list(field.name)

  const of_kind: Partial<Record<Field['kind'], () => () => Choice[]>> = {
    clock: () => {
      const clocks = useClocks(id)
      return () => (clocks.data?.items ?? []).filter((one) => !one.stopped_at)
        .map((one) => ({ value: one.span, label: (language() === 'en' ? one.explanation?.en : one.explanation?.zh) ?? one.span }))
    },
    task: () => {
      const tasks = useTasks(id)
      return () => (tasks.data?.items ?? []).filter((one) => one.state === 'open')
        .map((one) => ({ value: String(one.id), label: `${units.name(one.handling_unit_id)} · ${date_text(one.due_on)}` }))
    },
    file: () => {
      const files = useAttachments(id)
      return () => (files.data?.items ?? []).filter((one) => !one.voided_at)
        .map((one) => ({ value: String(one.id), label: `${t(`complaints.page.file.kind.${one.kind}`)} · ${one.name}` }))
    },
    case: () => {
      const earlier = useEarlier(id)
      const similar = useSimilar(id)
      return () => {
        const all = [...earlier.data?.items ?? [], ...similar.data?.items ?? []].filter((one) => one.id !== it.complaint.id)
        const by_id = new Map(all.map((one) => [one.id, one]))
        return [...by_id.values()].map((one) => ({ value: String(one.id), label: `${one.number} · ${short_date(one.received_at)} · ${one.summary}` }))
      }
    },
  }

  const asked = of_kind[field.kind]?.()
  const flat = computed((): Choice[] => asked?.()
    ?? (field.kind === 'score' ? ['5', '4', '3', '2', '1'].map((value) => ({ value, label: t(`complaints.actions.choice.score.${value}`) }))
      : (field.choices ?? []).map((value) => ({ value, label: t(words(value)) }))))
  const picks = computed(() => (field.kind === 'unit' ? units.picks.value : taxonomies.picks(field.taxonomy ?? '')))
  return { flat, picks }
}
