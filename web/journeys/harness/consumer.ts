// What consumers do on the portal, and what the bank's people do meanwhile, for journeys that need a case answered.
import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import type { Bank } from './bank.ts'
import { Staff } from './staff.ts'

export interface Kept { number: string, code: string }

export async function press(page: Page, name: string | RegExp): Promise<void> {
  await page.getByRole('button', { name, exact: true }).click()
}

export async function at(page: Page, path: string): Promise<void> {
  await page.waitForURL((url) => url.pathname === path)
  await page.locator('main h1').waitFor()
}

// Number and code as a person reads them off the receipt.
export async function read_receipt(page: Page): Promise<Kept> {
  await page.locator('svg.qr').waitFor()
  const [number = '', code = ''] = (await page.locator('.large dd').allInnerTexts()).map((text) => text.replaceAll(/\s/g, ''))
  assert.match(number, /^\d{16}$/)
  assert.match(code, /^\d{16}$/)
  return { number, code }
}

// The last code that came to the phone, read where the demo bank shows it; it is sent a little after it was asked for.
export async function code_on_phone(phone: Page): Promise<string> {
  const sent = /验证码 (\d{6})/
  const text = await phone.locator('.bubble', { hasText: sent }).first().innerText()
  return sent.exec(text)?.[1] ?? assert.fail(text)
}

// The branch takes the case from the portal to an answer.
export async function answer(bank: Bank, number: string): Promise<void> {
  const officer = await Staff.sign_in(bank, 'branch_officer')
  const found = await officer.ask('POST', '/api/complaints/search', { number })
  const [one] = found.body.items as { id: number }[]
  assert.ok(one, 'the branch sees the complaint')
  const { person } = await officer.get('/api/session') as { person: { id: number, unit_id: number } }
  await officer.act(one.id, 'acceptance')
  await officer.act(one.id, 'assignment', { unit_id: person.unit_id, handler_id: person.id })
  await officer.act(one.id, 'takeover')
  const proposed = await officer.act(one.id, 'proposal', {
    outcome: 'supported', findings: '经查，年费确系多收。', decision: '退还年费200元。', grounds: '收费公示第三条。', remedies: '如不同意，可在30日内申请核查，也可申请调解、仲裁或提起诉讼。',
  })
  const [approval] = proposed.approvals as { id: number, version: number }[]
  const head = await Staff.sign_in(bank, 'branch_head')
  const verdict = await head.ask('POST', `/api/approvals/${approval?.id}/verdict`, { verdict: 'grant' }, { 'If-Match': `"${approval?.version}"` })
  assert.equal(verdict.status, 200, JSON.stringify(verdict.body))
  await officer.act(one.id, 'answer', { means: 'telephone', proof: 'LY-20261123-01' })
}
