// A draft on the server: what comes late, what waits for the network, and whose it is.
import { QueryClient, VueQueryPlugin } from '@tanstack/vue-query'
import { flushPromises, mount } from '@vue/test-utils'
import { expect, test, vi } from 'vitest'
import { defineComponent, reactive } from 'vue'
import { forget_session, renew_session } from '@/session/session'
import { at_the_edge, json, refused } from '@/session/testing'
import { useDraft } from './draft'
import { keep_all } from './keeping'

type Values = Record<string, string>
const mark = { id: 5, form: 'case.contact', subject_id: 9, changed_at: '2026-11-21T01:00:00Z' }
const edge = at_the_edge(() => ({ 'GET /api/drafts': () => json({ items: [] }), 'POST /api/drafts': () => json(mark) }))

function with_setup<Made>(make: () => Made) {
  let made: Made | undefined
  const host = mount(defineComponent(() => { made = make(); return () => null }), { global: { plugins: [[VueQueryPlugin, { queryClient: new QueryClient({ defaultOptions: { queries: { retry: false } } }) }]] } })
  return { host, made: made as Made }
}
function draft_of(subject: number, first: Values) {
  const values = reactive<Values>({ ...first })
  const { host, made } = with_setup(() => useDraft('case.contact', subject, values))
  return { host, values, draft: made }
}
const kept = () => edge.sent.filter((one) => one.path === '/api/drafts').map((one) => JSON.parse(String(one.body.content)) as Values)
const later = (ms: number) => vi.advanceTimersByTimeAsync(ms)

test('an earlier draft that comes late fills what is untouched and leaves what was typed', async () => {
  edge.answers['GET /api/drafts'] = () => json({ items: [mark] })
  edge.answers['GET /api/drafts/5'] = () => json({ ...mark, content: '{"said":"旧的","note":"旧备注"}' })
  const { values, host } = draft_of(9, { said: '', note: '' })
  values.said = '新的'
  await later(2_000)
  expect(values).toEqual({ said: '新的', note: '旧备注' })
  expect(kept().at(-1)).toEqual({ said: '新的', note: '旧备注' })
  host.unmount()
})

test('what was found is not kept anew, until something is typed', async () => {
  edge.answers['GET /api/drafts'] = () => json({ items: [mark] })
  edge.answers['GET /api/drafts/5'] = () => json({ ...mark, content: '{"said":"旧的"}' })
  const { values, draft, host } = draft_of(9, { said: '' })
  await later(2_000)
  expect(values.said).toBe('旧的')
  expect([draft.keeping.value, draft.found_at.value]).toEqual(['nothing', mark.changed_at])
  expect(kept()).toEqual([])
  values.said = ''
  await later(2_000)
  expect(kept()).toEqual([{ said: '' }])
  expect(draft.keeping.value).toBe('kept')
  host.unmount()
})

test('nothing is kept in place of an earlier draft that could not be looked for', async () => {
  delete edge.answers['GET /api/drafts']
  const { values, draft, host } = draft_of(10, { said: '' })
  values.said = '新的'
  await later(2_000)
  expect(draft.keeping.value).toBe('waiting')
  expect(kept()).toEqual([])
  edge.answers['GET /api/drafts'] = () => json({ items: [] })
  await later(9_000)
  expect(kept()).toEqual([{ said: '新的' }])
  host.unmount()
})

test('what waits for the network goes on waiting when its panel is closed, and is there when it is opened again', async () => {
  delete edge.answers['POST /api/drafts']
  const first = draft_of(11, { said: '' })
  await flushPromises()
  first.values.said = '没有网络时写的'
  await later(2_000)
  first.host.unmount()
  const second = draft_of(11, { said: '' })
  await flushPromises()
  expect(second.values.said).toBe('没有网络时写的')
  second.host.unmount()
  edge.answers['POST /api/drafts'] = () => json(mark)
  await later(9_000)
  expect(kept()).toContainEqual({ said: '没有网络时写的' })
})

test('what one wrote is not kept among the drafts of somebody who signed in since', async () => {
  delete edge.answers['POST /api/drafts']
  const { values, host } = draft_of(12, { said: '' })
  await flushPromises()
  values.said = '甲写的'
  await later(2_000)
  host.unmount()
  await flushPromises()
  edge.sent = []
  edge.answers['POST /api/drafts'] = () => json(mark)
  edge.person = 8
  await renew_session()
  await later(60_000)
  expect(kept()).toEqual([])
})

test('what was typed when the session ended is kept as soon as the same person has signed in again', async () => {
  const { values, draft, host } = draft_of(18, { said: '' })
  await flushPromises()
  edge.sent = []
  edge.answers['POST /api/drafts'] = () => {
    forget_session()
    return refused('session.ended', 401)
  }
  values.said = '写到一半'
  await later(2_000)
  expect(draft.keeping.value).toBe('waiting')
  host.unmount()
  edge.answers['POST /api/drafts'] = () => json(mark)
  await later(60_000)
  expect(edge.sent.filter((one) => one.path === '/api/drafts')).toHaveLength(1)
  await renew_session()
  await later(0)
  expect(kept().at(-1)).toEqual({ said: '写到一半' })
})

