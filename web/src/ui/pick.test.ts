import { expect, test } from 'vitest'
import { matching } from './pick'

const picks = [
  { value: 'debit_card_use', label: '使用', path: '银行卡 · 借记卡', words: ['借记卡使用'] },
  { value: 'credit_card', label: '信用卡', path: '银行卡' },
  { value: 'credit_card_fees', label: '息费', path: '银行卡 · 信用卡', words: ['B0204'] },
  { value: 'wealth_sold', label: '代销理财', path: '银行代理业务' },
]
const found = (typed: string) => matching(picks, typed).map((one) => one.value)

test('a piece of the name is enough, the nearest comes first', () => {
  expect(found('信用')).toEqual(['credit_card', 'credit_card_fees'])
  expect(found('理财')).toEqual(['wealth_sold'])
})

test('a code, an official code and another name find it, too', () => {
  expect(found('credit_card_fees')).toEqual(['credit_card_fees'])
  expect(found('b0204')).toEqual(['credit_card_fees'])
  expect(found('借记卡使用')).toEqual(['debit_card_use'])
})

test('every piece that was typed must be found', () => {
  expect(found('信用卡 息费')).toEqual(['credit_card_fees'])
  expect(found('信用卡 理财')).toEqual([])
})

test('nothing typed shows the first', () => expect(matching(picks, '', 2)).toHaveLength(2))
