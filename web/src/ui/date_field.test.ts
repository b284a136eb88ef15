// A field of a day or a minute: what may be typed, what is told of it, and what becomes of what is no date.
import { mount } from '@vue/test-utils'
import { afterEach, expect, test } from 'vitest'
import { nextTick } from 'vue'
import { i18n } from '@/i18n/language'
import DateField from './DateField.vue'

afterEach(() => { document.body.innerHTML = '' })

function field(props: { modelValue: string, with_time?: boolean }) {
  const sent: string[] = []
  const it = mount(DateField, { global: { plugins: [i18n] }, attachTo: document.body,
    props: { label: '日期', ...props, 'onUpdate:modelValue': (text: string) => { sent.push(text); void it.setProps({ modelValue: text }) } } })
  const input = () => it.get<HTMLInputElement>('input.input')
  const type = (text: string) => { input().element.value = text; return input().trigger('input') }
  return { it, input, type, sent }
}

test('a day typed in any form is a date when one leaves the field, and told with its weekday', async () => {
  const { it, input, type, sent } = field({ modelValue: '' })
  await type('2026年11月1日')
  await input().trigger('change')
  expect(sent.at(-1)).toBe('2026-11-01')
  await nextTick()
  expect(input().element.value).toBe('2026-11-01')
  expect(it.text()).toContain('周日')
})

test('while one types nothing is put in place of it', async () => {
  const { input, type, sent } = field({ modelValue: '' })
  await type('11-1')
  expect([sent.at(-1), input().element.value]).toEqual(['11-1', '11-1'])
  await type('2026-11-12')
  expect(sent.at(-1)).toBe('2026-11-12')
})

test('what is no date stays, is said to be none, and is sent as it stands', async () => {
  const { it, input, type, sent } = field({ modelValue: '2026-11-20' })
  await type('2026-02-30')
  await input().trigger('change')
  expect(sent.at(-1)).toBe('2026-02-30')
  await nextTick()
  expect(input().element.value).toBe('2026-02-30')
  expect(it.get('[role="alert"]').text()).toContain('没有这个日期')
  expect(input().attributes('aria-invalid')).toBe('true')
  await type('2026-02-28')
  expect(it.find('[role="alert"]').exists()).toBe(false)
})

test('a minute stands with a space and is sent with a T', async () => {
  const { input, type, sent } = field({ modelValue: '2026-11-21T09:30', with_time: true })
  expect(input().element.value).toBe('2026-11-21 09:30')
  await type('2026-11-21 14:05')
  expect(sent.at(-1)).toBe('2026-11-21T14:05')
  await type('11/2 9:5')
  await input().trigger('change')
  expect(sent.at(-1)).toMatch(/^\d{4}-11-02T09:05$/)
})

test('what comes from elsewhere takes the place of what was typed', async () => {
  const { it, input, type } = field({ modelValue: '2026-11-20' })
  await type('x')
  await it.setProps({ modelValue: '2026-12-01' })
  expect(input().element.value).toBe('2026-12-01')
  await it.setProps({ modelValue: '' })
  expect(input().element.value).toBe('')
})

test('Enter settles what was typed before a form is sent by it', async () => {
  const { input, type, sent } = field({ modelValue: '' })
  await type('2026年11月1日')
  await input().trigger('keydown', { key: 'Enter', ctrlKey: true })
  expect(sent.at(-1)).toBe('2026-11-01')
})

test('a day picked from the calendar is taken, and one cleared there is gone', async () => {
  const { it, input, sent } = field({ modelValue: '2026-11-20' })
  const picker = it.get<HTMLInputElement>('.picker')
  expect(picker.element.value).toBe('2026-11-20')
  for (const day of ['2026-12-24', '']) {
    picker.element.value = day
    await picker.trigger('input')
    expect([sent.at(-1), input().element.value]).toEqual([day, day])
  }
})

test('what is typed stays where whoever asks takes whole days only', async () => {
  const it = mount(DateField, { global: { plugins: [i18n] }, props: { label: '日期', modelValue: '', 'onUpdate:modelValue': () => {} } })
  const input = it.get<HTMLInputElement>('input.input')
  input.element.value = '2026-1'
  await input.trigger('input')
  await it.setProps({ label: '到期日' })
  expect(input.element.value).toBe('2026-1')
})
