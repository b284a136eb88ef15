import { expect, test } from 'vitest'
import { whole_identifiers } from './identifiers'

const typed = { phone: '', identity_number: '', credit_code: '', card_number: '', email: '' }

test('half a number is not looked for', () => {
  expect(whole_identifiers({ ...typed, phone: '1380013', card_number: '6222', identity_number: '1101', email: 'a@b' })).toEqual({})
})

test('whole identifiers are, however they are written', () => {
  expect(whole_identifiers({ phone: '138 0013 8000', identity_number: '11010519491231002x', credit_code: '91110000MA01ABCD2X', card_number: '6222 0212 3456 7890', email: ' a@b.cn ' }))
    .toEqual({ phone: '13800138000', identity_number: '11010519491231002X', credit_code: '91110000MA01ABCD2X', card_number: '6222021234567890', email: 'a@b.cn' })
})
