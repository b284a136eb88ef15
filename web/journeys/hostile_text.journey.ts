// What somebody types to harm whoever reads it: it is shown as text in every field of registration, contact, task and
// portal, in names of files and of units, and nothing of it runs. Another's page may neither frame ours nor act in it.
import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Locator, Page } from 'playwright-core'
import { at, press, read_receipt } from './harness/consumer.ts'
import { journey, type Walk } from './harness/journey.ts'
import { settled } from './harness/look.ts'
import { Staff } from './harness/staff.ts'

const image = '<img src=x onerror="window.ran=1">'
const script = '"><script>window.ran=1</script>'
const address = 'javascript:window.ran=1'
const gap = '${window.ran=1}<svg onload=window.ran=1>'
const hostile = [image, script, address, gap]
const all = hostile.join(' ')

async function is_inert(page: Page, ...shown: string[]): Promise<void> {
  await settled(page)
  const found = await page.evaluate(() => ({
    ran: 'ran' in window,
    made: document.querySelectorAll('main img[src="x"], main script, main iframe, [onerror], [onload]').length,
    links: [...document.links].filter((link) => link.protocol === 'javascript:').length,
  }))
  assert.deepEqual(found, { ran: false, made: 0, links: 0 }, page.url())
  const text = await page.locator('body').innerText()
  for (const one of shown) assert.ok(text.includes(one), `${page.url()} shows ${one} as it is`)
}

async function open(it: Walk, page: Page, path: string, ...shown: string[]): Promise<void> {
  await page.goto(it.bank.url + path)
  await settled(page)
  for (const one of shown) await page.getByText(one, { exact: false }).first().waitFor()
  await is_inert(page, ...shown)
}

// Every field that takes a text gets all of it; those the server refuses are emptied, one refusal after another.
const fields = 'main form :is(textarea, input:not([type="checkbox"], [type="radio"], .date > input, [type="file"], [type="tel"], [role="combobox"]))'

async function fill_all(page: Page): Promise<number> {
  const found = await page.locator(fields).all()
  for (const [index, field] of found.entries()) if (await is_free(field)) await field.fill(`${index} ${all}`)
  return found.length
}
const is_free = async (field: Locator) => await field.isVisible() && await field.isEditable()

async function register(page: Page): Promise<void> {
  await page.getByLabel('本人').waitFor()
  await page.getByLabel('代他人').check()
  await page.locator('main details').evaluateAll((all) => all.forEach((one) => { (one as HTMLDetailsElement).open = true }))
  assert.ok(await fill_all(page) > 8)
  // A choice is found by typing; what is no choice is no choice.
  await page.getByRole('combobox', { name: '业务类别' }).fill(image)
  await page.getByRole('combobox', { name: '业务类别' }).blur()
  await page.getByText('没有符合的选项').first().waitFor()
  await is_inert(page)
  await page.getByLabel('联系电话').fill('13800001234')
  for (const [label, text] of [['代理关系', '监护人'], ['投诉渠道（怎么找到我行的）', '热线']] as const) {
    await page.getByRole('combobox', { name: label }).fill(text)
    await page.keyboard.press('Enter')
  }
  // The page itself refuses what is no amount; all else is the server's to refuse.
  await page.getByLabel('涉及金额（元）').fill('600')
  for (let tries = 0; tries < 12; tries += 1) {
    const answered = page.waitForResponse((one) => one.url().endsWith('/api/complaints') && one.request().method() === 'POST')
    await page.locator('main form button.primary').click()
    if ((await answered).ok()) {
      await page.waitForURL(/\/registration\/\d+$/)
      return
    }
    await page.waitForFunction(() => !document.querySelector('main form button.primary[disabled]'))
    await is_inert(page)
    for (const refused of await page.locator('main form [aria-invalid="true"]').elementHandles()) await refused.fill('')
  }
  assert.fail(`not registered: ${await page.locator('main [role="alert"]').allInnerTexts()}`)
}

