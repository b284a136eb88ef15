import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import type { Bank } from './harness/bank.ts'
import { journey, waiting } from './harness/journey.ts'
import { settled } from './harness/look.ts'
import { Staff } from './harness/staff.ts'

// The limit of the first contact ships without a value, which a bank gives it; so here does this one.
const limits = `
[[rule]]
rule = "first_contact"
subject = "complaint"
span = "first_contact"
zh = "首次联系"
en = "first contact with the complainant"
length = 2
measure = "hours"
from = "registered"
kind = "internal"
source = "投诉管理办法 第九条"
mark = "bank"
effective_from = 2020-01-01
ladder = "urgent"
`
const hour_ms = 3_600_000
// What a person needs to sign in and to open what he waits before. The program looks at its limits once a minute.
const before_ms = 55_000
const a_minute_or_two = { timeout: 150_000 }

interface Taken { number: string, due_ms: number }

// Registered, accepted, assigned and taken over, and nobody has rung the customer.
async function case_nobody_rings(bank: Bank): Promise<Taken> {
  const officer = await Staff.sign_in(bank, 'officer')
  const handler = await Staff.sign_in(bank, 'handler')
  const { person } = await handler.get('/api/session') as { person: { id: number, unit_id: number } }
  const { body } = await officer.ask('POST', '/api/complaints', {
    intake_channel: 'hotline', business: 'consumer_loan', cause: 'data_error', customer_kind: 'personal', summary: '还款后征信仍显示逾期', claim: '更正征信记录',
    complainant: { name: '何晓明' },
  })
  const { id, number } = body as { id: number, number: string }
  await officer.act(id, 'acceptance', { tier: 'ordinary', urgency: 'iii' })
  await officer.act(id, 'assignment', { unit_id: person.unit_id, handler_id: person.id })
  await handler.act(id, 'takeover')
  const { items } = await officer.get(`/api/complaints/${id}/clocks`) as { items: { span: string, due_at: string }[] }
  const clock = items.find((one) => one.span === 'first_contact')
  assert.ok(clock, 'the limit runs')
  return { number, due_ms: Date.parse(clock.due_at) }
}

const line_of = (page: Page, number: string) => page.getByRole('row').filter({ has: page.getByRole('link', { name: number }) }).filter({ hasText: '首次联系' })
const count_of = async (page: Page) => Number((await page.locator('.bar .count').allInnerTexts())[0] ?? '0')

const figure_of = (page: Page) => page.locator('.numbers li').filter({ hasText: '超期' })

async function count_beyond(page: Page, before: number): Promise<void> {
  await page.waitForFunction((least) => Number(document.querySelector('.bar .count')?.textContent ?? '0') > least, before, a_minute_or_two)
}

// Whoever loads the page again loses the mark.
const mark = (page: Page) => page.evaluate(() => { document.body.dataset.kept = 'yes' })
async function was_not_loaded_again(page: Page): Promise<void> {
  assert.equal(await page.evaluate(() => document.body.dataset.kept), 'yes')
}

