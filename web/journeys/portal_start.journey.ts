import assert from 'node:assert/strict'
import { gzipSync } from 'node:zlib'
import { journey } from './harness/journey.ts'

const kilobytes_max = 120
const paint_max_ms = 1000
const slower = 4

// What a phone fetches before the portal shows itself, and when it does on a phone four times as slow as this machine.
export default journey('The portal starts with 120 KB of compressed JavaScript at most and paints within a second', async (it) => {
  const page = await it.window('/')
  const scripts = await page.evaluate(async () => {
    const shell = new DOMParser().parseFromString(await (await fetch('/', { headers: { Accept: 'text/html' } })).text(), 'text/html')
    const files = [...shell.querySelectorAll('script[src], link[rel=modulepreload]')].map((one) => one.getAttribute('src') ?? one.getAttribute('href') ?? '')
    return Promise.all(files.map(async (file) => (await fetch(file)).text()))
  })
  const bytes = scripts.reduce((sum, text) => sum + gzipSync(text).length, 0)
  assert.ok(scripts.length > 0)

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
  it.tell(`JavaScript at start ${(bytes / 1024).toFixed(1)} KB; first paint ${paint.toFixed(0)} ms (${paints.map((one) => one.toFixed(0)).join(', ')})`)
  assert.ok(bytes <= kilobytes_max * 1024, `${bytes} bytes of JavaScript`)
  assert.ok(paint < paint_max_ms, `first paint after ${paint} ms`)
})
