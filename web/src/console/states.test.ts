// Every page of every feature while its answer is on its way, where there is nothing, where the server fails, refuses or
// is not reached, and for whose post it is not. A page that is added is held to the same without a word here.
import { readFileSync } from 'node:fs'
import { QueryClient, VueQueryPlugin } from '@tanstack/vue-query'
import { enableAutoUnmount, mount, type VueWrapper } from '@vue/test-utils'
import permissions from 'permissions'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { add_texts, i18n } from '@/i18n/language'
import { renew_session } from '@/session/session'
import Console from './Console.vue'
import { features } from './features'
import { router } from './router'
import { texts } from './texts'

// Charts are drawn on a canvas, which this browser has not.
vi.mock('@/ui/echarts', () => ({ open_chart: () => ({ setOption: () => undefined, resize: () => undefined, dispose: () => undefined }) }))

type Schema = { $ref?: string, type?: string | string[], format?: string, enum?: unknown[], properties?: Record<string, Schema>, required?: string[], allOf?: Schema[], anyOf?: Schema[], oneOf?: Schema[] }
const api = JSON.parse(readFileSync('../docs/openapi.json', 'utf8')) as {
  paths: Record<string, Record<string, { responses: Record<string, { content?: Record<string, { schema: Schema }> }> }>>
  components: { schemas: Record<string, Schema> }
}

// The least the server may answer by its own description: no rows, no page after this one, the first of several words.
function least(schema: Schema): unknown {
  if (schema.$ref) return least(api.components.schemas[schema.$ref.split('/').at(-1) ?? ''] ?? {})
  const [first] = schema.allOf ?? schema.anyOf ?? schema.oneOf ?? []
  if (first) return least(first)
  if (schema.enum) return schema.enum[0]
  if (Array.isArray(schema.type) && schema.type.includes('null')) return null
  const type = Array.isArray(schema.type) ? schema.type[0] : schema.type
  if (type === 'array') return []
  if (type === 'boolean') return false
  if (type === 'integer' || type === 'number') return 1
  if (type === 'string') return schema.format === 'date-time' ? '2026-11-21T01:00:00Z' : schema.format === 'date' ? '2026-11-21' : 'x'
  return Object.fromEntries((schema.required ?? []).filter((name) => name !== 'next_cursor').map((name) => [name, least(schema.properties?.[name] ?? {})]))
}

function least_answer(path: string, method: string): unknown {
  const found = Object.entries(api.paths).map(([address, methods]) => ({ asked: new RegExp(`^${address.replace(/\{\w+\}/g, '[^/]+')}$`), plain: !address.includes('{'), of: methods[method] }))
    .filter((one) => one.of && one.asked.test(path)).sort((a, b) => Number(b.plain) - Number(a.plain))[0]
  const schema = found?.of?.responses['200']?.content?.['application/json']?.schema
  if (!schema) throw new Error(`the API has no ${method} ${path}`)
  return least(schema)
}

type Mode = 'stalled' | 'nothing' | 'failing' | 'forbidden' | 'missing' | 'unreachable'
let mode: Mode = 'nothing'
let granted: readonly string[] = []
const asked: string[] = []
const statuses = { failing: 500, forbidden: 403, missing: 404 } as const
const refusal = (status: number) => new Response(JSON.stringify({ status, code: 'test.refused', text: { 'zh-CN': '测试用的答复。', en: 'An answer for tests.' } }), { status })

// The server at the edge of the browser.
function answer(address: string | URL | Request, how?: RequestInit): Promise<Response> {
  const [path = ''] = String(address).split('?')
  if (path === '/api/session') {
    const own = { ...least_answer(path, 'get') as object, permissions: granted, due: 'nothing', appointment_id: 1, appointments: [] }
    return Promise.resolve(new Response(JSON.stringify(own)))
  }
  asked.push(path)
  if (mode === 'stalled') return new Promise(() => undefined)
  if (mode === 'unreachable') return Promise.reject(new TypeError('no network'))
  if (mode !== 'nothing') return Promise.resolve(refusal(statuses[mode]))
  return Promise.resolve(new Response(JSON.stringify(least_answer(path, (how?.method ?? 'get').toLowerCase()))))
}

const pages = features.flatMap((feature) => feature.routes).filter((route) => !route.meta?.open)
  .map((route) => ({ name: String(route.name), path: route.path.replace(/:\w+(\([^)]*\))?/g, '1'), permission: route.meta?.permission, is_one: route.path.includes(':') }))
