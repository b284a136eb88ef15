import assert from 'node:assert/strict'
import { journey } from './harness/journey.ts'
import { settled } from './harness/look.ts'

export default journey('The day begins with six figures, what must be done, what is unusual and the week', async (it) => {
  const page = await it.sign_in('officer')
  await page.waitForURL('**/desk/today')
  await page.getByRole('heading', { name: '今天必须做的' }).waitFor()
  await page.locator('canvas').waitFor()
  await it.look(page, 'today')

  // A figure is the number of rows of the list it opens.
  const in_hand = page.getByRole('link', { name: /在办/ }).filter({ has: page.locator('strong') })
  const count = Number(await in_hand.locator('strong').innerText())
  await in_hand.click()
  await page.waitForURL('**/desk/complaints?**')
  await settled(page)
  assert.equal(await page.locator('tbody tr').count(), Math.min(count, 50))

  // The first must is done by one key.
  await page.goBack()
  await page.getByRole('heading', { name: '今天必须做的' }).waitFor()
  await page.keyboard.press('j')
  await page.keyboard.press('e')
  await page.waitForURL(/\/desk\/(complaints|referrals)\/\d+/)
}, ['sqlite', 'postgres'])
