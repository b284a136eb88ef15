import { expect, test } from 'vitest'
import { next_contact } from './words'

// A Monday; five days later it is Saturday.
const monday = Date.parse('2026-11-23T02:00:00Z')

test('the next contact is offered for a working day', () => {
  expect(next_contact([], monday)).toBe('2026-11-30')
  expect(next_contact([{ on: '2026-11-28', name: '', kind: 'make_up' }], monday)).toBe('2026-11-28')
  expect(next_contact([{ on: '2026-11-28', name: '', kind: 'weekend' }, { on: '2026-11-30', name: '', kind: 'holiday' }], monday)).toBe('2026-12-01')
})
