// Choices and filters that several of the lists offer.
import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import { useUnits } from '@/reference/organisation'
import { acting, may } from '@/session/session'
import type { ShownFilter } from '@/ui/listing'

export function useFilters() {
  const { t } = useI18n()
  const units = useUnits()
  const few = (list: string, name: string, values: readonly string[]): ShownFilter =>
    ({ name, label: t(`unit_tasks.field.${name}`), choices: values.map((value) => ({ value, label: t(`unit_tasks.${list}.${name}.${value}`) })) })
  const date = (name: string): ShownFilter => ({ name, label: t(`unit_tasks.field.${name}`), is_date: true })
  const unit = (name: string): ShownFilter => ({ name, label: t(`unit_tasks.field.${name}`), picks: units.picks.value })
  return { few, date, unit, units }
}

export function useColumnsOf(columns: readonly { key: string, sort?: string, falls?: boolean, optional?: boolean, wide?: boolean, figure?: boolean }[]) {
  const { t } = useI18n()
  return computed(() => columns.map((one) => ({ ...one, title: t(`unit_tasks.field.${one.key}`) })))
}

// Whether one acts for the unit that was asked: only that one answers.
export function may_answer(row: { handling_unit_id: number }): boolean {
  return may('complaint.handle') && acting.value?.unit_id === row.handling_unit_id
}
