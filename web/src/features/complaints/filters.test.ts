import { expect, test } from 'vitest'
import { from_text, query, to_text } from './filters'

test('a saved view comes back as it was', () => {
  const asked = { filters: { state: ['handling', 'proposed'], tier: ['major'] }, sort: '-received_at' }
  expect(from_text(to_text(asked))).toEqual(asked)
})

test('what is over is not looked for in the order of limits, which leaves it out', () => {
  expect(query.read({ state: 'closed' }).sort).toBe('received_at')
  expect(query.read({ state: ['handling', 'closed'], sort: 'due_at' }).sort).toBe('received_at')
  expect(query.read({ state: 'handling' }).sort).toBe('due_at')
  expect(query.write(query.read({ state: 'closed' }))).toEqual({ state: ['closed'] })
})
