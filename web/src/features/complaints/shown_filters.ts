// The filters of the list as they are shown. Of all people only the reader himself is offered; whose case it is
// otherwise, the unit knows.
import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import { session } from '@/session/session'
import type { ShownFilter } from '@/ui/listing'
import { date_filters, filter_names, fixed_choices, taxonomy_of, unit_filters, type FilterName } from './filters'
import { useWords } from './words'

export function useShownFilters() {
  const { t } = useI18n()
  const { value_of, taxonomies, units } = useWords()

  function way_of(name: FilterName): Partial<ShownFilter> {
    if (date_filters.includes(name)) return { is_date: true }
    if (unit_filters.includes(name)) return { picks: units.picks.value }
    const taxonomy = taxonomy_of[name]
    if (taxonomy) return { picks: taxonomies.picks(taxonomy) }
    const values = name === 'handler_id' ? [String(session.value?.person.id)] : fixed_choices[name] ?? []
    return { choices: values.map((value) => ({ value, label: value_of(name, value) })) }
  }

  return computed(() => filter_names.map((name): ShownFilter =>
    ({ name, label: t(`complaints.filter.${name}`), text: (value) => value_of(name, value), ...way_of(name) })))
}