test('what was typed when the session ended is not kept for whoever signs in instead', async () => {
  const { values, host } = draft_of(19, { said: '' })
  await flushPromises()
  edge.sent = []
  values.said = '甲写的'
  await flushPromises()
  forget_session()
  host.unmount()
  await later(20_000)
  edge.person = 9
  await renew_session()
  await later(60_000)
  expect(kept()).toEqual([])
  const his = draft_of(19, { said: '' })
  expect(his.values.said).toBe('')
  his.host.unmount()
})

test('what one wrote is not kept by another who signed in while an earlier draft was looked for', async () => {
  let answer = (): void => undefined
  edge.answers['GET /api/drafts'] = () => new Promise<Response>((done) => { answer = () => { done(json({ items: [] })) } })
  const { values, host } = draft_of(21, { said: '' })
  edge.sent = []
  values.said = '甲写的'
  await later(2_000)
  edge.person = 9
  await renew_session()
  answer()
  await later(60_000)
  expect(kept()).toEqual([])
  host.unmount()
})

test('what was typed a moment ago is kept before one signs out', async () => {
  const { values, draft, host } = draft_of(20, { said: '' })
  await flushPromises()
  edge.sent = []
  values.said = '刚写的'
  await flushPromises()
  await keep_all()
  expect(draft.keeping.value).toBe('kept')
  await later(20_000)
  expect(kept(), 'once').toEqual([{ said: '刚写的' }])
  host.unmount()
})

test('what waited is not undone by an earlier draft of the server', async () => {
  edge.answers['GET /api/drafts'] = () => json({ items: [{ ...mark, subject_id: 14 }] })
  edge.answers['GET /api/drafts/5'] = () => json({ ...mark, content: '{"said":"甲"}' })
  const first = draft_of(14, { said: '' })
  await flushPromises()
  delete edge.answers['GET /api/drafts']
  delete edge.answers['POST /api/drafts']
  first.values.said = '甲乙'
  await later(2_000)
  first.host.unmount()
  const second = draft_of(14, { said: '' })
  edge.answers['GET /api/drafts'] = () => json({ items: [{ ...mark, subject_id: 14 }] })
  edge.answers['POST /api/drafts'] = () => json(mark)
  await later(20_000)
  expect(second.values.said).toBe('甲乙')
  expect(kept().at(-1)).toEqual({ said: '甲乙' })
  second.host.unmount()
})

test('a form that was opened again keeps its draft, also where the one before was still sending it', async () => {
  let answer: (response: Response) => void = () => undefined
  edge.answers['POST /api/drafts'] = () => new Promise((done) => { answer = done })
  const first = draft_of(15, { said: '' })
  await flushPromises()
  first.values.said = '写到一半'
  await later(2_000)
  first.host.unmount()
  const second = draft_of(15, { said: '' })
  edge.answers['POST /api/drafts'] = () => json(mark)
  answer(json(mark))
  await later(20_000)
  expect(second.draft.keeping.value).toBe('kept')
  expect(edge.sent.filter((one) => one.path.endsWith('/deletion'))).toEqual([])
  second.host.unmount()
})

test('what was cleared while it was being kept is deleted, and nothing is said to be kept', async () => {
  let answer: (response: Response) => void = () => undefined
  edge.answers['POST /api/drafts'] = () => new Promise((done) => { answer = done })
  edge.answers['POST /api/drafts/5/deletion'] = () => json({})
  const { values, draft, host } = draft_of(16, { said: '' })
  await flushPromises()
  values.said = '不要了'
  await later(2_000)
  draft.start_again({ said: '' })
  answer(json(mark))
  await later(20_000)
  expect(values.said).toBe('')
  expect(draft.keeping.value).toBe('nothing')
  expect(edge.sent.map((one) => one.path)).toEqual(['/api/drafts', '/api/drafts/5/deletion'])
  host.unmount()
})

test('what was sent is no draft, also where its form was left before the answer came', async () => {
  edge.answers['POST /api/drafts/5/deletion'] = () => json({})
  const { values, draft, host } = draft_of(17, { said: '' })
  await flushPromises()
  values.said = '已发出'
  await flushPromises()
  host.unmount()
  await flushPromises()
  void draft.end()
  await later(20_000)
  expect(edge.sent.at(-1)?.path).toBe('/api/drafts/5/deletion')
  const again = draft_of(17, { said: '' })
  await later(2_000)
  expect(again.values.said).toBe('')
  again.host.unmount()
})
