import { QueryClient, VueQueryPlugin } from '@tanstack/vue-query'
import { enableAutoUnmount, flushPromises, mount } from '@vue/test-utils'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createMemoryHistory, createRouter } from 'vue-router'
import type { Hit } from '@/api/types'
import { add_texts, i18n } from '@/i18n/language'
import { forget_sought, look_for } from '@/session/sought'
import SearchPage from './SearchPage.vue'
import feature from './feature'

add_texts('search', feature.texts)

const unit: Hit = {
  kind: 'unit', id: 7, number: '100103', name: '个人信贷部', name_en: 'Personal Lending', state: 'open', place: 'name', excerpt: '个人信贷部', marks: [{ from: 2, until: 4 }],
}
const page = (items: Hit[], more: object = {}) => ({ items, unread: 0, ...more })
const json = (body: object, status = 200) => new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/json' } })

// Stands in for the server at the edge of the browser: what is looked for is answered in turn, once.
function answers(...responses: Response[]) {
  const asked: unknown[] = []
  vi.stubGlobal('fetch', (address: string, { body }: RequestInit) => {
    if (address !== '/api/search') return Promise.resolve(json({ items: [] }))
    asked.push(JSON.parse(String(body)))
    return Promise.resolve(responses.shift() ?? json(page([])))
  })
  return asked
}

async function shown() {
  const Nowhere = { template: '<p />' }
  const router = createRouter({ history: createMemoryHistory(), routes: [
    { path: '/search', name: 'search.page', component: Nowhere },
    { path: '/units/:id', name: 'organisation.unit', component: Nowhere },
  ] })
  await router.push('/search')
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  const wrapper = mount(SearchPage, { global: { plugins: [i18n, router, [VueQueryPlugin, { queryClient: queries }]] }, attachTo: document.body })
  await flushPromises()
  return { wrapper, queries, router }
}

enableAutoUnmount(afterEach)
beforeEach(forget_sought)
afterEach(() => vi.unstubAllGlobals())

test('what was found stands with its marks, and leads to its page', async () => {
  answers(json(page([unit])))
  look_for('信贷')
  const { wrapper } = await shown()
  expect(wrapper.get('mark').text()).toBe('信贷')
  expect(wrapper.get('tbody a').attributes('href')).toBe('/units/7')
  expect(wrapper.get('tbody').text()).toContain('机构名称')
  expect(wrapper.get('[role="status"]').text()).toBe('找到 1 条。')
})

test('a page without hits that is not the last is asked on', async () => {
  const asked = answers(json(page([], { next_cursor: 'a' })), json(page([], { next_cursor: 'b' })), json(page([unit])))
  look_for('信贷')
  const { wrapper } = await shown()
  expect(asked).toEqual([undefined, 'a', 'b'].map((cursor) => ({ text: '信贷', limit: 20, ...(cursor && { cursor }) })))
  expect(wrapper.findAll('tbody tr')).toHaveLength(1)
})

test('the rest comes when it is asked for, of the kind that is shown', async () => {
  const asked = answers(json(page([unit])), json(page([unit], { next_cursor: 'next' })), json(page([{ ...unit, id: 8 }])))
  look_for('信贷')
  const { wrapper, router } = await shown()
  await wrapper.findAll('nav button').find((one) => one.text() === '机构')?.trigger('click')
  await flushPromises()
  expect(router.currentRoute.value.query).toEqual({ kind: 'unit' })
  expect(wrapper.get('[role="status"]').text()).toBe('已列出 1 条，还有更多。')
  await wrapper.findAll('button').find((one) => one.text() === '继续加载')?.trigger('click')
  await flushPromises()
  expect(asked.slice(1)).toEqual([{ text: '信贷', limit: 20, kinds: ['unit'] }, { text: '信贷', limit: 20, kinds: ['unit'], cursor: 'next' }])
  expect(wrapper.findAll('tbody tr')).toHaveLength(2)
})

test('what the index has not read is told', async () => {
  answers(json(page([unit], { unread: 1234 })))
  look_for('信贷')
  const { wrapper } = await shown()
  expect(wrapper.text()).toContain('最近还有 1,234 条记录正在编入索引，此刻可能找不全。')
})

test('a refusal stands at the field, which keeps what was typed', async () => {
  answers(json({ status: 422, code: 'search.too_short', field: 'text', text: { 'zh-CN': '请至少输入一个两个字以上的词。', en: 'Two.' } }, 422))
  look_for('贷')
  const { wrapper } = await shown()
  const field = wrapper.get('input')
  expect(field.element.value).toBe('贷')
  expect(field.attributes('aria-invalid')).toBe('true')
  expect(document.getElementById(field.attributes('aria-describedby')?.split(' ')[1] ?? '')?.textContent).toBe('请至少输入一个两个字以上的词。')
})

test('what was typed is in no address and no key of an answer', async () => {
  const asked = answers(json(page([unit])), json(page([unit])))
  const { wrapper, queries, router } = await shown()
  expect(asked).toEqual([])
  await wrapper.get('input').setValue('信贷 13800138000')
  await wrapper.get('form').trigger('submit')
  await flushPromises()
  expect(asked).toHaveLength(1)
  expect(JSON.stringify(queries.getQueryCache().getAll().map((one) => [one.queryKey, one.queryHash]))).not.toMatch(/信贷|138/)
  expect(router.currentRoute.value.fullPath).toBe('/search')
  expect(wrapper.text()).toContain('按号码查找投诉不在您的岗位权限内')
})
