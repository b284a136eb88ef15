import { expect, test } from 'vitest'
import { digits_of, from_fragment, plain_number } from './entered'

test('numbers and codes are taken as people type them', () => {
  expect(plain_number(' 2026 1122 ０００１ ')).toBe('202611220001')
  expect(digits_of('1234 5678-9012　3456')).toBe('1234567890123456')
})

test.each(['', '#', '#2026.123', '#%E0%A4%A', '#2026112200000001'])('the fragment %s brings nothing', (fragment) => {
  expect(from_fragment(fragment)).toBeUndefined()
})
