// The columns of the list, in their order.
import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import type { Column } from '@/ui/table'

const described = [
  { key: 'number' }, { key: 'summary', wide: true }, { key: 'state' }, { key: 'due_at', sort: 'due_at' },
  { key: 'complainant_name' }, { key: 'handling_unit_id', optional: true }, { key: 'handler_id', optional: true },
  { key: 'business', optional: true }, { key: 'cause', optional: true }, { key: 'source', optional: true },
  { key: 'intake_channel', optional: true }, { key: 'received_at', sort: 'received_at', falls: true, optional: true },
  { key: 'tier', optional: true }, { key: 'urgency', optional: true }, { key: 'next_contact_on', optional: true },
  { key: 'complainant_phone', optional: true },
] as const satisfies readonly Omit<Column, 'title'>[]

export const shown_at_first = ['handling_unit_id', 'business', 'received_at']

export function useListColumns() {
  const { t } = useI18n()
  return computed((): Column[] => described.map((one) => ({ ...one, title: t(`complaints.field.${one.key}`) })))
}
