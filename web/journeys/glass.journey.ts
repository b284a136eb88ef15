import { journey } from './harness/journey.ts'
import { modes } from './harness/look.ts'

export default journey('An officer breaks the glass, somebody else rules on it, and sign-ins are on record', async (it) => {
  const page = await it.sign_in('officer', '/organisation')
  await page.getByRole('link', { name: '我的任职与代理' }).click()
  await page.getByRole('button', { name: '启动应急查看' }).click()
  await page.getByLabel('事由').fill('系统割接当夜客户求助，经办人联系不上')
  await it.look(page, 'begin')
  await page.getByRole('button', { name: '我已了解，启动' }).click()
  await page.getByText(/^已启动，/).waitFor()
  // Also after the page was loaded anew, and on every other.
  await page.reload()
  await page.getByText(/^已启动，/).waitFor()
  await page.getByText('应急查看进行中').waitFor()
  await it.look(page, 'running', [modes.zh, modes.en, modes.phone])
  await page.goto(`${it.bank.url}/desk/complaints`)
  await page.getByText('应急查看进行中').waitFor()

  const head = await it.sign_in('protection_head', '/break-glass')
  await head.getByText('待审查').waitFor()
  await it.look(head, 'glasses')
  await head.getByRole('button', { name: '审查', exact: true }).click()
  await head.getByLabel('是否正当').selectOption({ label: '正当' })
  await head.getByLabel('原因').fill('已核实当夜情况')
  await it.look(head, 'ruling', [modes.zh, modes.en])
  await head.getByRole('button', { name: '作出审查结论' }).click()
  await head.getByText('正当', { exact: true }).waitFor()

  const watcher = await it.sign_in('security_officer', '/sign-ins')
  await watcher.getByRole('table').waitFor()
  await it.look(watcher, 'sign_ins')
}, ['sqlite', 'postgres'])
