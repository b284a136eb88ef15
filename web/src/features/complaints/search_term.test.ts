import { expect, test } from 'vitest'
import { identifier_in } from './search_term'

test.each([
  ['2026110671288807', { number: '2026110671288807' }],
  ['138 0013 8000', { phone: '13800138000' }],
  ['021-6888-0000', { phone: '02168880000' }],
  ['11010519491231002x', { identity_number: '11010519491231002X' }],
  ['6222 0212 3456 7890 123', { card_number: '6222021234567890123' }],
  ['91110000MA01ABCD2X', { credit_code: '91110000MA01ABCD2X' }],
  ['someone@example.com', { email: 'someone@example.com' }],
  ['１３８００１３８０００', { phone: '13800138000' }],
])('%s is found by its kind', (typed, found) => expect(identifier_in(typed)).toEqual(found))

test('a name is no identifier', () => expect(identifier_in('张三')).toBeUndefined())
