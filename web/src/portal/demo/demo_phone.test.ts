import { flushPromises, mount } from '@vue/test-utils'
import { beforeAll, expect, test, vi } from 'vitest'
import { add_texts, i18n } from '@/i18n/language'
import { texts } from '../texts'
import DemoPhone from './DemoPhone.vue'

beforeAll(() => add_texts('portal', texts))

test('a number that is none is said at the field and never asked for', async () => {
  vi.useFakeTimers()
  const phones: unknown[] = []
  vi.stubGlobal('fetch', (_: string, asked: { headers: Record<string, string> }) => {
    phones.push(asked.headers['X-Phone'])
    return Promise.resolve(new Response('{"items":[]}'))
  })
  const page = mount(DemoPhone, { global: { plugins: [i18n] } })
  await flushPromises()
  await page.get('input').setValue('123')
  await page.get('form').trigger('submit')
  expect(page.get('.error').text()).toBe('请填11位手机号码，或留空。')
  vi.advanceTimersByTime(7000)
  expect(phones).toEqual([undefined, undefined, undefined])
  await page.get('input').setValue('138 1234 5678')
  await page.get('form').trigger('submit')
  await flushPromises()
  expect(page.find('.error').exists()).toBe(false)
  expect(phones.at(-1)).toBe('13812345678')
  page.unmount()
  vi.unstubAllGlobals()
  vi.useRealTimers()
})
