import { afterEach, beforeEach, expect, test, vi } from 'vitest'

const text = { 'zh-CN': '不对', en: 'wrong' }
interface Sent { path: string, headers: Record<string, string>, body: unknown }
let sent: Sent[] = []
let answers: ((asked: Sent) => [number, object] | 'lost')[] = []

// Stands in for the server at the edge of the browser; each answer is used once.
beforeEach(() => {
  vi.resetModules()
  localStorage.clear()
  sessionStorage.clear()
  sent = []
  answers = []
  vi.stubGlobal('fetch', (path: string, asked: { headers: Record<string, string>, body: string | null }) => {
    const one = { path: path.replace('/api/portal/', ''), headers: asked.headers, body: JSON.parse(asked.body ?? 'null') as unknown }
    sent.push(one)
    const answer = answers.shift()?.(one) ?? 'lost'
    return answer === 'lost' ? Promise.reject(new TypeError('offline')) : Promise.resolve(new Response(JSON.stringify(answer[1]), { status: answer[0] }))
  })
})
afterEach(() => vi.unstubAllGlobals())

const begun = () => [201, { id: 7, token: 'f'.repeat(64), expires_at: '' }] as [number, object]
const draft = () => [200, { id: 7, content: {}, files: [], is_submitted: false }] as [number, object]

test('the first answer begins a draft; the browser keeps its token and nothing that was said', async () => {
  const it = await import('./draft')
  answers = [begun, draft]
  it.answer({ name: '王秀兰', phone: '13812345678' })
  await it.save()
  expect(sent.map((one) => one.path)).toEqual(['drafts', 'drafts/7'])
  expect(sent[1]).toMatchObject({ body: { name: '王秀兰', phone: '13812345678' }, headers: { 'X-Draft-Token': 'f'.repeat(64) } })
  expect(it.save_state.value).toBe('saved')
  const kept = JSON.stringify(localStorage) + JSON.stringify(sessionStorage)
  expect(kept).toContain('f'.repeat(64))
  expect(kept).not.toMatch(/王秀兰|13812345678/)
})

test('only what changed is sent, and what was emptied is taken away', async () => {
  const it = await import('./draft')
  answers = [begun, draft, draft]
  it.answer({ name: '王秀兰', claim: '退费' })
  await it.save()
  it.answer({ claim: '' })
  await it.save()
  expect(sent[2]?.body).toEqual({ claim: null })
})

test('without a network what was typed waits, and goes once it is back', async () => {
  const it = await import('./draft')
  it.answer({ description: '存款变保险' })
  await it.save()
  expect(it.save_state.value).toBe('waiting')
  expect(it.filing.description).toBe('存款变保险')
  answers = [begun, draft]
  window.dispatchEvent(new Event('online'))
  await vi.waitFor(() => expect(it.save_state.value).toBe('saved'))
  expect(sent.at(-1)?.body).toEqual({ description: '存款变保险' })
})

test('nothing is submitted while something is unsaved', async () => {
  const it = await import('./draft')
  it.answer({ description: '存款变保险' })
  await expect(it.submit()).rejects.toMatchObject({ code: 'web.unreachable' })
  expect(sent.some((one) => one.path.endsWith('submission'))).toBe(false)
})

test('a draft that is gone is begun anew with all that stands on the page', async () => {
  const it = await import('./draft')
  answers = [begun, draft, () => [404, { status: 404, code: 'portal.draft_missing', text }], begun, draft]
  it.answer({ name: '王秀兰' })
  await it.save()
  it.answer({ claim: '退费' })
  await it.save()
  expect(sent.at(-1)?.body).toEqual({ claim: '退费', name: '王秀兰' })
})

test('a refusal keeps the answer unsaved and is told until it is mended', async () => {
  const it = await import('./draft')
  answers = [begun, () => [422, { status: 422, code: 'email.malformed', field: 'email', text }], draft]
  it.answer({ email: 'x' })
  await expect(it.save()).rejects.toMatchObject({ field: 'email' })
  expect(it.refusal.value?.field).toBe('email')
  it.answer({ email: 'x@example.com' })
  await it.save()
  expect(it.refusal.value).toBeUndefined()
})

test('all that is refused is told at once, and the rest is saved', async () => {
  const it = await import('./draft')
  const refuse = (field: string) => () => [422, { status: 422, code: `${field}.malformed`, field, text }] as [number, object]
  answers = [begun, refuse('card_number'), refuse('email'), draft]
  it.answer({ card_number: 'x', email: 'x', address: '某地', step: 'review' })
  await expect(it.save()).rejects.toMatchObject({ field: 'card_number' })
  expect(it.refusals.value.map((one) => one.field)).toEqual(['card_number', 'email'])
  expect(sent.map((one) => one.body)).toEqual([{}, expect.anything(), { email: 'x', address: '某地' }, { address: '某地' }])
  expect(it.save_state.value).toBe('unsaved')
})

test('after the submission the token stays in this tab only, and gives the receipt again', async () => {
  const it = await import('./draft')
  const receipt = { number: '2026112200000001', receipt_code: '1234567890123456' }
  answers = [begun, draft, () => [201, receipt], () => [200, receipt]]
  it.answer({ name: '王秀兰' })
  expect(await it.submit()).toEqual(receipt)
  expect(localStorage.getItem('xiaobao.draft')).toBeNull()
  expect(it.filing).toEqual({})
  expect(await it.receipt_again()).toEqual(receipt)
  it.forget_receipt()
  expect(it.receipt_again()).toBeUndefined()
})

test('an earlier draft is read again, or said to be gone', async () => {
  localStorage.setItem('xiaobao.draft', JSON.stringify({ id: 7, token: 'f'.repeat(64) }))
  const it = await import('./draft')
  expect(it.has_draft.value).toBe(true)
  answers = [() => [200, { id: 7, content: { name: '王秀兰' }, files: [], is_submitted: false }]]
  expect(await it.resume()).toBe('open')
  expect(it.filing.name).toBe('王秀兰')
  answers = [() => [404, { status: 404, code: 'portal.draft_missing', text }]]
  expect(await it.resume()).toBe('missing')
  expect(localStorage.getItem('xiaobao.draft')).toBeNull()
})
