import assert from 'node:assert/strict'
import { journey } from './harness/journey.ts'
import { answered_case } from './harness/case.ts'
import { modes, settled } from './harness/look.ts'

export default journey('What was promised is kept first; then a second person closes, calls back, finds responsibility and archives', async (it) => {
  const { handler, officer, id } = await answered_case(it)
  await handler.goto(`${it.bank.url}/desk/complaints/${id}`)
  await handler.getByRole('heading', { name: '下一步' }).waitFor()
  await settled(handler)

  // The bank owes the customer what it decided, and he says by when it is paid.
  await handler.getByText('已决定或商定给付 ¥60.00').waitFor()
  await it.look(handler, 'unpaid')
  await handler.keyboard.press('e')
  await handler.getByLabel('种类').selectOption({ label: '退费' })
  assert.equal(await handler.getByLabel('金额').inputValue(), '60')
  await handler.getByLabel('承诺或执行的内容').fill('三日内退还罚息')
  await handler.getByRole('button', { name: '登记', exact: true }).click()
  await handler.getByRole('heading', { name: /对客承诺与执行事项/ }).waitFor()
  await settled(handler)
  assert.equal(await handler.getByText('已决定或商定给付').count(), 0)
  await it.look(handler, 'owed')

  // Nobody closes over an open promise.
  await officer.goto(handler.url())
  await officer.getByRole('button', { name: /^办结/ }).click()
  await officer.getByRole('button', { name: '确认办结' }).click()
  await officer.getByText('还有未兑现的事项').waitFor()
  await it.look(officer, 'not_yet', [modes.zh, modes.en, modes.phone])
  await officer.getByRole('button', { name: '取消' }).click()

  const done = handler.getByRole('button', { name: '登记兑现结果' })
  await done.click()
  await handler.getByLabel('结果', { exact: true }).selectOption({ label: '已兑现' })
  await handler.getByLabel('凭证', { exact: true }).fill('入账流水20261123-07')
  await handler.getByRole('button', { name: '登记', exact: true }).click()
  await done.waitFor({ state: 'detached' })
  assert.equal(await handler.getByRole('button', { name: /^办结/ }).count(), 0, 'who handles a case does not close it')

  await officer.reload()
  await settled(officer)
  await officer.getByRole('button', { name: /^办结/ }).click()
  const close = officer.getByRole('button', { name: '确认办结' })
  await officer.getByText('须由经办、拟稿、答复以外的人确认').first().waitFor()
  await it.look(officer, 'closing', [modes.zh, modes.en])
  await close.click()
  await officer.getByText('已办结。').waitFor()
  await settled(officer)
  await it.look(officer, 'closed')

  // What is learned from it, before it goes to the archive.
  await officer.getByText('责任、溯源与回访').click()
  await officer.getByRole('button', { name: '登记回访' }).click()
  await officer.getByLabel('方式').selectOption({ label: '电话' })
  await officer.getByLabel('是否联系上').selectOption({ label: '已联系上' })
  await officer.getByLabel('对处理结果').selectOption({ label: '4分 满意' })
  await officer.getByRole('button', { name: '登记', exact: true }).click()
  await officer.getByRole('heading', { name: '回访与评价' }).waitFor()

  await officer.getByRole('button', { name: '责任认定', exact: true }).click()
  await officer.getByLabel('认定结论').selectOption({ label: '无责' })
  await officer.getByLabel('依据和理由').fill('系统按约定扣款，未发现操作差错。')
  await officer.getByRole('button', { name: '作出认定' }).click()
  await officer.getByRole('heading', { name: '责任认定与溯源' }).waitFor()
  await officer.getByRole('button', { name: /^归档/ }).click()
  await officer.getByLabel('存放位置').fill('三号库房')
  await it.look(officer, 'archive', [modes.zh, modes.en])
  await officer.getByRole('button', { name: '归档', exact: true }).last().click()
  await officer.getByText('三号库房').waitFor()
  await officer.getByText('已归档。').waitFor()
  await settled(officer)
  await it.look(officer, 'archived')
})
