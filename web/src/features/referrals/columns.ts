// The columns of the list, in their order.
import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import type { Column } from '@/ui/table'

const described = [
  { key: 'number' }, { key: 'bureau' }, { key: 'topic', wide: true }, { key: 'state' }, { key: 'due_at', sort: 'due_at' },
  { key: 'due_on', optional: true }, { key: 'inner_on', optional: true },
  { key: 'received_at', sort: 'received_at', falls: true, optional: true }, { key: 'signed_in_at', optional: true },
  { key: 'contacted_at', optional: true }, { key: 'complainant_name', optional: true },
  { key: 'unit', optional: true }, { key: 'is_upgraded', optional: true },
  { key: 'matched', optional: true }, { key: 'filled_back_at', optional: true }, { key: 'returns', optional: true, figure: true },
  { key: 'callback', optional: true },
] as const satisfies readonly Omit<Column, 'title'>[]

export const shown_at_first = ['due_on', 'inner_on', 'received_at', 'contacted_at', 'unit', 'is_upgraded']

export function useListColumns() {
  const { t } = useI18n()
  return computed((): Column[] => described.map((one) => ({ ...one, title: t(`referrals.field.${one.key}`) })))
}
