// The words of a case's values in the reader's language: of actions' choices, units, people, money and days.
import { useI18n } from 'vue-i18n'
import { language } from '@/i18n/language'
import { date_text, instant_text, money_text } from '@/i18n/time'
import { useUnits } from '@/reference/organisation'
import { useTaxonomies } from '@/reference/taxonomies'

const singular: Record<string, string> = { rights: 'right', claim_kinds: 'claim_kind', customer_groups: 'customer_group' }

export function useWordsOfCase() {
  const { t, te } = useI18n()
  const units = useUnits()
  const taxonomies = useTaxonomies()
  const word = (key: string, other: string) => (te(key) ? t(key) : other)
  return {
    t,
    label: (name: string) => word(`complaints.page.label.${name}`, word(`complaints.actions.field.${name}`, name)),
    choice: (list: string, value: unknown) => (value ? word(`complaints.actions.choice.${list}.${String(value)}`, String(value)) : ''),
    // Of a whole key; where its value is not known, the value.
    text: (key: string) => (/\.(undefined|null|)$/.test(key) ? '' : word(key, key.split('.').at(-1) ?? '')),
    entry: (kind: string) => {
      const [of = '', what = ''] = kind.split('.')
      return of === 'complaint' ? word(`complaints.event.${what}`, kind) : word(`complaints.page.entry.${of}_${what}`, kind)
    },
    unit: (id: unknown) => units.name(Number(id) || null),
    code: (taxonomy: string, code: unknown) => (code ? taxonomies.full_name(taxonomy, String(code)) : ''),
    codes: (taxonomy: string, codes: readonly string[]) => codes.map((one) => taxonomies.name(taxonomy, one)).join(language() === 'en' ? ', ' : '、'),
    // A class before or after a change: one code, or several with commas.
    classes: (member: string, told: unknown) => String(told ?? '').split(',').filter(Boolean)
      .map((one) => taxonomies.full_name(singular[member] ?? member, one)).join(' / ') || '—',
    list: (words: readonly string[]) => words.filter(Boolean).join(language() === 'en' ? ', ' : '、'),
    money: (fen: unknown) => (fen == null ? '' : money_text(Number(fen))),
    date: (on: unknown) => (on ? date_text(String(on)) : ''),
    at: (at: unknown) => (at ? instant_text(String(at)) : ''),
  }
}
export type Words = ReturnType<typeof useWordsOfCase>
