import assert from 'node:assert/strict'
import { journey } from './harness/journey.ts'
import { desk_modes, settled } from './harness/look.ts'

export default journey('The administrator looks up a limit, a year and what a post may do; who may not change rules of assignment is told so', async (it) => {
  const page = await it.sign_in('administrator', '/clocks')
  await page.getByRole('heading', { level: 1, name: '时限' }).waitFor()
  await page.getByRole('table').waitFor()
  await it.look(page, 'limits')
  const rows = page.locator('tbody tr')
  const all = await rows.count()

  // What has no value says so, and is found among the others.
  await page.getByLabel('看哪些').selectOption({ label: '尚未设定（9）' })
  assert.equal(await rows.count(), 9)
  assert.equal(await rows.getByText('本行尚未设定').count(), 9)
  await page.getByLabel('看哪些').selectOption({ index: 0 })
  await page.getByLabel('按名称或依据查找').fill('第十八条')
  await page.getByRole('link', { name: '投诉处理决定并告知' }).click()
  await page.getByText('自收到之日起 15 个自然日').first().waitFor()
  await page.getByText('已核对出处').first().waitFor()
  await page.getByText('第2次延期：可延至共 60 个自然日').waitFor()
  await it.look(page, 'limit')
  await page.getByRole('link', { name: '全部时限' }).click()
  await settled(page)
  assert.equal(await rows.count(), all)
  await page.goto(`${it.bank.url}/desk/clocks/rules/first_contact`)
  await page.getByText('没有官方天数').waitFor()
  await it.look(page, 'limit_unset', desk_modes)
  await page.goto(`${it.bank.url}/desk/clocks/rules/no_such_rule`)
  await page.getByText('没有这项时限').waitFor()

  // A year that was published, and one that was not.
  await page.goto(`${it.bank.url}/desk/clocks/calendar?year=2026`)
  await page.getByRole('heading', { name: '2026 年' }).waitFor()
  await page.getByText('2026 年共 248 个工作日。').waitFor()
  assert.equal(await page.locator('.months table').count(), 12)
  assert.equal(await page.locator('td.holiday').count(), 33)
  assert.equal(await page.locator('td.make_up').count(), 6)
  await it.look(page, 'year')
  for (const year of [2027, 2028]) await page.getByRole('button', { name: `${year} 年 →` }).click()
  await page.getByText('2028 年放假安排尚未导入。').waitFor()
  await page.waitForURL('**/desk/clocks/calendar?year=2028')
  await it.look(page, 'year_missing', desk_modes)

  // What a post may do.
  await page.goto(`${it.bank.url}/desk/organisation`)
  await page.getByRole('link', { name: '岗位与权限' }).click()
  await page.getByRole('link', { name: '柜员' }).waitFor()
  await it.look(page, 'posts')
  await page.getByRole('link', { name: '消保部主任' }).click()
  await page.getByRole('cell', { name: /设定分派规则/ }).waitFor()
  await it.look(page, 'post')

  // Given to somebody for a time, listed, and ended early.
  await page.goto(`${it.bank.url}/desk/organisation/people`)
  await page.locator('tbody tr').filter({ hasText: '柜员' }).first().getByRole('link').click()
  await page.getByText('没有临时授权，权限全部来自岗位。').waitFor()
  await page.getByRole('button', { name: '授权', exact: true }).first().click()
  await page.getByRole('combobox', { name: '权限' }).fill('回访')
  await page.keyboard.press('Enter')
  await page.getByLabel('结束日期').fill('2099-12-31')
  await page.getByLabel('原因').fill('代班')
  await page.locator('#beside').getByRole('button', { name: '授权', exact: true }).click()
  await page.getByText('回访', { exact: true }).waitFor()
  await it.look(page, 'grant')
  await page.getByRole('button', { name: '结束授权' }).click()
  await page.locator('#beside').getByRole('button', { name: '结束授权' }).click()
  await page.getByText('没有临时授权，权限全部来自岗位。').waitFor()

  // The administrator keeps the system and has no business with complaints.
  await page.goto(`${it.bank.url}/desk/routing`)
  await page.getByRole('heading', { name: '无权查看' }).waitFor()
}, ['sqlite', 'postgres'])
