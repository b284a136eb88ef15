import assert from 'node:assert/strict'
import { journey } from './harness/journey.ts'
import { case_in_hand } from './harness/case.ts'
import { modes, settled } from './harness/look.ts'

const parts = { 核实情况: '经核查，系统未按约定日期扣款，客户账户余额充足。', 处理决定: '更正还款记录，退还已收罚息六十元。', 依据和理由: '借款合同第八条；系统日志。', 救济途径: '如有异议，可自收到之日起三十日内向总行书面申请核查，也可以申请调解、仲裁或提起诉讼。' }

export default journey('A handler contacts the customer, writes a decision without losing a word, has it approved and answers', async (it) => {
  const { handler: page, officer: colleague, id } = await case_in_hand(it)
  await page.goto(`${it.bank.url}/desk/complaints/${id}`)
  await page.getByRole('heading', { name: '下一步' }).waitFor()
  await settled(page)

  // Each contact sets the next; the server says so at the field.
  await page.keyboard.press('c')
  await page.getByLabel('联系内容').fill('致电客户说明核查进度，客户同意等候。')
  await page.getByRole('button', { name: '保存记录' }).click()
  await page.getByText('每次联系都要确定下一次').last().waitFor()
  await it.look(page, 'contact_refused', [modes.zh, modes.en])
  await page.getByLabel('下次联系日期').fill(it.bank.date_in(2))
  await page.getByRole('button', { name: '保存记录' }).click()
  await page.getByText('致电客户说明核查进度').first().waitFor()

  // Four parts, and what is missing is seen while writing.
  await page.keyboard.press('e')
  await page.getByRole('heading', { name: '提交拟处理意见' }).waitFor()
  await page.getByLabel('结果', { exact: true }).selectOption({ label: '支持' })
  await page.getByLabel('金额').fill('60')
  await page.getByLabel('核实情况').fill(parts.核实情况)
  await page.getByText('还缺：处理决定、依据和理由、救济途径').waitFor()
  await page.getByText('草稿已保存').waitFor()
  await it.look(page, 'missing_parts', [modes.zh, modes.en, modes.dark, modes.phone])
  await page.getByRole('button', { name: '提交审批' }).click()
  await page.getByText('处理决定缺少必备部分').waitFor()

  // Without a network the draft waits on the page; with it again the server has it.
  await page.context().setOffline(true)
  await page.getByLabel('处理决定', { exact: true }).fill(parts.处理决定)
  await page.getByText('网络断开，草稿留在本页').waitFor()
  await it.look(page, 'offline', [modes.zh])
  await page.context().setOffline(false)
  await page.getByText('草稿已保存').waitFor()
  it.watch.forgive(/ERR_INTERNET_DISCONNECTED/)
  await page.reload()
  await page.getByText('草稿：提交拟处理意见').waitFor()
  await it.look(page, 'draft_in_the_story', [modes.zh, modes.en])
  await page.getByRole('button', { name: '继续填写' }).click()
  await page.getByText('已恢复').waitFor()
  assert.equal(await page.getByLabel('处理决定', { exact: true }).inputValue(), parts.处理决定)
  await page.getByLabel('依据和理由').fill(parts.依据和理由)
  await page.getByLabel('救济途径').fill(parts.救济途径)
  await page.getByText('四部分齐全').waitFor()

  // A colleague was faster: who did what is said, what was typed stays.
  await colleague.goto(page.url())
  await settled(colleague)
  await colleague.keyboard.press('c')
  await colleague.getByLabel('结果', { exact: true }).selectOption({ label: '未接通' })
  await colleague.getByRole('button', { name: '保存记录' }).click()
  await colleague.getByText('未接通').first().waitFor()
  await page.getByRole('button', { name: '提交审批' }).click()
  await page.getByText('他人已更新本件').waitFor()
  await page.getByText(/陆明远：联系客户/).waitFor()
  assert.equal(await page.getByLabel('救济途径').inputValue(), parts.救济途径)
  await it.look(page, 'another_was_faster', [modes.zh, modes.en, modes.dark])
  await page.getByRole('button', { name: '按最新情况继续提交' }).click()
  await page.getByText('拟处理意见正在审批').waitFor()
  await it.look(page, 'proposed')

  // Whoever heads the department says his word.
  const head = await it.sign_in('department_head', '/approvals')
  await settled(head)
  const number = await page.locator('h1').innerText()
  await it.look(head, 'approvals')
  await head.getByRole('link', { name: number }).click()
  await head.getByText(parts.处理决定).first().waitFor()
  await it.look(head, 'approval')
  await head.getByRole('button', { name: '退回' }).click()
  await head.getByRole('button', { name: '退回' }).last().click()
  await head.getByText('请说明理由').waitFor()
  await it.look(head, 'reason_missing', [modes.zh, modes.en])
  await head.getByRole('button', { name: '取消' }).click()
  await head.getByRole('button', { name: '批准', exact: true }).first().click()
  await head.getByRole('button', { name: '批准', exact: true }).last().click()
  await head.getByText('已批准').first().waitFor()

  // The answer wants its proof; then the regulatory limit has stopped.
  await page.reload()
  await page.getByText('处理决定已作出').waitFor()
  await settled(page)
  await it.look(page, 'decided', [modes.zh, modes.en])
  await page.keyboard.press('e')
  await page.getByRole('heading', { name: '登记答复' }).waitFor()
  await page.getByLabel('方式', { exact: true }).selectOption({ label: '信函' })
  await page.getByRole('button', { name: '登记答复' }).last().click()
  await page.getByText('请填写告知凭证').waitFor()
  await page.getByLabel('凭证', { exact: true }).fill('挂号信XA20261123-0001')
  await page.getByRole('button', { name: '登记答复' }).last().click()
  await page.getByText('已答复。').waitFor()
  await page.getByText('已结束的时限').waitFor()
  await settled(page)
  await it.look(page, 'answered')
})
