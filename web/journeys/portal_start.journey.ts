import assert from 'node:assert/strict'
import { gzipSync } from 'node:zlib'
import type { Page } from 'playwright-core'
import { journey } from './harness/journey.ts'

const kilobytes_max = 120
const paint_max_ms = 1000

// A telephone is one that takes so long for the piece of work below; this machine is slowed down to it, but by no more
// than four times.
const telephone_ms = 200
const slower_max = 4

async function work_ms(page: Page): Promise<number> {
  return page.evaluate(() => {
    const times = Array.from({ length: 7 }, () => {
      const began = performance.now()
      let text = JSON.stringify(Array.from({ length: 20_000 }, (_, at) => ({ at, name: `n${at % 97}` })))
      for (let i = 0; i < 3; i++) text = JSON.stringify((JSON.parse(text) as { at: number, name: string }[]).sort((a, b) => a.name.localeCompare(b.name)))
      return performance.now() - began
    })
    return Math.min(...times)
  })
}

// What a telephone fetches before the portal shows itself, and when it does.
export default journey('The portal starts with 120 KB of compressed JavaScript at most and paints within a second', async (it) => {
  const page = await it.window('/')
  const scripts = await page.evaluate(async () => {
    const shell = new DOMParser().parseFromString(await (await fetch('/', { headers: { Accept: 'text/html' } })).text(), 'text/html')
    const files = [...shell.querySelectorAll('script[src], link[rel=modulepreload]')].map((one) => one.getAttribute('src') ?? one.getAttribute('href') ?? '')
    return Promise.all(files.map(async (file) => (await fetch(file)).text()))
  })
  const bytes = scripts.reduce((sum, text) => sum + gzipSync(text).length, 0)
  assert.ok(scripts.length > 0)

  const slower = Math.min(slower_max, Math.max(1, telephone_ms / await work_ms(page)))
  const paints: number[] = []
  for (let i = 0; i < 5; i++) {
    const fresh = await it.window('/display', { width: 360, height: 740 })
    const slowed = await fresh.context().newCDPSession(fresh)
    await slowed.send('Network.clearBrowserCache')
    await slowed.send('Emulation.setCPUThrottlingRate', { rate: slower })
    await fresh.goto(`${it.bank.url}/`)
    await fresh.locator('main h1').waitFor()
    paints.push(await fresh.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Infinity))
    await fresh.context().close()
  }
  // What else the machine does can only add.
  const paint = Math.min(...paints)
  it.tell(`JavaScript at start ${(bytes / 1024).toFixed(1)} KB; first paint ${paint.toFixed(0)} ms on a machine slowed down ${slower.toFixed(1)} times (${paints.map((one) => one.toFixed(0)).join(', ')})`)
  assert.ok(bytes <= kilobytes_max * 1024, `${bytes} bytes of JavaScript`)
  assert.ok(paint < paint_max_ms, `first paint after ${paint} ms`)
})
