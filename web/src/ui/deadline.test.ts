import { expect, test } from 'vitest'
import { bar_of, read_limit } from './deadline'

const due_at = '2026-11-21T16:00:00Z' // 24:00 of the 21st at the bank
const at = (text: string) => Date.parse(text)

test.each([
  ['2026-11-10T08:00:00Z', 'ahead', 11],
  ['2026-11-18T17:00:00Z', 'soon', 2],
  ['2026-11-21T15:59:00Z', 'today', 0],
  ['2026-11-21T16:00:00Z', 'late', 1],
  ['2026-11-24T02:00:00Z', 'late', 3],
])('at %s a limit is %s by %d days', (now, urgency, days) => {
  expect(read_limit({ due_at }, at(now))).toMatchObject({ urgency, days, due_on: '2026-11-21', by_hours: false })
})

test('what stopped in time is kept, what stopped after it is missed', () => {
  expect(read_limit({ due_at, stopped_at: '2026-11-20T00:00:00Z' }, 0).urgency).toBe('kept')
  expect(read_limit({ due_at, stopped_at: '2026-11-22T00:00:00Z' }, 0).urgency).toBe('missed')
})

test('a limit that rests is neither soon nor late', () => {
  expect(read_limit({ due_at, rests: true }, at('2026-12-01T00:00:00Z')).urgency).toBe('rests')
})

test('a limit of hours is told by the hour', () => {
  expect(read_limit({ due_at: '2026-11-21T08:00:00Z' }, at('2026-11-21T05:30:00Z'))).toMatchObject({ by_hours: true, hours: 3 })
})

test('the bar shows where now is and what is left out', () => {
  const days = [{ from: '2026-11-12', to: '2026-11-12', days: 1, counts: false, reason: 'mediation', name: '', counted: 0 }] as const
  const bar = bar_of({ due_at, started_at: '2026-11-11T16:00:00Z', days }, at('2026-11-16T16:00:00Z'))
  expect(bar).toMatchObject({ now: 50, due: 100, stretches: [{ from: 0, length: 10 }] })
})
