import assert from 'node:assert/strict'
import { createHmac } from 'node:crypto'
import type { Page } from 'playwright-core'
import { journey, type_login, type Walk } from './harness/journey.ts'
import { modes, settled } from './harness/look.ts'

const step_ms = 30_000

// What an authenticator shows for this secret at a moment (RFC 6238: base32 without padding, HMAC-SHA-1, six digits).
function code_at(secret: string, at_ms: number): string {
  const bits = [...secret].map((letter) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0')).join('')
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => parseInt(byte, 2)))
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(at_ms / step_ms)))
  const digest = createHmac('sha1', key).update(counter).digest()
  const from = (digest.at(-1) ?? 0) & 15
  return String((digest.readUInt32BE(from) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}

async function leave(page: Page): Promise<void> {
  await page.locator('.who summary').click()
  await page.getByRole('button', { name: '退出登录' }).click()
  await page.waitForURL('**/desk/sign-in')
}

// The administrator's post asks for more than a password: he sets an authenticator before anything else is shown, and
// no code opens twice.
async function second_factor(it: Walk): Promise<void> {
  await it.bank.end()
  it.bank.ask_second_factor()
  await it.bank.begin()
  const now_ms = () => Date.now() + it.bank.ahead_ms
  const administrator = it.bank.login('administrator')
  const page = await it.window('/desk/organisation')
  await type_login(page, administrator)
  await page.waitForURL('**/desk/due')
  await page.getByRole('button', { name: '开始设置' }).waitFor()
  await it.look(page, 'due')
  await page.getByRole('button', { name: '开始设置' }).click()
  const secret = it.secret((await page.locator('.secret').innerText()).replaceAll(/\s/g, ''))
  await it.look(page, 'authenticator', [modes.zh, modes.en, modes.phone])
  await page.getByLabel('动态口令').fill('12345')
  await page.getByRole('button', { name: '完成设置' }).click()
  await page.getByRole('alert').waitFor()
  const first = code_at(secret, now_ms())
  await page.getByLabel('动态口令').fill(first)
  await page.getByRole('button', { name: '完成设置' }).click()
  await page.waitForURL((url) => !url.pathname.endsWith('/due'))
  await settled(page)
  await leave(page)

  await type_login(page, administrator)
  await page.getByLabel('动态口令').fill(first)
  await page.getByRole('button', { name: '登录' }).click()
  await page.getByText('动态口令不正确').waitFor()
  await it.look(page, 'code_again', [modes.zh, modes.en])
  await page.getByLabel('动态口令').fill(code_at(secret, now_ms() + step_ms))
  await page.getByRole('button', { name: '登录' }).click()
  await page.waitForURL((url) => !url.pathname.endsWith('/sign-in'))
}

export default journey('Somebody signs in, is refused with a wrong password, sees his devices and leaves; a post that asks for a second factor gets one', async (it) => {
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

  await leave(page)
  await page.goBack()
  await page.getByRole('heading', { name: '登录' }).waitFor()
  await page.context().close()
  await second_factor(it)
}, ['sqlite', 'postgres'])
