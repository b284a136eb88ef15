// The filters of the list as they are shown.
import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import type { ShownFilter } from '@/ui/listing'
import { date_filters, filter_names, fixed_choices, type FilterName } from './filters'
import { useWords } from './words'

export function useShownFilters() {
  const { t } = useI18n()
  const { value_of, units } = useWords()

  function way_of(name: FilterName): Partial<ShownFilter> {
    if (date_filters.includes(name)) return { is_date: true }
    if (name === 'handling_unit_id') return { picks: units.picks.value }
    const values = fixed_choices[name]
    if (values) return { choices: values.map((value) => ({ value, label: value_of(name, value) })) }
    return { is_text: true, hint: t('referrals.filter.number_hint') }
  }

  return computed(() => filter_names.map((name): ShownFilter =>
    ({ name, label: t(`referrals.filter.${name}`), text: (value) => value_of(name, value), ...way_of(name) })))
}
