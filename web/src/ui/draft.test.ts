// A draft on the server: what comes late, what waits for the network, and whose it is.
import { QueryClient, VueQueryPlugin } from '@tanstack/vue-query'
import { flushPromises, mount } from '@vue/test-utils'
import { expect, test, vi } from 'vitest'
import { defineComponent, reactive } from 'vue'
import { renew_session } from '@/session/session'
import { at_the_edge, json } from '@/session/testing'
import { useDraft } from './draft'

type Values = Record<string, string>
const mark = { id: 5, form: 'case.contact', subject_id: 9, changed_at: '2026-11-21T01:00:00Z' }
const edge = at_the_edge(() => ({ 'GET /api/drafts': () => json({ items: [] }), 'POST /api/drafts': () => json(mark) }))

function with_setup<Made>(make: () => Made) {
  let made: Made | undefined
  const host = mount(defineComponent(() => { made = make(); return () => null }), { global: { plugins: [[VueQueryPlugin, { queryClient: new QueryClient({ defaultOptions: { queries: { retry: false } } }) }]] } })
  return { host, made: made as Made }
}
function draft_of(subject: number | undefined, first: Values) {
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

test('one of something new is another than one about a case', async () => {
  edge.answers['GET /api/drafts'] = () => json({ items: [{ ...mark, subject_id: null }, { ...mark, id: 6, subject_id: 13 }] })
  edge.answers['GET /api/drafts/5'] = () => json({ ...mark, content: '{"said":"新的"}' })
  edge.answers['GET /api/drafts/6'] = () => json({ ...mark, content: '{"said":"这一件的"}' })
  const fresh = draft_of(undefined, { said: '' })
  const about = draft_of(13, { said: '' })
  await flushPromises()
  expect([fresh.values.said, about.values.said]).toEqual(['新的', '这一件的'])
  fresh.host.unmount()
  about.host.unmount()
})
