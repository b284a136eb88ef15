// The server at the edge of the browser, for tests of what asks it: answers by method and path, what was sent, and who
// is signed in. Without an answer there is no network.
import { afterEach, beforeEach, vi } from 'vitest'
import { forget_session, renew_session } from '@/session/session'

interface Sent { path: string, body: Record<string, unknown>, if_match: string | undefined }

export const json = (body: object, status = 200) => new Response(JSON.stringify(body), { status })
export const refused = (code: string, status: number) => json({ status, code, text: { 'zh-CN': 'refused', en: 'refused' } }, status)

export class Edge {
  answers: Record<string, () => Response | Promise<Response>> = {}
  sent: Sent[] = []
  person = 7

  answer(address: string | URL | Request, how?: RequestInit): Promise<Response> {
    const path = String(address)
    if (path === '/api/session') return Promise.resolve(json({ person: { id: this.person }, permissions: [], appointments: [], appointment_id: this.person }))
    const method = how?.method ?? 'GET'
    if (method === 'POST') this.sent.push({ path, body: JSON.parse(String(how?.body)) as Record<string, unknown>, if_match: (how?.headers as Record<string, string>)['If-Match'] })
    const found = this.answers[`${method} ${path}`]
    return found ? Promise.resolve(found()) : Promise.reject(new TypeError('no network'))
  }
}

// One that is new for each test of a file, with time in the test's hands.
export function at_the_edge(answers: () => Edge['answers']): Edge {
  const edge = new Edge()
  beforeEach(async () => {
    vi.useFakeTimers()
    vi.stubGlobal('fetch', vi.fn(edge.answer.bind(edge)))
    edge.person = 7
    edge.answers = answers()
    await renew_session()
    edge.sent = []
  })
  afterEach(() => {
    forget_session()
    vi.useRealTimers()
    vi.unstubAllGlobals()
  })
  return edge
}
