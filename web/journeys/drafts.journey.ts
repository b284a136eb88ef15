import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { journey } from './harness/journey.ts'
import { modes, settled } from './harness/look.ts'
import { Staff } from './harness/staff.ts'

const kept = (page: Page) => page.getByText('草稿已保存').waitFor()
const found = (page: Page) => page.getByText('已恢复').waitFor()

export default journey('Half a tip-off, half a case for the library and half a written account are there again after the page was loaded anew or the network lost', async (it) => {
  const officer = await Staff.sign_in(it.bank, 'officer')
  const run = await officer.upload('/api/imports?target=referrals&mapping=nfra_12378', '转办编号,转办时间,办理期限,消费者姓名,联系电话,业务类型,投诉内容,投诉诉求,备注\nDR-1,2026-11-02 09:12,,张*,,信用卡,反映年费没有告知,退还,\n')
  assert.ok(run.status < 300, JSON.stringify(run.body))
  const page = await it.sign_in('officer', '/tip-offs/new')
  // What is new is offered, not filled in: somebody else may stand here now.
  const again = async () => {
    await page.reload()
    await settled(page)
    assert.equal(await page.locator('form textarea').first().inputValue(), '')
    await page.getByRole('button', { name: '接着填' }).click()
    await page.getByRole('button', { name: '接着填' }).waitFor({ state: 'detached' })
  }

  // Whom it is about and who told it are kept as well, under his key.
  const reporter = it.secret('贺知微')
  await page.getByLabel('举报事项').fill('反映网点虚假宣传')
  await page.getByLabel('举报内容').fill('理财经理在微信群里说保本。')
  await page.getByLabel('举报人姓名').fill(reporter)
  await kept(page)
  await again()
  assert.equal(await page.getByLabel('举报内容').inputValue(), '理财经理在微信群里说保本。')
  assert.equal(await page.getByLabel('举报人姓名').inputValue(), reporter)
  await it.look(page, 'tip_off', [modes.zh, modes.en, modes.phone])
  // Who wants no name told leaves none.
  await page.getByLabel('匿名举报').check()
  await page.getByLabel('匿名举报').uncheck()
  assert.equal(await page.getByLabel('举报人姓名').inputValue(), '')
  await page.getByRole('button', { name: '登记', exact: true }).click()
  await page.getByText('已登记，编号').waitFor()
  await Promise.all([page.waitForResponse((answer) => answer.url().endsWith('/api/drafts')), page.goto(`${it.bank.url}/desk/tip-offs/new`)])
  await settled(page)
  assert.equal(await page.getByRole('button', { name: '接着填' }).count(), 0, 'what was sent is no draft any more')

  // Without a network it stays on the page and is kept as soon as there is one.
  await page.goto(`${it.bank.url}/desk/cases/new`)
  await settled(page)
  await page.context().setOffline(true)
  await page.getByLabel('标题').fill('年费没有告知')
  await page.getByLabel('事情经过').fill('客户办卡时未被告知年费条件。')
  await page.getByText('网络断开').waitFor()
  await it.look(page, 'no_network', [modes.zh])
  await page.context().setOffline(false)
  await kept(page)
  it.watch.forgive(/ERR_INTERNET_DISCONNECTED/)
  await again()
  assert.equal(await page.getByLabel('事情经过').inputValue(), '客户办卡时未被告知年费条件。')

  // The account of a referral. One that was saved after the draft is not written over unseen.
  await page.goto(`${it.bank.url}/desk/referrals?bureau=nfra&text=DR-1`)
  await settled(page)
  await page.getByRole('link', { name: 'DR-1' }).click()
  await page.getByRole('heading', { level: 1, name: 'DR-1' }).waitFor()
  for (const [open, confirm] of [['签收', '确认签收'], ['登记联系', '保存联系记录'], ['开始办理', '开始办理']] as const) {
    await page.getByRole('button', { name: open, exact: true }).first().click()
    await page.locator('.side').getByRole('button', { name: confirm, exact: true }).click()
    await page.locator('.side').waitFor({ state: 'detached' })
  }
  const write = async () => {
    await page.getByRole('button', { name: '起草情况说明', exact: true }).click()
    await page.getByLabel('基本情况').waitFor()
  }
  await write()
  await page.getByLabel('基本情况').fill('客户张某反映年费。')
  await kept(page)
  await page.reload()
  await settled(page)
  await write()
  await found(page)
  assert.equal(await page.getByLabel('基本情况').inputValue(), '客户张某反映年费。')

  const id = Number(/\d+$/.exec(new URL(page.url()).pathname)?.[0])
  const { version } = await officer.get(`/api/referrals/${id}`)
  const saved = await officer.ask('POST', `/api/referrals/${id}/account`, { basic_facts: '办卡时未告知年费。', contacts: '已电话联系。', findings: '属实。', outcome: '退还年费。' }, { 'If-Match': `"${String(version)}"` })
  assert.ok(saved.status < 300, JSON.stringify(saved.body))
  await page.reload()
  await settled(page)
  await write()
  await page.getByText('恢复的草稿早于已保存的情况说明').waitFor()
  await it.look(page, 'account', [modes.zh, modes.en])
  await page.getByRole('button', { name: '清空重填' }).click()
  assert.equal(await page.getByLabel('基本情况').inputValue(), '办卡时未告知年费。')
  await page.getByText('恢复的草稿早于已保存的情况说明').waitFor({ state: 'detached' })
})
