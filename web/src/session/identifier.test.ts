import { expect, test } from 'vitest'
import { identifier_in, person_in } from './identifier'

test.each([
  ['2026110671288807', { number: '2026110671288807' }],
  ['138 0013 8000', { phone: '13800138000' }],
  ['+86 138-0013-8000', { phone: '13800138000' }],
  ['021-6888-0000', { phone: '02168880000' }],
  ['0571-8888-0000', { phone: '057188880000' }],
  ['11010519491231002x', { identity_number: '11010519491231002X' }],
  ['6222 0212 3456 7890 123', { card_number: '6222021234567890123' }],
  ['91110000MA01ABCD2X', { credit_code: '91110000MA01ABCD2X' }],
  ['someone@example.com', { email: 'someone@example.com' }],
  ['１３８００１３８０００', { phone: '13800138000' }],
])('%s is found by its kind', (typed, found) => expect(identifier_in(typed)).toEqual(found))

test.each(['张三', 'misrepresentations', '@', '年费 600 元', '314000', '2026110671288'])('%s is no identifier', (typed) => expect(identifier_in(typed)).toBeUndefined())

test.each([
  ['信用卡 13800138000', { phone: '13800138000' }],
  ['张三 138 0013 8000', { phone: '13800138000' }],
  ['电话13800138000打不通', { phone: '13800138000' }],
  ['"6222 0212 3456 7890 123"', { card_number: '6222021234567890123' }],
  ['refund someone@example.com', { email: 'someone@example.com' }],
  ['邮箱someone@example.com。', { email: 'someone@example.com' }],
  ['证件11010519491231002X', { identity_number: '11010519491231002X' }],
])('in %s stands that of a person', (typed, found) => expect(person_in(typed)).toEqual(found))

test.each(['2026110671288807', '信用卡 年费', '2026-11-06 至 2026-12-06', '100023', '年费 600 元 退还 300 元'])('in %s stands none', (typed) => expect(person_in(typed)).toBeUndefined())
