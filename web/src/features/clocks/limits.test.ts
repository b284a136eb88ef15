import { expect, test } from 'vitest'
import type { ClockRule } from '@/api/types'
import { clock_time, found, limits_of, of_tab } from './limits'

const today = '2026-11-23'
const rule = (told: Partial<ClockRule>): ClockRule => ({
  rule: 'decide', rule_version: 1, subject: 'complaint', span: 'decide', zh: '投诉处理决定并告知', en: 'decision', length: 15, measure: 'calendar_days',
  counts_from: 'received', kind: 'regulatory', source: '银保监会令2020年第3号', mark: 'found', effective_from: '2020-03-01', is_in_force: true, conditions: [],
  exclusions: [], extensions: [], restarts: false, takes_over: false, warn_before: [], inner_before: 0, ladder: 'standard', is_own: false, ...told,
})
const past = rule({ effective_until: '2026-06-30', is_in_force: false })
const now = rule({ rule_version: 2, effective_from: '2026-07-01', effective_until: '2026-12-31' })
const next = rule({ rule_version: 3, effective_from: '2027-01-01', is_in_force: false })
const later = rule({ rule_version: 4, effective_from: '2028-01-01', is_in_force: false })

test('a limit is shown by the version in force, with all others, the latest first', () => {
  const [limit] = limits_of([past, now, next], today)
  expect(limit?.shown).toBe(now)
  expect(limit?.standing).toBe('in_force')
  expect(limit?.versions).toEqual([next, now, past])
})

test('where none is in force the next to come is shown, else the last that was', () => {
  expect(limits_of([past, next, later], today)[0]).toMatchObject({ shown: next, standing: 'coming' })
  expect(limits_of([past], today)[0]).toMatchObject({ shown: past, standing: 'past' })
})

test('complaints stand first, limits of the regulator before those of the bank, and those with a value before those without', () => {
  const told = [rule({ rule: 'zoo', subject: 'zoo' }), rule({ rule: 'tip_off', subject: 'tip_off', kind: 'internal' }), rule({ rule: 'triage', kind: 'internal', length: 0 }), rule({ rule: 'handling', kind: 'internal' }), now]
  expect(limits_of(told, today).map((one) => one.rule)).toEqual(['decide', 'handling', 'triage', 'tip_off', 'zoo'])
})

test('tabs tell limits of the regulator from those of the bank, and those without a value', () => {
  const limits = limits_of([now, rule({ rule: 'triage', kind: 'internal', length: 0 }), rule({ rule: 'tip_off', kind: 'internal', length: 60 })], today)
  const names = (tab: Parameters<typeof of_tab>[1]) => of_tab(limits, tab).map((one) => one.rule)
  expect(names('all')).toHaveLength(3)
  expect(names('regulatory')).toEqual(['decide'])
  expect(names('internal')).toEqual(['tip_off', 'triage'])
  expect(names('unset')).toEqual(['triage'])
  expect(new Set(limits.map((one) => one.id)).size).toBe(3)
})

test('a limit is found by either name, its code or its source', () => {
  const limits = limits_of([now, rule({ rule: 'tip_off', zh: '举报核查', en: 'inquiry into a tip-off', source: '行内规定' })], today)
  for (const term of ['举报', 'TIP', '行内', ' inquiry ']) expect(found(limits, term).map((one) => one.rule)).toEqual(['tip_off'])
  expect(found(limits, '')).toHaveLength(2)
  expect(found(limits, '没有')).toEqual([])
})

test('minutes of the day are told as a clock does', () => {
  expect([0, 65, 1260].map(clock_time)).toEqual(['00:00', '01:05', '21:00'])
})
