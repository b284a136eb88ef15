// A rule of assignment in words.
import { useI18n } from 'vue-i18n'
import type { RoutingLine } from '@/api/types'
import { useUnits } from '@/reference/organisation'
import { useTaxonomies } from '@/reference/taxonomies'
import { condition_names } from './rules'

export function useWords() {
  const { t } = useI18n()
  const units = useUnits()
  const taxonomies = useTaxonomies()

  function conditions(line: RoutingLine): string {
    const told = condition_names.filter((name) => line[name]).map((name) => t('routing.condition', { name: t(`routing.field.${name}`), value: taxonomies.full_name(name, line[name]) }))
    if (line.tier) told.push(t('routing.condition', { name: t('routing.field.tier'), value: t(`routing.tier.${line.tier}`) }))
    return told.join(t('routing.and'))
  }
  const destination = (line: RoutingLine) => (line.destination === 'unit' ? units.name(line.unit_id) : t(`routing.destination.${line.destination}`))
  return { conditions, destination, units, taxonomies }
}
