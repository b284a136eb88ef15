import { mount } from '@vue/test-utils'
import { beforeAll, expect, test } from 'vitest'
import { add_texts, i18n } from '@/i18n/language'
import type { Case, GivenAnswer } from '@/api/portal'
import { texts } from '../texts'
import AnswerGiven from './AnswerGiven.vue'

beforeAll(() => add_texts('portal', texts))

const answer: GivenAnswer = {
  given_on: '2031-10-01', means: 'letter', outcome: 'partly_supported', amount_fen: 20000, letter_number: '云津〔2031〕1号',
  decision: '退还年费200元。', grounds: '收费公示第三条。', remedies: '可在30日内提出异议。',
}
const shown = (it: Partial<Case>) => mount(AnswerGiven, { props: { it: it as Case }, global: { plugins: [i18n] } })

test('the answer can be read where it is given, its grounds folded', () => {
  const text = shown({ answered_at: '2031-10-01T02:00:00Z', answer })
  expect(text.get('h2').text()).toBe('我们的答复')
  for (const part of ['我们支持您的一部分要求。', '¥200.00', '退还年费200元。', '可在30日内提出异议。', '告知方式：信函（2031年10月1日 周三）', '云津〔2031〕1号']) expect(text.text()).toContain(part)
  expect(text.get('details').attributes('open')).toBeUndefined()
  expect(text.get('details').text()).toContain('收费公示第三条。')
})

test('what the page has no words for is left out, and so is what is empty', () => {
  const text = shown({ answer: { ...answer, means: 'pigeon', outcome: 'unheard', amount_fen: null, letter_number: null, grounds: '', remedies: '' } }).text()
  expect(text).toBe('我们的答复退还年费200元。')
})

test('without the words the page says how they were told and where to hear them again', () => {
  const { given_on, means, outcome } = answer
  const told = shown({ answer: { given_on, means, outcome, reached: 'told' } }).text()
  for (const part of ['我们支持您的一部分要求。', '请打电话，我们再说一遍。', '告知方式：信函']) expect(told).toContain(part)
  const missed = shown({ answer: { given_on, means, outcome: null, reached: 'unreachable' } }).text()
  for (const part of ['没有联系上', '联系方式：信函']) expect(missed).toContain(part)
})

test('without it the page says where to hear it again, and nothing before there is one', () => {
  expect(shown({ answered_at: '2031-10-01T02:00:00Z' }).text()).toContain('请打电话')
  expect(shown({ answered_at: null }).text()).toBe('')
})
