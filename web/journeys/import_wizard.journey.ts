import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { journey } from './harness/journey.ts'
import { settled } from './harness/look.ts'

const list = [
  ['转办编号', '转办时间', '办理截止', '消费者姓名', '联系电话', '业务类型', '投诉内容', '投诉诉求', '备注'],
  ['JLWEB-1', '2026-11-02 09:12', '', '张*', '138****5678', '信用卡年费', '反映年费没有告知，要求退还。', '退还年费', '加急'],
  ['JLWEB-2', '2026-13-41', '', '李*', '139****1111', '贷款', '反映提前还款违约金过高。', '减免', ''],
  ['JLWEB-3', '2026-11-02 10:00', '2026-10-01', '王*', '137****2222', '理财', '反映理财亏损。', '赔偿', ''],
  ['', '2026-11-02 10:00', '', '赵*', '136****3333', '理财', '反映理财亏损。', '赔偿', ''],
]

async function figure(page: Page, name: string): Promise<string> {
  return page.locator('dl > div', { has: page.locator('dt', { hasText: new RegExp(`^${name}$`) }) }).locator('dd').innerText()
}

export default journey('A list of referrals is pasted with broken rows, tried, imported, undone; an XLSX file is known again', async (it) => {
  const page = await it.sign_in('officer', '/imports/new?target=referrals')
  await it.look(page, 'source')
  await page.getByLabel('或者粘贴').fill(list.map((row) => row.join('\t')).join('\n'))
  await page.getByRole('button', { name: '读取' }).click()

  // Its own heading for the date is not known: somebody says which it is.
  await page.getByLabel('办理期限').selectOption('办理截止')
  assert.match(await page.getByRole('region', { name: '前几行预览' }).innerText(), /张\*\*/)
  await it.look(page, 'columns')
  await page.getByRole('button', { name: '试运行' }).click()

  // Line, column as in the file, why; nothing of what stands there.
  const faults = page.getByRole('region', { name: '不能导入的行' })
  await faults.waitFor()
  assert.equal(await figure(page, '可导入'), '1')
  assert.equal(await figure(page, '不能导入'), '3')
  const told = (await faults.locator('tbody tr').allInnerTexts()).map((row) => row.split('\t').slice(0, 2))
  assert.deepEqual(told, [['3', '转办时间'], ['4', '办理截止'], ['5', '转办编号']])
  await it.look(page, 'trial')

  await page.getByRole('button', { name: '正式导入' }).click()
  await page.getByText('已完成').waitFor()
  assert.equal(await figure(page, '已导入'), '1')
  await it.look(page, 'done')
  await page.getByRole('link', { name: '查看转办件' }).click()
  await page.getByRole('button', { name: '待签收' }).click()
  await page.getByRole('link', { name: 'JLWEB-1' }).waitFor()

  await page.getByRole('link', { name: '数据导入' }).click()
  await page.waitForURL('**/desk/imports')
  await settled(page)
  await page.locator('tbody a').first().click()
  await page.getByRole('button', { name: '撤销导入' }).click()
  await page.getByRole('button', { name: '确认撤销' }).click()
  await page.getByText('已撤销').waitFor()

  // The register goes out as XLSX and comes in again: every number is known, though its headings were written anew.
  await page.goto(`${it.bank.url}/desk/referrals?bureau=nfra&sort=received_at`)
  await settled(page)
  await page.getByRole('button', { name: '导出台账' }).click()
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: '导出', exact: true }).click()])
  await page.goto(`${it.bank.url}/desk/imports/new?target=referrals`)
  await page.locator('input[type="file"]').setInputFiles({ name: '台账.xlsx', mimeType: 'application/octet-stream', buffer: await readFile(await file.path()) })
  // One of its columns is left out, so its headings are written anew.
  await page.getByLabel('业务类型').selectOption('')
  await page.getByRole('button', { name: '试运行' }).click()
  await page.getByRole('heading', { name: '试运行结果' }).waitFor()
  assert.equal(await figure(page, '可导入'), '0')
  assert.equal(await figure(page, '不能导入'), '0')
  assert.ok(Number((await figure(page, '以前已导入')).replace(/\D/g, '')) > 0)
})
