// A case brought as far as a journey begins with it: by the same addresses as the screens use, in the windows of those
// whose part it is.
import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import type { Walk } from './journey.ts'
import { Staff } from './staff.ts'

interface Session { csrf_token: string, person: { id: number, unit_id: number } }

// A read without a body, a command with one; a refusal ends the journey.
async function call(page: Page, path: string, body?: object): Promise<unknown> {
  return page.evaluate(async ([to, told]) => {
    const read = async (response: Response) => {
      const answer = await response.json() as unknown
      if (!response.ok) throw new Error(`${to}: ${JSON.stringify(answer)}`)
      return answer
    }
    if (told === undefined) return read(await window.fetch(to))
    const { csrf_token } = await read(await window.fetch('/api/session')) as { csrf_token: string }
    return read(await window.fetch(to, { method: 'POST', headers: { 'Content-Type': 'application/json', 'X-CSRF-Token': csrf_token }, body: JSON.stringify(told) }))
  }, [path, body] as const)
}

// As many as a journey needs, whatever of the demo's own waits at this hour.
export async function waiting_for_triage(it: Walk, count: number): Promise<void> {
  const officer = await Staff.sign_in(it.bank, 'officer')
  for (let at = 0; at < count; at++) {
    const { status, body } = await officer.ask('POST', '/api/complaints', {
      intake_channel: 'hotline', business: 'consumer_loan', cause: 'data_error', customer_kind: 'personal',
      summary: '还款后仍显示逾期', description: '客户来电称已按期还款，手机银行仍显示逾期，要求更正。', claim: '更正还款记录',
      complainant: { name: '何晓明', phone: it.secret(`1390000${3761 + at}`) },
    })
    assert.equal(status, 201, JSON.stringify(body))
  }
}

export interface Hands { handler: Page, officer: Page, id: number }

// Registered, accepted, assigned to the handler of the demo, and taken over by him.
export async function case_in_hand(it: Walk): Promise<Hands> {
  const officer = await it.sign_in('officer')
  const handler = await it.sign_in('handler')
  const { person } = await call(handler, '/api/session') as Session
  const { id } = await call(officer, '/api/complaints', {
    intake_channel: 'hotline', business: 'consumer_loan', cause: 'data_error', customer_kind: 'personal',
    summary: '自动还款未扣成功，客户称账户有钱', description: '客户来电称其消费贷扣款日账户余额充足，系统却没有扣款，次日短信通知逾期，要求取消逾期并更正记录。', claim: '更正还款记录',
    complainant: { name: '何晓明', phone: it.secret('13900003761') },
  }) as { id: number }
  await call(officer, `/api/complaints/${id}/acceptance`, { tier: 'ordinary', urgency: 'iii' })
  await call(officer, `/api/complaints/${id}/assignment`, { unit_id: person.unit_id, handler_id: person.id })
  await call(handler, `/api/complaints/${id}/takeover`, {})
  return { handler, officer, id }
}

// The same, with a decision that was approved and told to the customer.
export async function answered_case(it: Walk): Promise<Hands> {
  const hands = await case_in_hand(it)
  const { handler, id } = hands
  await call(handler, `/api/complaints/${id}/proposal`, {
    outcome: 'supported', amount_fen: 6000, findings: '经核查，系统未按约定日期扣款。', decision: '更正还款记录，退还罚息六十元。',
    grounds: '借款合同第八条。', remedies: '如有异议，可自收到之日起三十日内申请核查，也可以申请调解、仲裁或提起诉讼。',
  })
  const head = await it.sign_in('department_head')
  const { items } = await call(head, `/api/approvals?state=waiting&subject_id=${id}`) as { items: { id: number }[] }
  for (const one of items) await call(head, `/api/approvals/${one.id}/verdict`, { verdict: 'grant' })
  await head.close()
  await call(handler, `/api/complaints/${id}/answer`, { means: 'letter', proof: '挂号信XA20261123-0001' })
  return hands
}
