import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { journey, type Walk } from './harness/journey.ts'
import { desk_modes, modes, settled } from './harness/look.ts'
import { Staff } from './harness/staff.ts'

const rows = (page: Page) => page.locator('tbody tr')

// From any page: `/`, the words, Enter.
async function look_for(page: Page, words: string): Promise<void> {
  await page.keyboard.press('/')
  await page.keyboard.type(words)
  await page.keyboard.press('Enter')
  await page.waitForURL('**/desk/search')
  await settled(page)
}

// The index follows what happens; whoever looks at once may have to look once more.
async function look_until_found(page: Page, found: string): Promise<void> {
  const row = rows(page).filter({ hasText: found })
  for (let tries = 0; tries < 100 && await row.count() === 0; tries += 1) {
    await page.getByRole('searchbox').focus()
    await page.keyboard.press('Enter')
    await settled(page)
  }
  await row.waitFor()
}

async function registered(it: Walk, phone: string): Promise<string> {
  const officer = await Staff.sign_in(it.bank, 'officer')
  const { status, body } = await officer.ask('POST', '/api/complaints', {
    intake_channel: 'hotline', business: 'consumer_loan', cause: 'data_error', customer_kind: 'personal',
    summary: '客户称智慧柜台吞卡后未及时退还', description: `客户来电称在智慧柜台办理业务时被吞卡，三日后才取回，其间无法缴纳房租，联系电话${phone}，要求说明吞卡原因。`, claim: '书面说明原因',
    complainant: { name: '何晓明', phone },
  })
  assert.ok(status < 300, JSON.stringify(body))
  return String(body.number)
}

export default journey('What somebody remembers of a case is found where it stands; a number of a person is not, and the other way is offered', async (it) => {
  const phone = it.secret('13900003762')
  const number = await registered(it, phone)
  it.secret('吞卡')
  const page = await it.sign_in('officer', '/complaints')

  // Two words, one in the summary, one in what happened: the place is told, the words are marked.
  await look_for(page, '吞卡 房租')
  await look_until_found(page, number)
  const row = rows(page).filter({ hasText: number })
  assert.deepEqual(await row.locator('mark').allInnerTexts(), ['吞卡', '房租', '吞卡'])
  await row.getByText('投诉经过').waitFor()
  await row.getByText('已登记').waitFor()
  assert.ok(!(await row.innerText()).includes(phone), 'a telephone in a text is hidden')
  await it.look(page, 'found')

  // The list is walked by keyboard; coming back, it stands as it was left.
  await page.keyboard.press('j')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: number }).waitFor()
  await page.goBack()
  await row.waitFor()
  assert.equal(await page.getByRole('searchbox').inputValue(), '吞卡 房租')

  // A word of many cases comes page by page, the newest first, and is narrowed by kind.
  await page.keyboard.press('/')
  await page.keyboard.type('客户')
  await page.keyboard.press('Enter')
  await page.getByText('还有更多').waitFor()
  await settled(page)
  const first = await rows(page).count()
  await it.look(page, 'many')
  await page.getByRole('button', { name: '继续加载' }).click()
  await page.waitForFunction((count) => document.querySelectorAll('tbody tr').length > count, first)
  // Days of this year are told without it.
  const date = (text: string) => {
    const [, year = it.bank.date_in(0).slice(0, 4), month = '', day = ''] = /(?:(\d+)年)?(\d+)月(\d+)日/.exec(text) ?? []
    return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  }
  const days = (await rows(page).locator('[data-title="收到"]').allInnerTexts()).map((text) => text.trim()).filter(Boolean).map(date)
  assert.ok(days.length > first && days.every((one) => one.length === 10))
  assert.deepEqual(days, [...days].sort().reverse())
  await page.getByRole('button', { name: '监管转办' }).click()
  await page.waitForURL('**/desk/search?kind=referral')
  await settled(page)
  for (const kind of await rows(page).locator('[data-title="种类"]').allInnerTexts()) assert.match(kind, /123\d\d 转办/)
  await it.look(page, 'referrals', [modes.zh, modes.en])

  // A refusal stands at the field.
  await page.keyboard.press('/')
  await page.keyboard.type('客')
  await page.keyboard.press('Enter')
  await page.getByRole('alert').getByText('至少输入一个两个字以上的词').waitFor()
  assert.equal(await page.getByRole('searchbox').getAttribute('aria-invalid'), 'true')
  await it.look(page, 'refused', [modes.zh, modes.phone])

  // By words nobody finds a telephone. By the number it is found, and it is said before that this is recorded.
  await page.getByRole('searchbox').fill(`吞卡 ${phone}`)
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: '没有找到' }).waitFor()
  await page.getByText('按号码查找会留痕').waitFor()
  await it.look(page, 'person', desk_modes)
  await page.getByRole('button', { name: '按电话号码查找投诉' }).click()
  await page.waitForURL('**/desk/complaints/found')
  await rows(page).filter({ hasText: number }).waitFor()
  await it.look(page, 'by_number', [modes.zh, modes.en, modes.phone])

  // Loaded again, nothing is left of it.
  await page.reload()
  await page.getByText('请在上方重新输入号码').waitFor()
  await page.goto(`${it.bank.url}/desk/search`)
  await page.getByRole('heading', { name: '查找什么？' }).waitFor()
  assert.equal(await page.getByRole('searchbox').inputValue(), '')
  assert.equal(await page.getByRole('searchbox').evaluate((field) => field === document.activeElement), true)
  await it.look(page, 'begin', [modes.zh, modes.en, modes.phone])

  // A teller finds units and people, too, and not the cases of others.
  const teller = await it.sign_in('teller')
  await look_for(teller, '个人信贷部')
  await rows(teller).first().waitFor()
  assert.deepEqual([...new Set(await rows(teller).locator('[data-title="种类"]').allInnerTexts())], ['机构'])
  await it.look(teller, 'unit')
  await teller.keyboard.press('j')
  await teller.keyboard.press('Enter')
  await teller.getByRole('heading', { level: 1, name: '个人信贷部' }).waitFor()
  await look_for(teller, '100023')
  await rows(teller).getByText('工号', { exact: true }).waitFor()
  await it.look(teller, 'colleague', [modes.zh, modes.en])
  await look_for(teller, number)
  await teller.getByRole('heading', { name: '没有找到' }).waitFor()
  await teller.close()

  // Who reads no complaints finds units and people, and is offered no other kinds.
  const administrator = await it.sign_in('administrator')
  await look_for(administrator, '客户')
  assert.deepEqual(await administrator.getByRole('navigation', { name: '按种类查看' }).getByRole('button').allInnerTexts(), ['全部', '机构', '人员'])
}, ['sqlite', 'postgres'])
