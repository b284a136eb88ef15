import assert from 'node:assert/strict'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { journey, type Walk } from './harness/journey.ts'
import { Keys } from './harness/keys.ts'
import { modes, settled, shots } from './harness/look.ts'
import { Staff } from './harness/staff.ts'

const seconds_max = 90
const keys_max = 60

// The code stands on paper only, and with it the customer follows his case in the portal.
async function on_paper(it: Walk, page: Page): Promise<void> {
  const code = page.locator('.sheet .code strong')
  assert.equal(await code.isVisible(), false, 'no screen of staff shows the code')
  await page.emulateMedia({ media: 'print' })
  const shown = it.secret(await code.innerText())
  it.secret(shown.replaceAll(' ', ''))
  assert.match(shown, /^(\d{4} ){3}\d{4}$/)
  assert.ok(await page.getByRole('img', { name: /二维码/ }).isVisible())
  const number = await page.locator('.sheet .number strong').innerText()
  await page.screenshot({ path: join(shots, 'registration', 'receipt-paper.png'), fullPage: true })
  await page.emulateMedia({ media: 'screen' })
  const customer = await it.window('/follow')
  await customer.getByLabel('投诉编号').fill(number)
  await customer.getByLabel('查询码').fill(shown)
  await customer.getByRole('button', { name: '查看进度' }).click()
  await customer.waitForURL('**/case')
  await customer.close()
}

export default journey('A teller registers a complaint by keyboard alone, from signing in to the receipt, within ninety seconds', async (it) => {
  const phone = it.secret('13700002468')
  const name = it.secret('司徒春晓')
  const before = await (await Staff.sign_in(it.bank, 'teller')).ask('POST', '/api/complaints', {
    intake_channel: 'counter', summary: '信用卡年费未事先告知', description: '客户称收取年费前没有收到通知。', complainant: { phone, name },
  })
  assert.equal(before.status, 201, JSON.stringify(before.body))

  const page = await it.window('/desk')
  const keys = new Keys(page)
  const { login, password } = it.bank.login('teller')
  await keys.at('用户名')
  await keys.type(login)
  await keys.press('Tab')
  await keys.type(password)
  await keys.press('Enter')
  await keys.sees('工作台')
  await settled(page)

  // One key from wherever he is, and he may type at once.
  await keys.press('n')
  await keys.at('联系电话')
  await it.look(page, 'empty', [modes.zh, modes.en, modes.phone])
  await keys.type(phone)
  await keys.press('Enter')
  await keys.at('姓名')
  await keys.type(name)
  await keys.sees('该客户有 1 件以往来件')
  await keys.press('Enter')
  await keys.at('这次是另一件事')
  await keys.press('ArrowDown')
  await keys.at('与此件是同一件事')
  await it.look(page, 'earlier', [modes.zh, modes.en, modes.phone])
  await keys.press('Enter')
  await keys.at('本人')

  await keys.press('Enter')
  await keys.at('经过')
  await keys.type('上月信用卡扣了年费，事先没有通知我。打过客服电话，说会退，到今天还没有退。')
  await keys.press('Tab')
  await keys.at('摘要')
  await keys.press('Enter', 'Enter')
  await keys.at('投诉请求')
  await keys.type('退还年费二百元。')
  await keys.press('Enter')
  await keys.at('诉求类别')
  await keys.type('退费')
  await keys.press('Enter', 'Enter')

  // A suggestion is taken by Enter, a piece of a name is enough otherwise.
  await keys.at('业务类别')
  await keys.press('Enter', 'Enter')
  await keys.at('投诉原因')
  await keys.type('收费未')
  await keys.press('Enter', 'Enter')
  await keys.at('产品类型')
  await keys.press('Enter', 'Enter')
  await keys.at('业务办理渠道')
  await keys.type('柜')
  await keys.press('Enter', 'Enter')
  await keys.at('特殊群体')
  await keys.press('Enter')
  await keys.at('已向客户说明')
  await keys.press('Space')
  await it.look(page, 'filled')
  await keys.press('Control+Enter')
  await keys.sees('登记完成')
  await keys.sees('受理回执')
  await settled(page)
  assert.match(await page.locator('article, main').first().innerText(), /20\d{14}/)
  await keys.sees('重复投诉，前次编号')
  await keys.sees('已于')
  await it.look(page, 'receipt')
  await on_paper(it, page)
  it.tell(keys.told())
  assert.ok(keys.pressed <= keys_max, `${keys.pressed} keys that are not text`)
  assert.ok(keys.seconds() <= seconds_max, `${keys.seconds()} seconds`)

  // The next customer: nothing of the one before stands there, and what is missing is where the focus goes.
  await keys.press('n')
  await keys.at('联系电话')
  assert.equal(await page.getByLabel('联系电话').inputValue(), '')
  await keys.press('Control+Enter')
  await page.locator('[aria-invalid="true"]').first().waitFor()
  await page.waitForFunction(() => document.activeElement?.getAttribute('aria-invalid') === 'true')
  await it.look(page, 'missing', [modes.zh, modes.en, modes.phone])
})