async function file_at_portal(page: Page): Promise<void> {
  await at(page, '/file/speaker')
  await press(page, '为我自己')
  await at(page, '/file/care')
  await press(page, '跳过')
  await at(page, '/file/place')
  await page.getByLabel('输入网点或分行名称').fill(all)
  await is_inert(page)
  await page.getByLabel('输入网点或分行名称').fill('云津分行')
  await page.locator('.choice').first().click()
  await at(page, '/file/business')
  await press(page, '跳过')
  await at(page, '/file/what')
  await page.getByLabel('事情经过').fill(all)
  await press(page, '继续')
  await at(page, '/file/wanted')
  await page.getByLabel('具体要求').fill(all)
  await press(page, '继续')
  await at(page, '/file/amount')
  await press(page, '跳过')
  await at(page, '/file/files')
  await page.locator('input[type=file]').first().setInputFiles({ name: `${image}.png`, mimeType: 'image/png', buffer: Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64') })
  await page.getByText('✓ 已上传').waitFor()
  await is_inert(page)
  await press(page, '继续')
  await at(page, '/file/name')
  await page.getByLabel('姓名').fill(all.slice(0, 60))
  await press(page, '继续')
  await at(page, '/file/phone')
  await page.getByLabel('手机号码').fill('13812345678')
  await press(page, '继续')
  await at(page, '/file/more')
  await page.getByLabel('通信地址').fill(all)
  await press(page, '继续')
  await at(page, '/file/review')
  await is_inert(page, image, script, address)
  await press(page, '提交')
  await at(page, '/receipt')
}

// A page of somebody else, in the same browser as the one that is signed in.
async function tries_of_others(it: Walk, page: Page): Promise<void> {
  const other = createServer((_, response) => response.writeHead(200, { 'Content-Type': 'text/html' }).end('<!doctype html><title>other</title>'))
  await new Promise<void>((ready) => other.listen(0, '127.0.0.1', ready))
  try {
    const there = await page.context().newPage()
    await there.goto(`http://localhost:${(other.address() as AddressInfo).port}/`)
    for (const path of ['/', '/desk/complaints']) {
      const framed = await there.evaluate(async (to) => {
        const frame = document.createElement('iframe')
        frame.src = to
        const loaded = new Promise((done) => { frame.onload = done })
        document.body.append(frame)
        await loaded
        try {
          return frame.contentDocument?.body.innerText ?? 'shut'
        } catch {
          return 'shut'
        }
      }, it.bank.url + path)
      assert.equal(framed, 'shut')
      assert.ok(!there.frames().some((frame) => frame.url().startsWith(it.bank.url)), `${path} is not framed`)
    }
    // With the reader's cookies, as far as the browser gives them.
    const { status } = await there.evaluate(async (url) => {
      const answer = await fetch(`${url}/api/session`, { method: 'DELETE', credentials: 'include', mode: 'no-cors' }).catch(() => undefined)
      await fetch(`${url}/api/sessions/1/end`, { method: 'POST', credentials: 'include', mode: 'no-cors', body: '{}' }).catch(() => undefined)
      return { status: answer?.status ?? 0 }
    }, it.bank.url)
    assert.equal(status, 0)
    await there.close()
  } finally {
    other.close()
  }
  it.watch.forgive(/localhost|frame-ancestors|Refused to (frame|display)|CORS/)
  await open(it, page, '/desk/complaints')
}

export default journey('Hostile text is shown as text wherever it was typed; another page neither frames ours nor acts in it', async (it) => {
  const page = await it.sign_in('officer', '/registration')
  page.on('dialog', (dialog) => { it.findings.push(`a dialog: ${dialog.message()}`); void dialog.dismiss() })
  await register(page)
  const id = Number(/\d+$/.exec(page.url())?.[0])
  await page.getByText(image, { exact: false }).first().waitFor()
  await is_inert(page, image, script)
  await open(it, page, `/desk/complaints/${id}`, image, script, address)

  const officer = await Staff.sign_in(it.bank, 'officer')
  const { person } = await officer.get('/api/session') as { person: { id: number, unit_id: number } }
  await officer.act(id, 'contacts', { direction: 'outgoing', means: 'phone', outcome: 'reached', said: all, recording: image, next_contact_on: it.bank.date_in(2) })
  await officer.act(id, 'acceptance', { tier: 'ordinary', urgency: 'iii', note: all })
  await officer.act(id, 'assignment', { unit_id: person.unit_id, handler_id: person.id, reason: all })
  await officer.act(id, 'takeover', { note: all })
  await officer.act(id, 'tasks', { unit_id: person.unit_id, question: all, due_on: it.bank.date_in(1) })
  await officer.act(id, 'fulfilments', { kind: 'promise', content: all, due_on: it.bank.date_in(1) })
  await officer.act(id, 'preservation', { kind: 'cctv', what: all, place: image, keeper: script, recorded_on: it.bank.date_in(-1) })
  await open(it, page, `/desk/complaints/${id}`, image, script, address)
  const of_case = { '/tasks': '', '/tasks/fulfilments': '', '/tasks/preservation': '', '/complaints': '?sort=received_at', '/archive': '' }
  for (const [path, query] of Object.entries(of_case)) await open(it, page, `/desk${path}${query}`, ...(path === '/archive' ? [] : [image]))
  await page.goto(`${it.bank.url}/desk/tasks`)
  await page.locator('tbody a', { hasText: /^20/ }).first().click()
  await page.locator('#beside').getByText(image).first().waitFor()
  await is_inert(page, image)

  // The name of a unit is on every page that knows units.
  const administrator = await Staff.sign_in(it.bank, 'administrator')
  const { items } = await administrator.get('/api/organisation') as { items: { id: number, level: string }[] }
  const made = await administrator.ask('POST', '/api/organisation/units', { parent_id: items.find((one) => one.level === 'bank')?.id, kind: 'branch', code: '790000', name: `${image}分行`, name_en: `${script} Branch` })
  assert.ok(made.status < 300, JSON.stringify(made.body))
  const his = await it.sign_in('administrator', '/organisation')
  await his.getByText(`${image}分行`).first().waitFor()
  await is_inert(his, image)
  await open(it, his, `/desk/organisation/units/${String(made.body.id)}`, image)

  const consumer = await it.window('/file', { width: 360, height: 740 })
  consumer.on('dialog', (dialog) => { it.findings.push(`a dialog: ${dialog.message()}`); void dialog.dismiss() })
  await file_at_portal(consumer)
  const kept = await read_receipt(consumer)
  await is_inert(consumer)
  await consumer.goto(`${it.bank.url}/follow`)
  await consumer.getByLabel('投诉编号').fill(kept.number)
  await consumer.getByLabel('查询码').fill(kept.code)
  await press(consumer, '查看进度')
  await at(consumer, '/case')
  await consumer.getByRole('button', { name: /补充情况/ }).click()
  await consumer.getByLabel('要补充的情况').fill(all)
  await press(consumer, '提交补充')
  await consumer.getByText('已收到您的补充').waitFor()
  await is_inert(consumer)
  const found = await officer.ask('POST', '/api/complaints/search', { number: kept.number })
  const [filed] = found.body.items as { id: number }[]
  // What no folder takes in a name the server has replaced.
  await open(it, page, `/desk/complaints/${filed?.id}`, image, script, `${image.replaceAll(/[<>"]/g, '_')}.png`)

  await tries_of_others(it, page)
})
