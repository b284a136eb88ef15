import { expect, test } from 'vitest'
import { from_text, read_query, to_server, to_text, without, write_query } from './filters'

test('the address holds filters and sort, and nothing that is no filter', () => {
  const asked = read_query({ state: ['handling', 'proposed'], business: 'loan', phone: '13800000000', sort: '-received_at' })
  expect(asked).toEqual({ filters: { state: ['handling', 'proposed'], business: ['loan'] }, sort: '-received_at' })
  expect(write_query(asked)).toEqual({ state: ['handling', 'proposed'], business: ['loan'], sort: '-received_at' })
})

test('a date begins where the day of the bank begins', () => {
  expect(to_server({ due_before: ['2026-11-21'] })).toEqual({ due_before: ['2026-11-21T00:00:00+08:00'] })
  expect(to_server({ due_before: ['2026-11-21T03:00:00.001Z'] })).toEqual({ due_before: ['2026-11-21T03:00:00.001Z'] })
})

test('taking the last value away takes the filter away', () => {
  expect(without({ state: ['handling', 'proposed'] }, 'state', 'handling')).toEqual({ state: ['proposed'] })
  expect(without({ state: ['handling'] }, 'state', 'handling')).toEqual({})
})

test('a saved view comes back as it was', () => {
  const asked = { filters: { state: ['handling', 'proposed'], tier: ['major'] }, sort: '-received_at' }
  expect(from_text(to_text(asked))).toEqual(asked)
})

test('what is over is not looked for in the order of limits, which leaves it out', () => {
  expect(read_query({ state: 'closed' }).sort).toBe('received_at')
  expect(read_query({ state: ['handling', 'closed'], sort: 'due_at' }).sort).toBe('received_at')
  expect(read_query({ state: 'handling' }).sort).toBe('due_at')
  expect(write_query(read_query({ state: 'closed' }))).toEqual({ state: ['closed'] })
})
