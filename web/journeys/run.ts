// Walks the journeys, or those that are named: `npm run journeys -- sign_in list`. Ends with 1 if one fails.
import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { chromium, type Browser } from 'playwright-core'
import { Bank, postgres, remove_folders, type Database } from './harness/bank.ts'
import { Walk, type Journey } from './harness/journey.ts'
import { Watch } from './harness/watch.ts'

const here = fileURLToPath(new URL('.', import.meta.url))
const end = '.journey.ts'
const all = readdirSync(here).filter((name) => name.endsWith(end)).map((name) => name.slice(0, -end.length)).sort()
const asked = process.argv.slice(2)
const unknown = asked.filter((name) => !all.includes(name))
if (unknown.length) throw new Error(`no journey ${unknown.join(' ')}; there are ${all.join(' ')}`)

async function walk(browser: Browser, name: string, told: Journey, database: Database): Promise<boolean> {
  const began = performance.now()
  const bank = await Bank.open(database)
  const watch = new Watch(bank.url)
  const it = new Walk(name, bank, browser, watch)
  const faults: string[] = []
  try {
    await told.walk(it)
    await watch.end()
  } catch (error) {
    faults.push(error instanceof Error ? error.stack ?? error.message : String(error))
    await keep_what_is_seen(browser, name)
  } finally {
    await Promise.all(browser.contexts().map((context) => context.close()))
    await bank.end()
  }
  faults.push(...it.findings, ...watch.findings)
  const seconds = ((performance.now() - began) / 1000).toFixed(1)
  process.stdout.write(`${faults.length ? 'FAILED' : 'ok    '} ${name} (${database}, ${seconds} s): ${told.says}\n`)
  for (const fault of faults) process.stdout.write(`       ${fault}\n`)
  return faults.length === 0
}

async function keep_what_is_seen(browser: Browser, name: string): Promise<void> {
  for (const [index, page] of browser.contexts().flatMap((context) => context.pages()).entries()) {
    await page.screenshot({ path: `${here}/shots/failed-${name}-${index}.png` }).catch(() => undefined)
  }
}

let failed = 0
// Debian's Chromium; its sandbox wants rights that a test run need not have.
const browser = await chromium.launch({ executablePath: process.env.XB_CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox', '--force-color-profile=srgb'] })
try {
  for (const name of asked.length ? asked : all) {
    const { default: told } = await import(`./${name}${end}`) as { default: Journey }
    for (const database of told.on) {
      if (database === 'postgres' && !postgres) continue
      if (!await walk(browser, name, told, database)) failed += 1
    }
  }
} finally {
  await browser.close()
  remove_folders()
}
process.exitCode = failed ? 1 : 0
