import { afterEach, expect, test, vi } from 'vitest'
import { address_of, get, post, set_gate, upload } from './client'
import { Problem } from './problem'

const text = { 'zh-CN': '请先登录。', en: 'Sign in first.' }
const json = (status: number, body: object) =>
  new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/json' } })

// Stands in for the server at the edge of the browser; each answer is used once.
function answers(...responses: Response[]) {
  const asked = vi.fn<typeof fetch>(() => Promise.resolve(responses.shift() as Response))
  vi.stubGlobal('fetch', asked)
  return asked
}

afterEach(() => vi.unstubAllGlobals())

test('an address has its path filled and repeats a filter with several values', () => {
  expect(address_of('/api/complaints/{id}', { path: { id: 7 } })).toBe('/api/complaints/7')
  expect(address_of('/api/complaints', { query: { state: ['handling', 'proposed'], cursor: undefined } }))
    .toBe('/api/complaints?state=handling&state=proposed')
})

test('a refusal is a Problem with its field and both sentences', async () => {
  answers(json(422, { status: 422, code: 'field.choice', field: 'state', text }))
  const refused = await get('/api/complaints', {}).catch((error: unknown) => error)
  expect(refused).toBeInstanceOf(Problem)
  expect(refused).toMatchObject({ code: 'field.choice', field: 'state', text })
})

test('a CSRF token that is too old is fetched anew and the command sent again', async () => {
  const asked = answers(
    json(403, { status: 403, code: 'session.csrf', text }), json(200, { csrf_token: 'fresh' }), json(200, { items: [] }))
  await post('/api/complaints/search', { body: { number: '1' } })
  expect(asked.mock.calls[2]?.[1]?.headers).toMatchObject({ 'X-CSRF-Token': 'fresh' })
})

test('a session that is too old for a command is proved first', async () => {
  const prove = vi.fn(() => Promise.resolve(true))
  set_gate({ ended: () => undefined, prove })
  answers(json(403, { status: 403, code: 'session.stale', text }), json(200, { items: [] }))
  await post('/api/complaints/search', { body: { number: '1' } })
  expect(prove).toHaveBeenCalledOnce()
})

test('an old token and an old proof are both mended, and neither twice', async () => {
  const prove = vi.fn(() => Promise.resolve(true))
  set_gate({ ended: () => undefined, prove })
  const old_token = () => json(403, { status: 403, code: 'session.csrf', text })
  answers(old_token(), json(200, { csrf_token: 'fresh' }), json(403, { status: 403, code: 'session.stale', text }), json(200, { items: [] }))
  await post('/api/complaints/search', { body: { number: '1' } })
  answers(old_token(), json(200, { csrf_token: 'fresh' }), old_token())
  await expect(post('/api/complaints/search', { body: { number: '1' } })).rejects.toMatchObject({ code: 'session.csrf' })
})

test('a session that ended is told to the shell', async () => {
  const ended = vi.fn()
  set_gate({ ended, prove: () => Promise.resolve(false) })
  answers(json(401, { status: 401, code: 'session.missing', text }))
  await expect(get('/api/complaints', {})).rejects.toMatchObject({ status: 401 })
  expect(ended).toHaveBeenCalledOnce()
})

test('a version and a key go with the command', async () => {
  const asked = answers(json(200, {}))
  await post('/api/complaints/{id}/takeover', { path: { id: 3 }, body: {}, if_match: 14, idempotency_key: 'k' })
  expect(asked.mock.calls[0]?.[1]?.headers).toMatchObject({ 'If-Match': '"14"', 'Idempotency-Key': 'k' })
})

test('a file goes as it is, its name in percent escapes', async () => {
  const asked = answers(json(200, {}))
  const file = new File(['%PDF'], '凭证.pdf')
  await upload('/api/complaints/{id}/attachments', file, { path: { id: 3 } })
  expect(asked.mock.calls[0]?.[1]?.body).toBe(file)
  expect(asked.mock.calls[0]?.[1]?.headers).toMatchObject({ 'Content-Type': 'application/octet-stream', 'X-File-Name': '%E5%87%AD%E8%AF%81.pdf' })
})

test('no answer is a Problem, too', async () => {
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('offline')))
  await expect(get('/api/complaints', {})).rejects.toMatchObject({ code: 'web.unreachable', is_passing: true })
})
