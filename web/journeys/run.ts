// Walks the journeys, or those that are named: `npm run journeys -- sign_in list`. Ends with 1 if one fails.
import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { chromium, type Browser } from 'playwright-core'
import { Bank, postgres, remove_folders, type Database } from './harness/bank.ts'
import { Walk, type Journey } from './harness/journey.ts'
import { shots } from './harness/look.ts'
import { Watch } from './harness/watch.ts'

// One that stands still must not keep the others waiting.
const journey_max_ms = 450_000

const here = fileURLToPath(new URL('.', import.meta.url))
const end = '.journey.ts'
const all = readdirSync(here).filter((name) => name.endsWith(end)).map((name) => name.slice(0, -end.length)).sort()
const asked = process.argv.slice(2)
const unknown = asked.filter((name) => !all.includes(name))
if (unknown.length) throw new Error(`no journey ${unknown.join(' ')}; there are ${all.join(' ')}`)

const seconds_since = (began: number) => ((performance.now() - began) / 1000).toFixed(1)
const say = (line: string) => process.stdout.write(`${line}\n`)

// Returns whether all was in order; says what was not, where it was seen, and how long it took.
async function walk(browser: Browser, name: string, told: Journey, database: Database): Promise<boolean> {
  const bank = await Bank.open(database)
  const began = performance.now()
  const watch = new Watch(bank.url)
  const it = new Walk(name, bank, browser, watch)
  const faults: string[] = []
  try {
    await in_time(told.walk(it))
    await watch.end()
  } catch (error) {
    faults.push(error instanceof Error ? error.stack ?? error.message : String(error), ...await what_is_seen(browser, `${name}-${database}`))
  } finally {
    await Promise.all(browser.contexts().map((context) => context.close()))
    await bank.end()
  }
  faults.push(...it.findings, ...watch.findings)
  say(`${faults.length ? 'FAILED' : 'ok    '} ${name} (${database}, ${seconds_since(began)} s): ${told.says}`)
  for (const line of [...it.figures, ...faults]) say(`       ${line}`)
  return faults.length === 0
}

async function in_time(walking: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const too_long = new Promise<never>((_, fail) => {
    timer = setTimeout(() => { fail(new Error(`not at its end after ${journey_max_ms / 1000} s`)) }, journey_max_ms)
  })
  await Promise.race([walking, too_long]).finally(() => { clearTimeout(timer) })
}

// Each open page: its address, and where its picture is.
async function what_is_seen(browser: Browser, name: string): Promise<string[]> {
  const pages = browser.contexts().flatMap((context) => context.pages())
  return Promise.all(pages.map(async (page, index) => {
    const path = `${shots}/failed-${name}-${index}.png`
    const kept = await page.screenshot({ path, timeout: 10_000 }).then(() => path, () => 'no picture')
    return `at ${page.url()} (${kept})`
  }))
}

let walked = 0
let failed = 0
const began = performance.now()

async function walk_all(chosen: readonly { name: string, told: Journey }[]): Promise<void> {
  if (!chosen.length) return
  // Debian's Chromium; its sandbox wants rights that a test run need not have.
  const browser = await chromium.launch({ executablePath: process.env.XB_CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox', '--force-color-profile=srgb'] })
  try {
    for (const { name, told } of chosen) {
      for (const database of told.on) {
        if (database === 'postgres' && !postgres) continue
        walked += 1
        if (!await walk(browser, name, told, database)) failed += 1
      }
    }
  } finally {
    await browser.close()
  }
}

const chosen = await Promise.all((asked.length ? asked : all).map(async (name) => ({ name, told: (await import(`./${name}${end}`) as { default: Journey }).default })))
try {
  await Promise.all([walk_all(chosen.filter(({ told }) => told.waits)), walk_all(chosen.filter(({ told }) => !told.waits))])
} finally {
  remove_folders()
}
say(`${walked} walked, ${failed} failed, ${seconds_since(began)} s`)
process.exitCode = failed ? 1 : 0
