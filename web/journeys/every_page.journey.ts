// Every page of console and portal, also one that no other journey comes to, held to axe-core and to its layout. Where a
// page is of one thing, a link to such a thing is followed from a page before; each post sees the pages that are its own.
import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { journey, type Walk } from './harness/journey.ts'
import { modes, settled } from './harness/look.ts'
import { Staff } from './harness/staff.ts'
import { console_routes, is_whole, pattern_of, portal_paths } from './harness/routes.ts'

// Both languages, both lights, both widths.
const desk = [modes.zh, { ...modes.phone, name: 'phone_dark_en', language: 'en', theme: 'dark' }] as const
const portal = [modes.phone, { ...modes.dark, name: 'dark_en', language: 'en' }, modes.elder, { ...modes.elder_dark, name: 'elder_dark_en', language: 'en' }] as const
const posts = ['officer', 'administrator', 'discipline', 'security_officer', 'department_head']
// Whom nothing is asked of is led on from there; `sign_in` looks at it.
const passed_by = '/due'
const no_post = '如需办理，请联系本单位负责人'

// What the demo bank has none of: an approval that waits, an import, a tip-off.
async function make(it: Walk): Promise<void> {
  const officer = await Staff.sign_in(it.bank, 'officer')
  const handler = await Staff.sign_in(it.bank, 'handler')
  const { person } = await handler.get('/api/session') as { person: { id: number, unit_id: number } }
  const { body } = await officer.ask('POST', '/api/complaints', { intake_channel: 'hotline', summary: '自动还款未扣成功', complainant: { name: '何晓明', phone: it.secret('13900003761') } })
  const id = Number(body.id)
  await officer.act(id, 'acceptance', { tier: 'ordinary', urgency: 'iii' })
  await officer.act(id, 'assignment', { unit_id: person.unit_id, handler_id: person.id })
  await handler.act(id, 'takeover')
  await handler.act(id, 'proposal', { outcome: 'supported', findings: '系统未按约定日期扣款。', decision: '更正还款记录。', grounds: '借款合同第八条。', remedies: '可自收到之日起三十日内申请核查。' })
  const run = await officer.upload('/api/imports?target=referrals&mapping=nfra_12378', '转办编号,转办时间,办理期限,消费者姓名,联系电话,业务类型,投诉内容,投诉诉求,备注\nEP-1,2026-11-02 09:12,,张*,,信用卡,反映年费没有告知,退还,\n')
  assert.ok(run.status < 300, JSON.stringify(run.body))
  const told = await officer.ask('POST', '/api/tip-offs', { summary: '反映网点虚假宣传' })
  assert.ok(told.status < 300, JSON.stringify(told.body))
}

// A page that waits for what only comes once (a reset's half, what was typed) says so; that is what is held then.
// Gone to within the console, as by its links: loading all of it anew for each page would take most of the time.
async function visit(page: Page, path: string): Promise<boolean> {
  const left = await page.evaluate((to) => {
    const heading = document.querySelector('h1')
    if (heading && location.pathname !== to) heading.dataset.left = 'yes'
    history.pushState({}, '', to)
    dispatchEvent(new PopStateEvent('popstate', { state: {} }))
    return document.title
  }, `/desk${path}`)
  // The page before stands until the parts of this one are there.
  await page.waitForFunction(([to, title]) => {
    const heading = document.querySelector('h1')
    const is_new = !heading?.dataset.left || document.title !== title
    return location.pathname === to && is_new && heading?.textContent === document.title
  }, [`/desk${path}`, left] as const)
  await settled(page)
  return !(await page.locator('main').innerText()).includes(no_post)
}

async function links_of(page: Page): Promise<string[]> {
  return page.locator('main a[href^="/desk/"]').evaluateAll((links) => links.map((link) => new URL((link as HTMLAnchorElement).href).pathname.slice('/desk'.length)))
}

// Of one thing: by a link that some page showed, or that the list before it shows to this post. A receipt is of a case.
async function address_of(page: Page, path: string, links: Set<string>): Promise<string | undefined> {
  if (is_whole(path)) return path
  const find = () => (path.startsWith('/registration/') ? [...links].map((one) => one.replace('/complaints/', '/registration/')) : [...links]).find((one) => pattern_of(path).test(one))
  const found = find()
  if (found) return found
  if (await visit(page, path.slice(0, path.indexOf('/:')))) for (const one of await links_of(page)) links.add(one)
  return find()
}

export default journey('Every page in both languages, lights and widths is in order', async (it) => {
  await make(it)
  // Lists before what they lead to.
  const routes = console_routes().sort((a, b) => Number(is_whole(b.path)) - Number(is_whole(a.path)))
  const left = new Set(routes.map((one) => one.path).filter((path) => path !== passed_by))
  const links = new Set<string>()
  assert.ok(left.size > 30)
  for (const post of posts) {
    const page = await it.sign_in(post)
    const { permissions } = await page.evaluate(async () => await (await fetch('/api/session')).json() as { permissions: string[] })
    for (const { path, permission } of routes.filter((one) => left.has(one.path))) {
      if (permission && !permissions.includes(permission)) continue
      const address = await address_of(page, path, links)
      if (!address || !await visit(page, address)) continue
      left.delete(path)
      for (const one of await links_of(page)) links.add(one)
      await it.check(page, address, desk)
      assert.equal(await page.locator('h1').count(), 1, `${address} has one heading of the first level`)
    }
    await page.context().close()
  }
  assert.deepEqual([...left], [], 'no post came to these pages')

  const consumer = await it.window('/', { width: 360, height: 740 })
  for (const path of portal_paths()) {
    await consumer.goto(it.bank.url + path)
    await settled(consumer)
    await it.check(consumer, path, portal)
  }
})
