// The words of a case's values: of states and actions as the server has them, of codes as the taxonomies have them.
import { useI18n } from 'vue-i18n'
import type { ComplaintItem } from '@/api/types'
import { date_text, instant_text } from '@/i18n/time'
import { useUnits } from '@/reference/organisation'
import { useTaxonomies } from '@/reference/taxonomies'
import { session } from '@/session/session'
import { date_filters, fixed_choices, taxonomy_of, unit_filters, type FilterName } from './filters'

export function useWords() {
  const { t } = useI18n()
  const taxonomies = useTaxonomies()
  const units = useUnits()

  function value_of(name: FilterName, value: string): string {
    const taxonomy = taxonomy_of[name]
    if (taxonomy) return taxonomies.full_name(taxonomy, value)
    if (unit_filters.includes(name)) return units.name(Number(value))
    if (name === 'handler_id') return Number(value) === session.value?.person.id ? t('complaints.view.me') : value
    if (date_filters.includes(name)) return value.includes('T') ? instant_text(value) : date_text(value)
    if (name === 'state') return t(`complaints.state.${value}`)
    return fixed_choices[name] ? t(`complaints.${name}.${value}`) : value
  }

  return { value_of, taxonomies, units }
}

const tones = {
  registered: 'soon', accepted: 'ink', assigned: 'ink', handling: 'ink', proposed: 'ink', decided: 'ink', answered: 'kept',
  closed: 'kept', withdrawn: 'plain', redirected: 'plain', refused: 'plain', joined: 'plain',
} as const satisfies Record<ComplaintItem['state'], string>

export const tone_of = (state: ComplaintItem['state']) => tones[state]
export const is_over = (state: ComplaintItem['state']) =>
  ['closed', 'withdrawn', 'redirected', 'refused', 'joined'].includes(state)
