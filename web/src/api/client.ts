// The one way to the server: the session is a cookie, the CSRF token stays in memory, every refusal is a `Problem`.
// The only file that calls `fetch`.
import { is_problem_body, Problem, unintelligible, unreachable } from './problem'
import type { Address, Answer, Asked, Conduct, Method } from './types'

type Parts = Conduct & {
  path?: Record<string, string | number>
  query?: Record<string, unknown>
  body?: unknown
  file?: File
}

// What the shell does about a session that ended or is too old for what is asked.
export interface Gate {
  ended: () => void
  // True once the user has shown again who he is.
  prove: () => Promise<boolean>
}

let token: string | undefined
let gate: Gate = { ended: () => undefined, prove: () => Promise.resolve(false) }

export function set_gate(to: Gate): void {
  gate = to
}

// What may be asked is told by the first signature; the second keeps the compiler from weighing all addresses at once.
export function get<P extends Address<'get'>>(path: P, asked: Asked<P, 'get'>): Promise<Answer<P, 'get'>>
export function get(path: string, asked: object): Promise<unknown> {
  return ask('get', path, asked)
}

export function post<P extends Address<'post'>>(path: P, asked: Asked<P, 'post'>): Promise<Answer<P, 'post'>>
export function post(path: string, asked: object): Promise<unknown> {
  return ask('post', path, asked)
}

export function remove<P extends Address<'delete'>>(path: P, asked: Asked<P, 'delete'>): Promise<Answer<P, 'delete'>>
export function remove(path: string, asked: object): Promise<unknown> {
  return ask('delete', path, asked)
}

// A file the server makes, such as an export; its name comes from the server.
export function download<P extends Address<'post'>>(path: P, asked: Asked<P, 'post'>): Promise<{ blob: Blob, name: string }>
export async function download(path: string, asked: object): Promise<{ blob: Blob, name: string }> {
  const response = await answered('post', path, asked)
  const name = /filename="([^"]+)"/.exec(response.headers.get('Content-Disposition') ?? '')?.[1]
  return { blob: await response.blob(), name: name ?? 'download' }
}

// A file of the reader's, as it is; the server judges it by its content.
export function upload<P extends Address<'post'>>(path: P, file: File, asked: Omit<Asked<P, 'post'>, 'body'>): Promise<Answer<P, 'post'>>
export function upload(path: string, file: File, asked: object): Promise<unknown> {
  return ask('post', path, { ...asked, file })
}

export function new_key(): string {
  return crypto.randomUUID()
}

async function ask(method: Method, path: string, asked: Parts): Promise<unknown> {
  const response = await answered(method, path, asked)
  if (response.status === 204 || response.headers.get('Content-Length') === '0') return undefined
  const answer = await json_of(response)
  remember(answer)
  return answer
}

// Tries again once where the token was too old, and once where the proof of who one is was; then the refusal stands.
async function answered(method: Method, path: string, asked: Parts, mended: readonly string[] = []): Promise<Response> {
  const response = await sent(method, path, asked)
  if (response.ok) return response
  const refusal = await problem_in(response)
  if (refusal.code === 'session.missing' || refusal.code === 'session.ended') gate.ended()
  if (mended.includes(refusal.code) || !await mend(refusal.code)) throw refusal
  return answered(method, path, asked, [...mended, refusal.code])
}

async function mend(code: string): Promise<boolean> {
  if (code === 'session.stale') return gate.prove()
  if (code === 'session.csrf') await ask('get', '/api/session', {})
  return code === 'session.csrf'
}

async function sent(method: Method, path: string, asked: Parts): Promise<Response> {
  const headers: Record<string, string> = { Accept: 'application/json' }
  if (method !== 'get' && token) headers['X-CSRF-Token'] = token
  if (asked.body !== undefined || method === 'post') headers['Content-Type'] = asked.file ? 'application/octet-stream' : 'application/json'
  if (asked.file) headers['X-File-Name'] = encodeURIComponent(asked.file.name)
  if (asked.if_match !== undefined) headers['If-Match'] = `"${asked.if_match}"`
  if (asked.idempotency_key) headers['Idempotency-Key'] = asked.idempotency_key
  try {
    return await fetch(address_of(path, asked), {
      method: method.toUpperCase(),
      headers,
      credentials: 'same-origin',
      body: asked.file ?? (asked.body === undefined ? null : JSON.stringify(asked.body)),
      signal: asked.signal ?? null,
    })
  } catch (error) {
    if (asked.signal?.aborted) throw error
    throw unreachable()
  }
}

export function address_of(path: string, asked: Pick<Parts, 'path' | 'query'>): string {
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(asked.path?.[name])))
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(asked.query ?? {})) {
    const values = Array.isArray(value) ? value as unknown[] : [value]
    for (const one of values) {
      if (one !== undefined && one !== null && one !== '') query.append(name, String(one))
    }
  }
  return query.size ? `${filled}?${query}` : filled
}

async function problem_in(response: Response): Promise<Problem> {
  const body: unknown = await response.json().catch(() => undefined)
  return is_problem_body(body) ? new Problem(body) : unintelligible(response.status)
}

async function json_of(response: Response): Promise<unknown> {
  try {
    return await response.json() as unknown
  } catch {
    throw unintelligible(response.status)
  }
}

function remember(answer: unknown): void {
  if (typeof answer === 'object' && answer !== null && 'csrf_token' in answer) {
    token = String(answer.csrf_token)
  }
}
