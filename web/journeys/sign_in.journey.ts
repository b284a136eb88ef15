import assert from 'node:assert/strict'
import { journey, type_login } from './harness/journey.ts'
import { settled } from './harness/look.ts'

export default journey('Somebody signs in, is refused with a wrong password, sees his devices and leaves', async (it) => {
  const page = await it.window('/desk/complaints?state=handling')
  await page.getByRole('heading', { name: '登录' }).waitFor()
  await it.look(page, 'sign_in')

  await type_login(page, { ...it.bank.login('officer'), password: 'not his password' })
  await page.getByRole('alert').waitFor()
  assert.match(await page.getByRole('alert').innerText(), /密码/)
  await it.look(page, 'refused')

  // He comes to where he wanted to go, and loading again keeps him signed in.
  await type_login(page, it.bank.login('officer'))
  await page.waitForURL('**/desk/complaints?state=handling')
  await page.reload()
  await page.getByRole('heading', { name: '投诉', exact: true }).waitFor()

  await page.locator('.who summary').click()
  await page.getByRole('link', { name: '登录设备' }).click()
  await page.getByText('本机').waitFor()
  await it.look(page, 'devices')

  await page.goto(`${it.bank.url}/desk/password`)
  await settled(page)
  await it.look(page, 'password')

  await page.locator('.who summary').click()
  await page.getByRole('button', { name: '退出登录' }).click()
  await page.waitForURL('**/desk/sign-in')
  await page.goBack()
  await page.getByRole('heading', { name: '登录' }).waitFor()
}, ['sqlite', 'postgres'])
