// A limit in words.
import { useI18n } from 'vue-i18n'
import type { ClockRule } from '@/api/types'
import { language } from '@/i18n/language'
import { date_text } from '@/i18n/time'
import { useTaxonomies } from '@/reference/taxonomies'

export const mark_tones = { found: 'kept', memory: 'soon', design: 'plain', bank: 'ink' } as const satisfies Record<ClockRule['mark'], string>

export function useWords() {
  const { t, te } = useI18n()
  const taxonomies = useTaxonomies()

  const name = (rule: ClockRule) => (language() === 'en' ? rule.en : rule.zh)
  // What a bank's own file names is shown as it is.
  const subject = (code: string) => (te(`clocks.subject.${code}`) ? t(`clocks.subject.${code}`) : code)
  const days = (rule: ClockRule, number: number) => t('clocks.amount', { number, measure: t(`clocks.measure.${rule.measure}`) })
  const length = (rule: ClockRule) => (rule.length ? days(rule, rule.length) : t('clocks.unset'))
  const from = (rule: ClockRule) => t('clocks.from', { from: t(`clocks.counts_from.${rule.counts_from}`) })
  const sentence = (rule: ClockRule) => (rule.length ? t('clocks.sentence', { from: from(rule), length: length(rule) }) : t('clocks.sentence_unset', { from: from(rule) }))
  const period = (rule: ClockRule) => t(rule.effective_until ? 'clocks.period' : 'clocks.since', { from: date_text(rule.effective_from), until: rule.effective_until ? date_text(rule.effective_until) : '' })

  function value(fact: string, code: string): string {
    const own = `clocks.value.${fact}.${code}`
    return te(own) ? t(own) : taxonomies.full_name(fact, code)
  }
  const conditions = (rule: ClockRule) => rule.conditions.map(({ fact, values }) => t('clocks.condition', {
    fact: te(`clocks.fact.${fact}`) ? t(`clocks.fact.${fact}`) : fact, values: values.map((code) => value(fact, code)).join(t('clocks.or')),
  }))

  const warnings = (rule: ClockRule) => (rule.warn_before.length
    ? t('clocks.warned', { days: rule.warn_before.join(t('clocks.and')), measure: t(`clocks.before.${rule.measure === 'hours' ? 'hours' : 'days'}`) }) : '')
  const extension = (rule: ClockRule, at: number) => {
    const one = rule.extensions[at]
    if (!one) return ''
    const told = t(one.needs_notice ? 'clocks.extension.told' : 'clocks.extension.silent')
    return t('clocks.extension.line', { number: at + 1, total: days(rule, one.to_total), approver: t(`clocks.approver.${one.approver}`), told })
  }
  const exclusions = (rule: ClockRule) => (rule.exclusions.length ? rule.exclusions.map((one) => t(`clocks.day.${one}`)).join(t('clocks.then')) : t('clocks.no_exclusion'))

  return { name, subject, length, from, sentence, period, conditions, warnings, extension, exclusions, days }
}