export default waiting(journey('A limit runs out and climbs its ladder: the handler, then his head see it arrive in the windows they have open', async (it) => {
  await it.bank.end()
  it.bank.keep_limits(limits)
  await it.bank.begin()
  const { number, due_ms } = await case_nobody_rings(it.bank)
  const begin_at = async (at_ms: number) => {
    await it.bank.end()
    await it.bank.begin(Math.round((at_ms - Date.now()) / 1000) * 1000)
  }

  // Just before the two hours are over.
  await begin_at(due_ms - before_ms)
  const [handler, day] = await Promise.all([it.sign_in('handler', '/notices'), it.sign_in('department_head', '/today')])
  const first = await count_of(handler)
  const overdue = Number(await figure_of(day).locator('strong').innerText())
  assert.equal(await line_of(handler, number).count(), 0)
  await Promise.all([mark(handler), mark(day)])
  await line_of(handler, number).waitFor(a_minute_or_two)
  await count_beyond(handler, first)
  // His head's day has one more that is overdue, though nobody has told him yet.
  await figure_of(day).getByText(String(overdue + 1), { exact: true }).waitFor(a_minute_or_two)
  await day.getByRole('row').filter({ hasText: number }).getByText('超期', { exact: true }).waitFor()
  await Promise.all([was_not_loaded_again(handler), was_not_loaded_again(day)])
  await day.close()
  for (const words of ['超期逐级提醒', /已超期/, '经办人']) await line_of(handler, number).getByText(words).waitFor()
  await it.look(handler, 'handler')

  // One key says that he has seen it; who and when stays.
  await line_of(handler, number).getByRole('link').focus()
  await handler.keyboard.press('e')
  await line_of(handler, number).waitFor({ state: 'detached' })
  await handler.getByRole('button', { name: '全部', exact: true }).click()
  await line_of(handler, number).waitFor()
  const { person } = await (await Staff.sign_in(it.bank, 'handler')).get('/api/session') as { person: { name: string } }
  await line_of(handler, number).getByText(person.name).waitFor()
  await it.look(handler, 'acknowledged')
  await handler.close()

  // Nobody rings for two hours more: the ladder goes on to the head of the unit, who reads his day meanwhile.
  await begin_at(due_ms + 2 * hour_ms - before_ms)
  const today = await it.sign_in('department_head', '/today')
  const inbox = await today.context().newPage()
  await inbox.goto(`${it.bank.url}/desk/notices`)
  await settled(inbox)
  const before = await count_of(today)
  assert.equal(await line_of(inbox, number).count(), 0)
  await Promise.all([mark(today), mark(inbox)])
  await line_of(inbox, number).waitFor(a_minute_or_two)
  await count_beyond(today, before)
  await Promise.all([was_not_loaded_again(today), was_not_loaded_again(inbox)])
  for (const words of ['超期逐级提醒', /已超期/, '单位负责人']) await line_of(inbox, number).getByText(words).waitFor()
  await it.look(inbox, 'escalated')
  await it.look(today, 'today')

  // What is chosen is acknowledged together.
  const escalated = await count_of(inbox)
  await inbox.getByLabel(`选择 ${number}`).first().check()
  await inbox.locator('.bulk').getByRole('button', { name: '确认' }).click()
  await it.look(inbox, 'bulk')
  await inbox.locator('.side').getByRole('button', { name: '确认' }).click()
  await line_of(inbox, number).waitFor({ state: 'detached' })
  await today.waitForFunction((most) => Number(document.querySelector('.bar .count')?.textContent ?? '0') < most, escalated)

  // Its number leads to the case.
  await inbox.getByRole('button', { name: '全部', exact: true }).click()
  await line_of(inbox, number).filter({ hasText: '单位负责人' }).getByRole('link').click()
  await inbox.waitForURL(/\/desk\/complaints\/\d+$/)
  await inbox.getByRole('heading', { level: 1 }).filter({ hasText: number }).waitFor()

  // Whoever sees the whole bank sees whose they are, by kind, and how each limit stands now.
  const officer = await it.sign_in('officer', '/notices?yours=false')
  await officer.getByRole('button', { name: '全部', exact: true }).click()
  await line_of(officer, number).nth(1).waitFor()
  await officer.locator('tbody .deadline').first().waitFor()
  await it.look(officer, 'whole_bank')
  await officer.getByRole('button', { name: '筛选' }).click()
  await officer.locator('.side').getByLabel('种类').selectOption({ label: '到期提醒' })
  await officer.waitForURL(/kind=warning/)
  await settled(officer)
  assert.equal(await officer.locator('tbody tr').count(), await officer.locator('tbody tr').filter({ hasText: '到期提醒' }).count())
  await it.look(officer, 'filtered')
  await officer.close()

  await acknowledge_all(it.bank, 'teller')
  await states(await it.sign_in('teller', '/notices'), it.look.bind(it))
  const without = await it.sign_in('administrator', '/notices')
  await without.getByText('无权查看').waitFor()
  await it.look(without, 'forbidden')
}))

// What waits for one of a demo bank's people depends on the day it is founded.
async function acknowledge_all(bank: Bank, post: string): Promise<void> {
  const staff = await Staff.sign_in(bank, post)
  const { items } = await staff.get('/api/clock-notices?yours=true&limit=100') as { items: { id: number }[] }
  for (const { id } of items) assert.equal((await staff.ask('POST', `/api/clock-notices/${id}/acknowledgement`)).status, 200)
}

// Nothing waits; the server does not answer.
async function states(page: Page, look: (page: Page, name: string) => Promise<void>): Promise<void> {
  await page.getByText('没有待您确认的提醒').waitFor()
  await look(page, 'empty')
  await page.route('**/api/clock-notices?*', (route) => route.abort())
  await page.reload()
  await page.getByRole('button', { name: '重试' }).waitFor()
  await look(page, 'error')
}
