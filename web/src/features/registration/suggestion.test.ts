import { expect, test } from 'vitest'
import type { TaxonomyItem } from '@/api/types'
import { first_sentence, suggested } from './suggestion'

const item = (code: string, zh: string, parent?: string, ...other_names: string[]): TaxonomyItem =>
  ({ code, zh, en: code, other_names, care: [], mark: 'design', effective_from: '2020-01-01', ...(parent ? { parent } : {}) })
const business = [
  item('bank_card', '银行卡'), item('debit_card', '借记卡', 'bank_card'), item('debit_card_fraud', '盗刷', 'debit_card', '借记卡盗刷'),
  item('credit_card', '信用卡', 'bank_card'), item('credit_card_fraud', '盗刷', 'credit_card'), item('mortgage', '个人住房贷款'),
]

test('the names that stand in the text are suggested, the most telling first', () => {
  expect(suggested(business, '客户称信用卡昨晚被盗刷三笔')).toEqual(['credit_card_fraud', 'credit_card'])
  expect(suggested(business, '借记卡在外地被盗刷')[0]).toBe('debit_card_fraud')
})

test('a name that several have says nothing alone', () => expect(suggested(business, '被盗刷了')).toEqual([]))
test('nothing told, nothing suggested', () => expect(suggested(business, ' ')).toEqual([]))

test('another name counts, and each half of a double one', () => {
  const groups = [item('elderly', '老年人', undefined, '老年客户', '老人'), item('annual_fee', '年费管理费')]
  expect(suggested(groups, '一位老人来取款')).toEqual(['elderly'])
})

test('a long name is known by most of its pairs, and by no less', () => {
  const causes = [item('fees_not_told', '收费未告知'), item('marketing', '营销方式和手段'), item('annual_fee', '年费管理费')]
  expect(suggested(causes, '营销人员没说，年费未告知')).toEqual(['fees_not_told'])
})

test('the first sentence is the summary, cut at a comma where it is long', () => {
  expect(first_sentence('信用卡年费未告知。客户要求退费')).toBe('信用卡年费未告知')
  const long = '客户三年前在我行办理信用卡时，营销人员明确承诺首年免年费次年刷六次免年费，但今年账单仍然扣收了六百元年费而且没有任何短信提示'
  expect(long.startsWith(first_sentence(long))).toBe(true)
  expect(first_sentence(long).length).toBeLessThanOrEqual(40)
})
