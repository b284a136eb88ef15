// The portal's way to the server: no cookie goes along; what opens a draft or a case travels in a header, never in an
// address. Beside src/api/client.ts the only file that calls `fetch`.
import { is_problem_body, Problem, unintelligible, unreachable } from '@/api/problem'
import { language } from '@/i18n/language'
import { past_flood, set_puzzle_source } from './flood'
import type { KeptFile, Puzzle } from '@/api/portal'

export interface Keys {
  draft_token?: string
  case_token?: string
  // The number whose messages the demo phone shows.
  phone?: string
}

const root = '/api/portal/'

set_puzzle_source(() => get<Puzzle>('puzzle'))

export function get<Answer>(path: string, keys: Keys = {}): Promise<Answer> {
  return asked<Answer>('GET', path, headers_of(keys), null)
}

export function post<Answer>(path: string, body: object, keys: Keys = {}): Promise<Answer> {
  const text = JSON.stringify(body)
  return past_flood((puzzle) => asked<Answer>('POST', path, {
    ...headers_of(keys), ...puzzle_header(puzzle), 'Content-Type': 'application/json',
  }, text))
}

// The one request whose way is shown: a photo may take a minute on a bad line. `on_part` is told from 0 to 1.
export function send_file(path: string, file: File, keys: Keys, on_part: (part: number) => void): Promise<KeptFile> {
  return past_flood((puzzle) => new Promise<KeptFile>((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', root + path)
    const headers = {
      ...headers_of(keys), ...puzzle_header(puzzle),
      'Content-Type': 'application/octet-stream', 'X-File-Name': encodeURIComponent(file.name),
    }
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value)
    request.upload.onprogress = (event) => on_part(event.lengthComputable ? event.loaded / event.total : 0)
    request.onerror = () => reject(unreachable())
    request.onload = () => {
      const body = parsed(request.responseText)
      if (request.status >= 200 && request.status < 300) resolve(body as KeptFile)
      else reject(refusal(request.status, body))
    }
    request.send(file)
  }))
}

async function asked<Answer>(method: string, path: string, headers: Record<string, string>, body: string | null): Promise<Answer> {
  let response: Response
  let text: string
  try {
    response = await fetch(root + path, { method, headers, body, credentials: 'omit', cache: 'no-store' })
    text = await response.text()
  } catch {
    throw unreachable()
  }
  const answer = parsed(text)
  if (!response.ok) throw refusal(response.status, answer)
  if (answer === undefined) throw unintelligible(response.status)
  return answer as Answer
}

function headers_of(keys: Keys): Record<string, string> {
  return {
    Accept: 'application/json',
    'Accept-Language': language() === 'en' ? 'en' : 'zh',
    ...(keys.draft_token && { 'X-Draft-Token': keys.draft_token }),
    ...(keys.case_token && { 'X-Case-Token': keys.case_token }),
    ...(keys.phone && { 'X-Phone': keys.phone }),
  }
}

function puzzle_header(puzzle?: string): Record<string, string> {
  return puzzle ? { 'X-Puzzle': puzzle } : {}
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}

function refusal(status: number, body: unknown): Problem {
  return is_problem_body(body) ? new Problem(body) : unintelligible(status)
}
