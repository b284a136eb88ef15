// Names of limits as the rule book that ships has them; what a bank has added has a common one.
import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import zh from './texts.zh'

export const span_names = Object.keys(zh.limit) as (keyof typeof zh.limit)[]

export function useWords() {
  const { t } = useI18n()
  const known = new Set<string>(span_names)
  const span = (name: string) => t(`notices.limit.${known.has(name) ? name : 'other'}`)
  const spans = computed(() => span_names.filter((name) => name !== 'other').map((value) => ({ value: String(value), label: t(`notices.limit.${value}`) })))
  return { span, spans }
}
