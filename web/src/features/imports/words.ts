// The words of targets, columns and fields.
import { useI18n } from 'vue-i18n'
import { language } from '@/i18n/language'
import type { LayoutColumn, Target } from './layouts'

export function useWords() {
  const { t, te } = useI18n()

  // Layouts name their columns in Chinese; an English reader is told beside it what becomes of the column.
  function column_name(target: Target, column: LayoutColumn): string {
    const [field] = column.fields
    return language() === 'en' && field ? `${field_name(target, field)} (${column.name})` : column.name
  }

  function field_name(target: Target | undefined, field: string): string {
    const key = field.replace(/^complainant\./, 'complainant_').replaceAll('.', '_')
    for (const group of [target, 'any']) if (group && te(`imports.field.${group}.${key}`)) return t(`imports.field.${group}.${key}`)
    return field
  }

  const duty_name = (duty: string) => (te(`imports.duty.${duty}`) ? t(`imports.duty.${duty}`) : duty)
  return { column_name, field_name, duty_name }
}
