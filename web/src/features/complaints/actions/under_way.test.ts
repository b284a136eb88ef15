// An action under way: its draft on the server, and what happens when another was faster.
import { QueryClient, VueQueryPlugin } from '@tanstack/vue-query'
import { flushPromises, mount } from '@vue/test-utils'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { defineComponent, reactive } from 'vue'
import { forget_session, renew_session } from '@/session/session'
import type { Case, Values } from './types'
import { row_actions } from './rows'
import { useAction } from './useAction'
import { useDraft } from './useDraft'

interface Sent { path: string, body: Record<string, unknown>, if_match: string | undefined }
let person = 7
let answers: Record<string, () => Response | Promise<Response>> = {}
let sent: Sent[] = []
const json = (body: object, status = 200) => new Response(JSON.stringify(body), { status })
const refused = (code: string, status: number) => json({ status, code, text: { 'zh-CN': '不行。', en: 'No.' } }, status)
const mark = { id: 5, form: 'case.contact', subject_id: 9, changed_at: '2026-11-21T01:00:00Z' }

// The server at the edge of the browser.
function answer(address: string | URL | Request, how?: RequestInit): Promise<Response> {
  const path = String(address)
  if (path === '/api/session') return Promise.resolve(json({ person: { id: person }, permissions: [], appointments: [], appointment_id: person }))
  const method = how?.method ?? 'GET'
  if (method === 'POST') sent.push({ path, body: JSON.parse(String(how?.body)) as Record<string, unknown>, if_match: (how?.headers as Record<string, string>)['If-Match'] })
  const found = answers[`${method} ${path}`]
  return found ? Promise.resolve(found()) : Promise.reject(new TypeError('no network'))
}

beforeEach(async () => {
  vi.useFakeTimers()
  vi.stubGlobal('fetch', vi.fn(answer))
  person = 7
  answers = { 'GET /api/drafts': () => json({ items: [] }), 'POST /api/drafts': () => json(mark) }
  await renew_session()
  sent = []
})
afterEach(() => {
  forget_session()
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

function with_setup<Made>(make: () => Made) {
  let made: Made | undefined
  const host = mount(defineComponent(() => { made = make(); return () => null }), { global: { plugins: [[VueQueryPlugin, { queryClient: new QueryClient({ defaultOptions: { queries: { retry: false } } }) }]] } })
  return { host, made: made as Made }
}
function draft_of(subject: number, first: Values) {
  const values = reactive<Values>({ ...first })
  const { host, made } = with_setup(() => useDraft('contact', subject, values))
  return { host, values, draft: made }
}
const kept = () => sent.filter((one) => one.path === '/api/drafts').map((one) => JSON.parse(String(one.body.content)) as Values)
const later = (ms: number) => vi.advanceTimersByTimeAsync(ms)

test('an earlier draft that comes late fills what is untouched and leaves what was typed', async () => {
  answers['GET /api/drafts'] = () => json({ items: [mark] })
  answers['GET /api/drafts/5'] = () => json({ ...mark, content: '{"said":"旧的","note":"旧备注"}' })
  const { values, host } = draft_of(9, { said: '', note: '' })
  values.said = '新的'
  await later(2_000)
  expect(values).toEqual({ said: '新的', note: '旧备注' })
  expect(kept().at(-1)).toEqual({ said: '新的', note: '旧备注' })
  host.unmount()
})

test('nothing is kept in place of an earlier draft that could not be looked for', async () => {
  delete answers['GET /api/drafts']
  const { values, draft, host } = draft_of(10, { said: '' })
  values.said = '新的'
  await later(2_000)
  expect(draft.keeping.value).toBe('waiting')
  expect(kept()).toEqual([])
  answers['GET /api/drafts'] = () => json({ items: [] })
  await later(9_000)
  expect(kept()).toEqual([{ said: '新的' }])
  host.unmount()
})

test('what waits for the network goes on waiting when its panel is closed, and is there when it is opened again', async () => {
  delete answers['POST /api/drafts']
  const first = draft_of(11, { said: '' })
  await flushPromises()
  first.values.said = '没有网络时写的'
  await later(2_000)
  first.host.unmount()
  const second = draft_of(11, { said: '' })
  await flushPromises()
  expect(second.values.said).toBe('没有网络时写的')
  second.host.unmount()
  answers['POST /api/drafts'] = () => json(mark)
  await later(9_000)
  expect(kept()).toContainEqual({ said: '没有网络时写的' })
})

test('what one wrote is not kept among the drafts of somebody who signed in since', async () => {
  delete answers['POST /api/drafts']
  const { values, host } = draft_of(12, { said: '' })
  await flushPromises()
  values.said = '甲写的'
  await later(2_000)
  host.unmount()
  await flushPromises()
  sent = []
  answers['POST /api/drafts'] = () => json(mark)
  person = 8
  await renew_session()
  await later(60_000)
  expect(kept()).toEqual([])
})

test('where another was faster on a row, it is sent again with the version of the row, not of the case', async () => {
  const complaint = { id: 3, version: 40 }
  const it = { complaint, person_id: 7, unit_id: 1, rests: false } as Case
  answers['GET /api/complaints/3/timeline'] = () => json({ items: [{ n: 1 }] })
  answers['POST /api/tasks/3/answer'] = () => refused('version.changed', 412)
  const queries = new QueryClient()
  let made: ReturnType<typeof useAction> | undefined
  const host = mount(defineComponent(() => {
    made = useAction(row_actions.answer_task as never, it, { id: 3, version: 2 }, () => undefined)
    return () => null
  }), { global: { plugins: [[VueQueryPlugin, { queryClient: queries }]] } })
  await flushPromises()
  // The row has the same id as the case.
  queries.setQueryData(['complaints', 'page', 3, 'tasks'], { items: [{ id: 3, version: 6 }] })
  await made?.submit()
  expect(made?.others.value).toHaveLength(1)
  await made?.submit()
  expect(sent.filter((one) => one.path.endsWith('/answer')).map((one) => one.if_match)).toEqual(['"2"', '"6"'])
  host.unmount()
})
