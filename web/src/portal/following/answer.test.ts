import { mount } from '@vue/test-utils'
import { beforeAll, expect, test } from 'vitest'
import { add_texts, i18n } from '@/i18n/language'
import type { Case } from '@/api/portal'
import { texts } from '../texts'
import AnswerGiven from './AnswerGiven.vue'

beforeAll(() => add_texts('portal', texts))

const answer = { given_on: '2031-10-01', means: 'letter', outcome: 'partly_supported', reached: 'told', letter_number: '云津〔2031〕1号' } as const
const shown = (it: Partial<Case>) => mount(AnswerGiven, { props: { it: it as Case }, global: { plugins: [i18n] } })

test('the page says the result, how it was told and where to hear it again', () => {
  const told = shown({ answered_at: '2031-10-01T02:00:00Z', answer })
  expect(told.get('h2').text()).toBe('我们的答复')
  for (const part of ['我们支持您的一部分要求。', '请打电话，我们再说一遍。', '告知方式：信函（2031年10月1日 周三）', '云津〔2031〕1号']) expect(told.text()).toContain(part)
  const missed = shown({ answer: { ...answer, outcome: null, letter_number: null, reached: 'unreachable' } }).text()
  for (const part of ['没有联系上', '联系方式：信函']) expect(missed).toContain(part)
})

test('without it the page says where to hear it again, and nothing before there is one', () => {
  expect(shown({ answered_at: '2031-10-01T02:00:00Z' }).text()).toContain('请打电话')
  expect(shown({ answered_at: null }).text()).toBe('')
})
