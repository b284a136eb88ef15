import { mount } from '@vue/test-utils'
import { expect, test } from 'vitest'
import { defineComponent, h, ref, type Component } from 'vue'
import { i18n } from '@/i18n/language'
import PickField from './PickField.vue'

const picks = [
  { value: 'credit_card', label: '信用卡', path: '银行卡' },
  { value: 'credit_card_fees', label: '息费', path: '银行卡 · 信用卡' },
]

function field(first: { value?: string, suggested?: string, passing?: boolean } = {}) {
  const value = ref(first.value ?? '')
  const host = defineComponent(() => () => h(PickField as Component, {
    label: '业务类别', picks, suggested: first.suggested, passing: first.passing, modelValue: value.value, 'onUpdate:modelValue': (to: string) => { value.value = to },
  }))
  const wrapper = mount(host, { global: { plugins: [i18n] } })
  return { wrapper, input: wrapper.get('input'), value: () => value.value }
}

test('a piece of a name and leaving the field choose the nearest', async () => {
  const { input, value } = field()
  await input.setValue('息')
  await input.trigger('blur')
  expect(value()).toBe('credit_card_fees')
  expect(input.element.value).toBe('银行卡 · 信用卡 · 息费')
})

test('arrows and Enter choose another', async () => {
  const { input, value } = field()
  await input.setValue('信用卡')
  await input.trigger('keydown', { key: 'ArrowDown' })
  await input.trigger('keydown', { key: 'Enter' })
  expect(value()).toBe('credit_card_fees')
})

test('a suggestion fills nothing by itself; the right arrow takes it', async () => {
  const { input, value } = field({ suggested: 'credit_card' })
  await input.trigger('blur')
  expect(value()).toBe('')
  await input.trigger('keydown', { key: 'ArrowRight' })
  expect(value()).toBe('credit_card')
})

test('Enter takes a suggestion, unless it goes on to the next field or sends the form', async () => {
  const { input, value } = field({ suggested: 'credit_card' })
  await input.trigger('keydown', { key: 'Enter', ctrlKey: true })
  expect(value()).toBe('')
  await input.trigger('keydown', { key: 'Enter' })
  expect(value()).toBe('credit_card')
  const passing = field({ suggested: 'credit_card', passing: true })
  await passing.input.trigger('keydown', { key: 'Enter' })
  expect(passing.value()).toBe('')
})

test('what is no choice is said at the field, and nothing is lost', async () => {
  const { wrapper, input, value } = field({ value: 'credit_card' })
  await input.setValue('飞机')
  await input.trigger('blur')
  expect(value()).toBe('credit_card')
  expect(wrapper.get('[role="alert"]').text()).toBe('没有符合的选项')
})

test('an emptied field is no choice, Escape leaves all as it was', async () => {
  const { input, value } = field({ value: 'credit_card' })
  await input.setValue('息')
  await input.trigger('keydown', { key: 'Escape' })
  expect(value()).toBe('credit_card')
  await input.setValue('')
  await input.trigger('blur')
  expect(value()).toBe('')
})
