// The book as people look at it: a limit is all versions of one rule, shown by the one that matters today. Pure.
import type { ClockRule } from '@/api/types'

export type Standing = 'in_force' | 'coming' | 'past'

export interface Limit {
  // Where it stands in the book: a row needs a number.
  id: number
  rule: string
  shown: ClockRule
  standing: Standing
  // The latest first.
  versions: readonly ClockRule[]
}

export function standing_of(rule: ClockRule, today: string): Standing {
  if (rule.is_in_force) return 'in_force'
  return rule.effective_from > today ? 'coming' : 'past'
}

// What is looked up most stands first; what a bank adds stands at the end.
const subjects = ['complaint', 'decision', 'recheck', 'referral', 'preservation', 'task', 'awaited_task', 'tip_off', 'consultation', 'suggestion', 'praise', 'breach', 'petition',
  'petition_review', 'petition_second_review', 'credit_objection', 'credit_complaint', 'regulator_complaint', 'pboc_complaint']
const kinds = ['regulatory', 'promised', 'internal']
const place = (all: readonly string[], one: string) => (all.includes(one) ? all.indexOf(one) : all.length)
const order = (a: Limit, b: Limit) => place(subjects, a.shown.subject) - place(subjects, b.shown.subject)
  || place(kinds, a.shown.kind) - place(kinds, b.shown.kind) || Number(a.shown.length === 0) - Number(b.shown.length === 0)

export function limits_of(rules: readonly ClockRule[], today: string): Limit[] {
  const by_rule = new Map<string, ClockRule[]>()
  for (const one of rules) by_rule.set(one.rule, [...by_rule.get(one.rule) ?? [], one])
  return [...by_rule].flatMap(([rule, known], index) => {
    const versions = [...known].sort((a, b) => b.rule_version - a.rule_version)
    const coming = versions.filter((one) => standing_of(one, today) === 'coming').at(-1)
    const shown = versions.find((one) => one.is_in_force) ?? coming ?? versions[0]
    return shown ? [{ id: index + 1, rule, shown, standing: standing_of(shown, today), versions }] : []
  }).sort(order)
}

export const tabs = ['all', 'regulatory', 'internal', 'promised', 'unset'] as const
export type Tab = typeof tabs[number]

// `unset`: there is no value, and no clock runs until the bank sets one.
export function of_tab(limits: readonly Limit[], tab: Tab): Limit[] {
  if (tab === 'all') return [...limits]
  if (tab === 'unset') return limits.filter((one) => one.shown.length === 0)
  return limits.filter((one) => one.shown.kind === tab)
}

export function found(limits: readonly Limit[], term: string): Limit[] {
  const sought = term.trim().toLowerCase()
  if (!sought) return [...limits]
  return limits.filter(({ rule, shown }) => [rule, shown.zh, shown.en, shown.source].some((text) => text.toLowerCase().includes(sought)))
}

// `21:00` of minutes of the day.
export function clock_time(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
}
