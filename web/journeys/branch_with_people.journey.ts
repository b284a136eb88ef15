import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { journey, type_login } from './harness/journey.ts'
import { modes, settled } from './harness/look.ts'

const password = 'Liang2026!zhuang'

async function add(page: Page, staff_no: string, name: string): Promise<void> {
  await page.getByLabel('工号').fill(staff_no)
  await page.getByLabel('姓名').fill(name)
  await page.getByRole('button', { name: '新增', exact: true }).click()
  await page.getByRole('link', { name }).waitFor()
}

export default journey('The administrator sets up a branch with people; two persons let its head in', async (it) => {
  const page = await it.sign_in('administrator', '/organisation')
  await it.look(page, 'tree')
  await page.getByRole('link', { name: '江澜银行总行' }).click()
  await page.getByRole('button', { name: '新设下级机构' }).click()
  await page.getByLabel('机构号').fill('700000')
  await page.getByLabel('名称', { exact: true }).fill('临江分行')
  await page.getByLabel('英文名称').fill('Linjiang Branch')
  await page.getByRole('button', { name: '新设', exact: true }).click()

  // The new branch says whom it lacks; each gap is filled where it is shown.
  await page.getByRole('link', { name: '临江分行' }).click()
  await page.getByRole('heading', { name: '还缺少人员' }).waitFor()
  await page.getByRole('button', { name: '新增第一责任人' }).click()
  await it.look(page, 'hire')
  await add(page, '700001', '梁庄')
  await page.getByRole('button', { name: '新增消保岗' }).click()
  await add(page, '700002', '孟川')
  await page.getByText('还缺少人员').waitFor({ state: 'detached' })
  await page.getByRole('heading', { name: '人员（2）' }).waitFor()
  await it.look(page, 'branch')

  // A number twice is refused at its field.
  await page.getByRole('button', { name: '新增人员' }).click()
  await page.getByLabel('工号').fill('700001')
  await page.getByLabel('姓名').fill('另一人')
  await page.getByLabel('岗位').selectOption({ index: 1 })
  await page.getByRole('button', { name: '新增', exact: true }).click()
  await page.getByText('工号已被他人使用。').waitFor()
  await page.getByRole('button', { name: '取消' }).click()

  // One half of the way in for who asks, the other for who approves.
  await page.getByRole('link', { name: '梁庄' }).click()
  await page.getByRole('button', { name: '申请重置密码' }).click()
  await page.getByLabel('原因').fill('新行长首次登录')
  await page.getByRole('button', { name: '提交申请' }).click()
  const code = (await page.locator('.secret').innerText()).trim()
  await it.look(page, 'person')

  const second = await it.sign_in('security_officer', '/resets')
  await second.getByRole('button', { name: '批准', exact: true }).click()
  await second.getByRole('button', { name: '已核实，批准' }).click()
  const link = (await second.locator('.secret').innerText()).trim()
  assert.ok(link.includes('/desk/reset#'))
  await it.look(second, 'resets')

  const own = await it.window(new URL(link).pathname + new URL(link).hash)
  // What opens the account does not stay in the address.
  await own.waitForURL((url) => url.pathname === '/desk/reset' && url.hash === '')
  await own.getByLabel('口令').fill(code)
  await own.getByLabel('新密码', { exact: true }).fill(password)
  await own.getByLabel('再次输入新密码').fill(password)
  await it.look(own, 'set_password')
  await own.getByRole('button', { name: '设置密码' }).click()
  await own.getByRole('link', { name: '去登录' }).click()
  await type_login(own, { login: '700001', password, post: 'branch_head', org: '临江分行' })
  await own.waitForURL((url) => !url.pathname.endsWith('/sign-in'))
  await settled(own)
  await own.getByText('梁庄').first().waitFor()
  // That two persons let somebody in as him he is told until he has seen it.
  await own.getByText('通过重置链接更改').waitFor()
  await it.look(own, 'told_of_reset', [modes.zh, modes.en, modes.phone])
  await own.getByRole('button', { name: '知道了' }).click()
  await own.reload()
  await settled(own)
  assert.equal(await own.getByText('通过重置链接更改').count(), 0)
})
