import assert from 'node:assert/strict'
import { case_in_hand } from './harness/case.ts'
import { journey, type_login } from './harness/journey.ts'
import { settled } from './harness/look.ts'
import { Staff } from './harness/staff.ts'

const day_ms = 86_400_000
const summary = '还款后仍显示逾期'

export default journey('Whoever is given a case hears of it and takes it over; who approves sees the money, and who asked hears the outcome; what one has typed outlives the session', async (it) => {
  const handler = await it.sign_in('handler', '/notices')
  const me = await handler.evaluate(async () => await (await window.fetch('/api/session')).json() as { person: { id: number, unit_id: number } })
  const officer = await Staff.sign_in(it.bank, 'officer')
  const made = await officer.ask('POST', '/api/complaints', {
    intake_channel: 'hotline', business: 'consumer_loan', cause: 'data_error', customer_kind: 'personal', summary,
    description: '客户来电称已按期还款，手机银行仍显示逾期，要求更正。', claim: '更正还款记录', complainant: { name: '何晓明', phone: it.secret('13900003761') },
  })
  const { id, number } = made.body as { id: number, number: string }
  await officer.ask('POST', `/api/complaints/${id}/acceptance`, { tier: 'ordinary', urgency: 'iii' })
  await officer.ask('POST', `/api/complaints/${id}/assignment`, { unit_id: me.person.unit_id, handler_id: me.person.id })

  // It comes by itself, is not yet taken over on the desk, and leads to taking it over.
  const news = handler.getByRole('region', { name: '转给您的' })
  await news.getByRole('link', { name: number }).waitFor()
  await news.getByText('分派给您经办，请接办').first().waitFor()
  await it.look(handler, 'assigned')
  await handler.goto(`${it.bank.url}/desk/today`)
  const row = handler.locator('tbody tr').filter({ hasText: number })
  await row.getByText('待接办').waitFor()
  await it.look(handler, 'today')
  await row.getByRole('button', { name: `接办：${number}` }).click()
  await handler.locator('.side').getByRole('button', { name: '接办', exact: true }).click()
  await handler.locator('.side').waitFor({ state: 'detached' })
  const told = handler.waitForResponse((answer) => answer.url().includes('/api/inbox') && answer.ok())
  await handler.goto(`${it.bank.url}/desk/notices`)
  await told
  await settled(handler)
  assert.equal(await handler.getByRole('link', { name: number }).count(), 0, 'what was taken over is no news')

  // What was half typed when the session ended is there for the same person.
  await handler.goto(`${it.bank.url}/desk/complaints/${id}?do=contact`)
  const said = handler.locator('.side textarea').first()
  await said.fill('客户称')
  await handler.getByText('草稿已保存').waitFor()
  let end = (): void => undefined
  const ended = new Promise<void>((done) => { end = done })
  await handler.route('**/api/drafts', async (route) => {
    if (route.request().method() === 'POST') await ended
    await route.continue()
  })
  await said.fill('客户称已按期还款，要求更正')
  await handler.evaluate(async () => {
    const { csrf_token } = await (await window.fetch('/api/session')).json() as { csrf_token: string }
    await window.fetch('/api/session', { method: 'DELETE', headers: { 'X-CSRF-Token': csrf_token } })
  })
  end()
  await handler.waitForURL('**/desk/sign-in**')
  await handler.unroute('**/api/drafts')
  it.watch.forgive(/401/)
  const kept = handler.waitForResponse((answer) => answer.url().endsWith('/api/drafts') && answer.request().method() === 'POST' && answer.ok())
  await type_login(handler, it.bank.login('handler'))
  await kept
  await handler.waitForURL(`**/desk/complaints/${id}**`)
  await handler.goto(`${it.bank.url}/desk/complaints/${id}?do=contact`)
  await handler.getByText('已恢复').waitFor()
  assert.equal(await handler.locator('.side textarea').first().inputValue(), '客户称已按期还款，要求更正')
  await handler.keyboard.press('Escape')

  const hands = await case_in_hand(it)
  const acting = await Staff.sign_in(it.bank, 'handler')
  const asked = await acting.ask('POST', `/api/complaints/${hands.id}/proposal`, {
    outcome: 'supported', amount_fen: 6000, findings: '经核查，系统未按约定日期扣款。', decision: '更正还款记录，退还罚息六十元。',
    grounds: '借款合同第八条。', remedies: '如有异议，可自收到之日起三十日内申请核查，也可以申请调解、仲裁或提起诉讼。',
  })
  assert.ok(asked.status < 300, JSON.stringify(asked.body))
  const head = await it.sign_in('department_head', '/approvals')
  const waits = head.locator('tbody tr').filter({ hasText: '60.00' }).first()
  await waits.getByText('自动还款未扣成功').waitFor()
  await it.look(head, 'approvals')
  await waits.getByRole('link').first().click()
  await head.getByRole('button', { name: '退回' }).click()
  await head.locator('.side textarea').fill('请补充核查材料')
  await head.locator('.side').getByRole('button', { name: '退回', exact: true }).click()
  await head.locator('.side').waitFor({ state: 'detached' })
  await handler.goto(`${it.bank.url}/desk/notices`)
  await news.getByText('您提交的处理意见已退回，请修改后重新提交').first().waitFor()
  await it.look(handler, 'handed_back')
  const before = await news.getByRole('listitem').count()
  await news.getByRole('button', { name: /^知道了/ }).first().click()
  await handler.waitForFunction((count) => document.querySelectorAll('[aria-labelledby=notices-news] li').length < count, before)

  // A contact that was agreed and missed is late on the desk and on the case.
  const agreed = await case_in_hand(it)
  const spoken = await acting.ask('POST', `/api/complaints/${agreed.id}/contacts`, { direction: 'outgoing', means: 'phone', outcome: 'reached', said: '已说明进度', next_contact_on: it.bank.date_in(1) })
  assert.ok(spoken.status < 300, JSON.stringify(spoken.body))
  const { number: missed } = await acting.get(`/api/complaints/${agreed.id}`) as { number: string }
  await it.bank.end()
  await it.bank.begin(2 * day_ms)
  it.watch.forgive(/ERR_|401|Failed to fetch|event stream/i)
  const later = await it.sign_in('handler', '/today')
  const late = later.locator('tbody tr').filter({ hasText: missed })
  await late.getByText(/约定 .* 联系客户，尚未联系|约定联系未兑现/).first().waitFor()
  await it.look(later, 'missed')
  await later.goto(`${it.bank.url}/desk/complaints/${agreed.id}`)
  await later.getByText('已过，尚未联系').waitFor()
  await it.look(later, 'missed_case')
})
