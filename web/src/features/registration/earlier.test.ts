import { QueryClient, VueQueryPlugin } from '@tanstack/vue-query'
import { flushPromises, mount } from '@vue/test-utils'
import { afterEach, expect, test, vi } from 'vitest'
import { computed, reactive } from 'vue'
import { add_texts, i18n } from '@/i18n/language'
import EarlierMatters from './EarlierMatters.vue'
import { empty_form } from './form'
import { taking_key } from './taking'
import { texts } from './texts'

add_texts('registration', texts)
afterEach(() => vi.unstubAllGlobals())

test("another customer's matters are neither shown nor sent as his", async () => {
  const matter = { id: 1, number: '2026110100000001', kind: 'complaint', state: 'handling', received_at: '2026-11-01T01:00:00Z', summary: '甲的投诉' }
  let answer: (items: object[]) => void = () => undefined
  vi.stubGlobal('fetch', vi.fn(() => new Promise<Response>((done) => { answer = (items) => { done(new Response(JSON.stringify({ items }))) } })))
  const form = reactive(empty_form())
  form.complainant.phone = '13800000001'
  const taking = { form, error_at: () => undefined, taxonomies: { name: () => '投诉' } as never, suggestion: () => [], summary: computed(() => '') }
  const found = mount(EarlierMatters, { global: { plugins: [i18n, [VueQueryPlugin, { queryClient: new QueryClient() }]], provide: { [taking_key as symbol]: taking }, stubs: { RouterLink: true } } })
  await flushPromises()
  answer([matter])
  await vi.waitFor(() => expect(found.text()).toContain('甲的投诉'))
  form.repeats_number = matter.number

  form.complainant.phone = '13800000002'
  await flushPromises()
  expect(found.text()).not.toContain('甲的投诉')
  answer([])
  await vi.waitFor(() => expect(found.text()).toContain('没有以往来件'))
  expect(form.repeats_number).toBe('')
})
