import { expect, test } from 'vitest'
import { days_waited } from './waiting'

test('a wait is counted in days of the bank, whatever the hour', () => {
  expect(days_waited('2026-11-22T15:59:59Z', '2026-11-22')).toBe(0)
  expect(days_waited('2026-11-22T15:59:59Z', '2026-11-23')).toBe(1)
  expect(days_waited('2026-11-22T16:00:00Z', '2026-11-23')).toBe(0)
  expect(days_waited('2026-10-31T04:00:00Z', '2026-11-23')).toBe(23)
})
