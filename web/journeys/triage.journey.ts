import assert from 'node:assert/strict'
import { waiting_for_triage } from './harness/case.ts'
import { journey } from './harness/journey.ts'
import { modes, settled } from './harness/look.ts'

export default journey('An officer accepts a complaint, assigns it to a department and its handler, who takes it over', async (it) => {
  await waiting_for_triage(it, 1)
  const page = await it.sign_in('officer', '/complaints?state=registered&kind=complaint')
  await page.locator('tbody tr a').first().click()
  await page.getByRole('heading', { name: '下一步' }).waitFor()
  await settled(page)
  const number = await page.locator('h1').innerText()
  await it.look(page, 'registered')

  // `e` takes the next step; the panel says what will happen, and gives the focus back.
  await page.keyboard.press('e')
  await page.getByText('监管时限自收到之日起算').waitFor()
  await page.getByRole('combobox', { name: '等级' }).selectOption({ label: '复杂' })
  await it.look(page, 'accept', [modes.zh, modes.en, modes.phone])
  await page.getByRole('button', { name: '受理', exact: true }).last().click()
  await page.getByText('等待分派承办单位和经办人').waitFor()

  // Somebody who does not work in the unit cannot be chosen: only its people are offered.
  await page.keyboard.press('e')
  await page.getByRole('heading', { name: '分派', exact: true }).waitFor()
  await page.getByRole('combobox', { name: /^单位/ }).fill('个人信贷部')
  await page.keyboard.press('Enter')
  const handler = page.getByRole('combobox', { name: /^经办人/ })
  await handler.locator('option', { hasText: '100023' }).waitFor({ state: 'attached' })
  await handler.selectOption({ label: await handler.locator('option', { hasText: '100023' }).innerText() })
  await it.look(page, 'assign', [modes.zh, modes.en])
  await page.getByRole('button', { name: '分派', exact: true }).last().click()
  await page.getByText('接办。').waitFor()

  // The handler finds it and takes it over; the first-contact responsibility is his from then on.
  const his = await it.sign_in('handler', new URL(page.url()).pathname.replace('/desk', ''))
  assert.equal(await his.locator('h1').innerText(), number)
  await his.getByRole('button', { name: /^接办/ }).click()
  await his.getByText('首问责任自此由您承担').waitFor()
  await his.getByRole('button', { name: '接办', exact: true }).last().click()
  await his.getByText('办理中').first().waitFor()
  await settled(his)
  await it.look(his, 'in_hand')
  await his.close()
})
