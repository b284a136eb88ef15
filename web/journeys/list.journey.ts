import assert from 'node:assert/strict'
import { waiting_for_triage } from './harness/case.ts'
import { journey } from './harness/journey.ts'
import { desk_modes, modes, settled } from './harness/look.ts'

export default journey('The list is narrowed, kept as a view, walked by keyboard, exported, and accepts many at once', async (it) => {
  await waiting_for_triage(it, 3)
  const page = await it.sign_in('officer', '/complaints')
  await page.getByRole('table').waitFor()
  await it.look(page, 'list')

  // Filters are in the address: a colleague who opens it sees the same.
  await page.getByRole('button', { name: '筛选', exact: true }).click()
  await page.getByLabel('状态').selectOption({ label: '已登记' })
  await page.getByLabel('来件种类').selectOption({ label: '投诉' })
  await page.waitForURL('**/desk/complaints?state=registered&kind=complaint')
  await settled(page)
  await it.look(page, 'filters', [modes.zh, modes.en, modes.phone])
  await page.keyboard.press('Escape')
  const rows = page.locator('tbody tr')
  const count = await rows.count()
  assert.ok(count > 2, `${count} complaints wait for triage`)
  assert.equal(await rows.getByText('已登记').count(), count)
  await page.reload()
  await settled(page)
  assert.equal(await rows.count(), count)

  // One of many by keyboard: what is nearest to what is typed.
  await page.getByRole('button', { name: '筛选', exact: true }).click()
  await page.getByRole('combobox', { name: '业务类别' }).focus()
  await page.keyboard.type('信用卡')
  await page.getByRole('option', { name: '信用卡' }).first().waitFor()
  await page.keyboard.press('Enter')
  await page.waitForURL(/[?&]business=credit_card$/)
  await page.keyboard.press('Escape')
  await page.goto(`${it.bank.url}/desk/complaints?state=registered&kind=complaint&sort=-unheard_of`)
  await settled(page)
  assert.equal(await rows.count(), count, 'an order that the list does not know is its own order')

  // Kept as a view of the unit, it stands among the tabs.
  await page.getByRole('button', { name: '存为视图' }).click()
  await page.getByLabel('视图名称').fill('待我受理')
  await page.getByLabel('给谁用').selectOption({ label: '本单位' })
  await it.look(page, 'save_view', [modes.zh, modes.en])
  await page.getByRole('button', { name: '保存视图' }).click()
  await page.getByRole('button', { name: '按到期日', exact: true }).click()
  await page.getByRole('button', { name: '待我受理' }).click()
  await page.waitForURL('**/desk/complaints?state=registered&kind=complaint')
  await settled(page)

  // Columns are this reader's.
  await page.locator('summary', { hasText: '显示列' }).click()
  await page.getByRole('checkbox', { name: '投诉原因' }).check()
  await page.locator('summary', { hasText: '显示列' }).click()
  await page.getByRole('columnheader', { name: '投诉原因' }).waitFor()

  // j k move, x selects, Enter opens.
  await page.keyboard.press('j')
  await page.keyboard.press('j')
  await page.keyboard.press('k')
  await page.keyboard.press('x')
  assert.equal(await rows.first().getByRole('checkbox').isChecked(), true)
  await page.keyboard.press('j')
  await page.keyboard.press('x')
  await page.keyboard.press('?')
  await page.getByRole('heading', { name: '快捷键' }).waitFor()
  await it.look(page, 'shortcuts', [modes.zh, modes.en, modes.dark])
  await page.keyboard.press('Escape')

  // Many at once: a preview first.
  await page.getByRole('button', { name: '受理', exact: true }).click()
  await page.getByRole('combobox', { name: '紧急程度' }).selectOption({ label: 'Ⅱ级' })
  await page.getByRole('button', { name: '预览' }).click()
  await page.getByText('可受理 2 件').waitFor()
  await it.look(page, 'bulk')
  await page.getByRole('button', { name: '确认受理' }).click()
  await page.getByText('已受理 2 件').waitFor()
  await page.getByRole('button', { name: '关闭' }).click()
  await page.waitForFunction((left) => document.querySelectorAll('tbody tr').length === left, count - 2)

  // The file has what the screen has, masked.
  await page.getByRole('button', { name: '导出' }).click()
  await page.getByLabel('文件格式').selectOption('csv')
  await it.look(page, 'export', [modes.zh, modes.en])
  const downloads = page.waitForEvent('download')
  await page.getByRole('button', { name: '导出文件' }).click()
  const chunks: Buffer[] = []
  for await (const chunk of await (await downloads).createReadStream()) chunks.push(chunk as Buffer)
  const file = Buffer.concat(chunks).toString()
  assert.equal(file.trim().split('\n').length, count - 2 + 1)
  assert.doesNotMatch(file, /(?<!\d)1[3-9]\d{9}(?!\d)/)

  // Nothing fits, and it says what to do.
  await page.goto(`${it.bank.url}/desk/complaints?state=refused&tier=major&business=loan&received_before=2001-01-01`)
  await page.getByText('没有符合的投诉').waitFor()
  await it.look(page, 'none', desk_modes)

  await page.keyboard.press('j')
  await page.goto(`${it.bank.url}/desk/complaints`)
  await settled(page)
  await page.keyboard.press('j')
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/desk\/complaints\/\d+$/)
  await page.getByRole('heading', { level: 1, name: /^20\d{14}$/ }).waitFor()
}, ['sqlite', 'postgres'])
