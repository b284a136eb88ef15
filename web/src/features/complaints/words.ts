// The words of a case's values: of states and actions as the server has them, of codes as the taxonomies have them.
import { useI18n } from 'vue-i18n'
import type { ComplaintItem } from '@/api/types'
import { useUnits } from '@/reference/organisation'
import { useTaxonomies } from '@/reference/taxonomies'
import { complaint_tones, is_complaint_over } from '@/reference/tones'
import { session } from '@/session/session'
import { fixed_choices, taxonomy_of, unit_filters, type FilterName } from './filters'

export function useWords() {
  const { t } = useI18n()
  const taxonomies = useTaxonomies()
  const units = useUnits()

  function value_of(name: FilterName, value: string): string {
    const taxonomy = taxonomy_of[name]
    if (taxonomy) return taxonomies.full_name(taxonomy, value)
    if (unit_filters.includes(name)) return units.name(Number(value))
    if (name === 'handler_id') return Number(value) === session.value?.person.id ? t('complaints.view.me') : value
    if (name === 'state') return t(`complaints.state.${value}`)
    return fixed_choices[name] ? t(`complaints.${name}.${value}`) : value
  }

  return { value_of, taxonomies, units }
}

export const tone_of = (state: ComplaintItem['state']) => complaint_tones[state]
export const is_over = is_complaint_over
