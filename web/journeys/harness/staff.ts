// Somebody of the bank who works through the API beside a journey that is about somebody else.
import assert from 'node:assert/strict'
import type { Bank } from './bank.ts'

interface Answered { status: number, body: Record<string, unknown> }

export class Staff {
  private readonly headers: Record<string, string>
  private readonly url: string

  private constructor(url: string, headers: Record<string, string>) {
    this.url = url
    this.headers = headers
  }

  static async sign_in(bank: Bank, name: string): Promise<Staff> {
    const { login, password } = bank.login(name)
    const response = await fetch(`${bank.url}/api/session`, {
      method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ login, password }),
    })
    assert.equal(response.status, 200, `${name} signs in`)
    const { csrf_token } = await response.json() as { csrf_token: string }
    const cookie = (response.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
    return new Staff(bank.url, { Cookie: cookie, 'X-CSRF-Token': csrf_token, 'Content-Type': 'application/json' })
  }

  async ask(method: string, path: string, body?: object, more: Record<string, string> = {}): Promise<Answered> {
    const response = await fetch(this.url + path, { method, headers: { ...this.headers, ...more }, body: body ? JSON.stringify(body) : null })
    return { status: response.status, body: await response.json() as Record<string, unknown> }
  }

  // A table as a file, as the import wizard sends it.
  async upload(path: string, text: string): Promise<Answered> {
    const headers = { ...this.headers, 'Content-Type': 'application/octet-stream', 'X-File-Name': 'table' }
    const response = await fetch(this.url + path, { method: 'POST', headers, body: text })
    return { status: response.status, body: await response.json() as Record<string, unknown> }
  }

  async get(path: string): Promise<Record<string, unknown>> {
    const { status, body } = await this.ask('GET', path)
    assert.equal(status, 200, `GET ${path}: ${JSON.stringify(body)}`)
    return body
  }

  async leave(): Promise<void> {
    const { status } = await fetch(`${this.url}/api/session`, { method: 'DELETE', headers: this.headers })
    assert.equal(status, 204)
  }

  // An act on a complaint as it stands now.
  async act(id: number, act: string, body: object = {}): Promise<Record<string, unknown>> {
    const { version } = await this.get(`/api/complaints/${id}`)
    const { status, body: answer } = await this.ask('POST', `/api/complaints/${id}/${act}`, body, { 'If-Match': `"${String(version)}"` })
    assert.ok(status < 300, `${act}: ${JSON.stringify(answer)}`)
    return answer
  }
}