// Forms that are filled in before anything is asked, and what was typed to be sought, which is gone in a new window.
const forms = ['complaints.found', 'registration.new', 'imports.new', 'case_library.new', 'tip_offs.new', 'identity.password', 'search.page']
// Lists in which whoever reads them always finds himself, the posts that come with the program, and a year, which has months.
const never_empty = ['identity.sessions', 'organisation.tree', 'organisation.posts', 'clocks.calendar']
const asking = pages.filter((one) => !forms.includes(one.name))
const lists = asking.filter((one) => !one.is_one && !never_empty.includes(one.name))

let queries: QueryClient
let shell: VueWrapper
const main = () => shell.get('main')
const heading = () => main().find('h1').text()

async function visit(path: string, how: Mode, rights: readonly string[] = Object.keys(permissions)): Promise<void> {
  granted = rights
  mode = 'nothing'
  await renew_session()
  await router.replace('/no-such-page')
  mode = how
  queries.clear()
  asked.length = 0
  await router.replace(path)
  await vi.waitFor(() => expect(heading()).not.toBe(''))
}
const shown = (text: string) => vi.waitFor(() => expect(main().text()).toContain(text))

enableAutoUnmount(afterAll)
beforeAll(async () => {
  vi.stubGlobal('fetch', vi.fn(answer))
  vi.stubGlobal('ResizeObserver', class { observe() { /* never */ } disconnect() { /* never */ } })
  add_texts('console', texts)
  for (const feature of features) add_texts(feature.name, feature.texts)
  queries = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  granted = Object.keys(permissions)
  shell = mount(Console, { attachTo: document.body, global: { plugins: [i18n, router, [VueQueryPlugin, { queryClient: queries }]] } })
  await router.isReady()
  // What is fetched when a page is first shown is no part of what is held here.
  await Promise.all(features.flatMap((feature) => feature.routes).map((route) => (route.component as () => Promise<unknown>)()))
}, 60_000)
beforeEach(() => { asked.length = 0 })

test('there are pages, and those that are named here exist', () => {
  const names = pages.map((one) => one.name)
  expect(names.length).toBeGreaterThan(30)
  expect([...forms, ...never_empty].filter((one) => !names.includes(one))).toEqual([])
})

test.each(asking)('$name shows that its answer is on its way', async ({ path }) => {
  await visit(path, 'stalled')
  await shown('正在载入')
  expect(main().find('.loading').attributes('role')).toBe('status')
})

test.each(pages)('$name stands by the least that the server may answer', async ({ name, path }) => {
  await visit(path, 'nothing')
  await vi.waitFor(() => expect(main().find('.loading').exists()).toBe(false))
  expect(main().text()).not.toContain('本页出现故障')
  expect(main().findAll('h1')).toHaveLength(1)
  expect(document.title).toBe(heading())
  if (lists.some((one) => one.name === name)) await vi.waitFor(() => expect(main().find('.state h2').text()).not.toBe(''))
})

test.each(asking)('$name says that the server failed, and asks again when told to', async ({ path }) => {
  await visit(path, 'failing')
  await vi.waitFor(() => expect(main().find('[role="alert"]').text()).toContain('测试用的答复。'))
  const again = main().findAll('[role="alert"] button').find((one) => one.text() === '重试')
  asked.length = 0
  await again?.trigger('click')
  expect(asked.length).toBeGreaterThan(0)
})

test.each(asking)('$name says that the server is not reached', async ({ path }) => {
  await visit(path, 'unreachable')
  await shown('连接不上服务器')
  expect(main().find('[role="alert"] button').text()).toBe('重试')
})

test.each(asking)('$name says that its content is not for this post, without offering to try again', async ({ path }) => {
  await visit(path, 'forbidden')
  await shown('无权查看')
  expect(main().findAll('[role="alert"] button')).toEqual([])
})

test.each(asking.filter((one) => one.is_one))('$name says that there is no such thing', async ({ path }) => {
  await visit(path, 'missing')
  await shown('没有找到')
})

test.each(pages.filter((one) => one.permission))('$name is not shown without its permission, and asks nothing', async ({ path }) => {
  await visit(path, 'nothing', [])
  await shown('如需办理，请联系本单位负责人')
  expect(document.title).toBe(heading())
  expect(asked.filter((one) => one !== '/api/organisation' && one !== '/api/approvals')).toEqual([])
})
