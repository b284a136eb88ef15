// A page is looked at in every way it is shown: photographed for the guide, held to axe-core, and to what no page
// may have: a key where a sentence belongs, or a width that does not fit.
import { mkdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'

export interface Mode {
  name: string
  language: 'zh-CN' | 'en'
  theme: 'light' | 'dark'
  width: number
  height: number
  elder?: boolean
}

export const modes = {
  zh: { name: 'zh', language: 'zh-CN', theme: 'light', width: 1440, height: 900 },
  en: { name: 'en', language: 'en', theme: 'light', width: 1440, height: 900 },
  dark: { name: 'dark', language: 'zh-CN', theme: 'dark', width: 1440, height: 900 },
  phone: { name: 'phone', language: 'zh-CN', theme: 'light', width: 360, height: 740 },
  elder: { name: 'elder', language: 'zh-CN', theme: 'light', width: 360, height: 740, elder: true },
  elder_dark: { name: 'elder_dark', language: 'zh-CN', theme: 'dark', width: 360, height: 740, elder: true },
} as const satisfies Record<string, Mode>

export const desk_modes: readonly Mode[] = [modes.zh, modes.en, modes.dark, modes.phone]
export const portal_modes: readonly Mode[] = [...desk_modes, modes.elder, modes.elder_dark]

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
// `./dev test` has forty minutes: XB_LOOKS=first looks at a page in the first of its ways, `every_page` at all pages in more.
const ways = process.env.XB_LOOKS === 'first' ? 1 : Infinity
export const shots = process.env.XB_SHOTS ?? fileURLToPath(new URL('../shots', import.meta.url))

// Shows the page so without loading it again: another window of the same reader might have chosen it.
export async function show(page: Page, mode: Mode): Promise<void> {
  await page.setViewportSize({ width: mode.width, height: mode.height })
  await page.evaluate(({ language, theme, elder }) => {
    const choose = (key: string, newValue: string) => {
      localStorage.setItem(key, newValue)
      window.dispatchEvent(new StorageEvent('storage', { key, newValue, storageArea: localStorage }))
    }
    choose('xiaobao.language', language)
    choose('xiaobao.theme', theme)
    choose('xiaobao.elder', elder ? 'on' : 'off')
  }, mode)
  await page.waitForFunction(({ language, theme }) => document.documentElement.lang === language && document.documentElement.dataset.theme === theme, mode)
  await settled(page)
}

// Until nothing loads and what changed is drawn; what is drawn may ask for more.
export async function settled(page: Page): Promise<void> {
  for (let times = 0; times < 2; times++) {
    await page.waitForFunction(() => document.querySelector('h1') && !document.querySelector('.loading, [aria-busy="true"]'))
    await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))))
  }
}

// Returns what was found, empty where the page is in order.
export async function look_at(page: Page, journey: string, name: string, in_modes: readonly Mode[]): Promise<string[]> {
  const found: string[] = []
  const folder = join(shots, journey)
  mkdirSync(folder, { recursive: true })
  for (const mode of in_modes.slice(0, ways)) {
    await show(page, mode)
    // What stays at the top of the window would otherwise stand in the middle of the picture.
    await page.evaluate(() => { window.scrollTo(0, 0) })
    await page.screenshot({ path: join(folder, `${name}-${mode.name}.png`), fullPage: true, animations: 'disabled' })
    found.push(...await faults_of(page, name, mode))
  }
  await show(page, in_modes[0] ?? modes.zh)
  return found
}

// The same without a photograph.
export async function check_at(page: Page, name: string, in_modes: readonly Mode[]): Promise<string[]> {
  const found: string[] = []
  for (const mode of in_modes) {
    await show(page, mode)
    found.push(...await faults_of(page, name, mode))
  }
  return found
}

async function faults_of(page: Page, name: string, mode: Mode): Promise<string[]> {
  return [...await breaches_of_axe(page), ...await faults_of_layout(page)].map((one) => `${name} (${mode.name}): ${one}`)
}

interface Violation { id: string, nodes: { target: string[], failureSummary: string }[] }

async function breaches_of_axe(page: Page): Promise<string[]> {
  if (!await page.evaluate(() => 'axe' in window)) await page.evaluate(axe)
  const violations = await page.evaluate(async () => {
    const { axe: checker } = window as unknown as { axe: { run: (node: Document, how: object) => Promise<{ violations: Violation[] }> } }
    return (await checker.run(document, { resultTypes: ['violations'], preload: false })).violations
  })
  return violations.flatMap((one) => one.nodes.map((node) => `axe ${one.id}: ${node.target.join(' ')}: ${node.failureSummary.replaceAll('\n', ' ')}`))
}

async function faults_of_layout(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const faults: string[] = []
    const { scrollWidth, clientWidth } = document.documentElement
    if (scrollWidth > clientWidth) faults.push(`wider than the screen by ${scrollWidth - clientWidth} px`)
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    while (walker.nextNode()) {
      const text = walker.currentNode.textContent?.trim() ?? ''
      if (/^[a-z_]+(\.[a-z_]+){1,}$/.test(text)) faults.push(`a key is shown: ${text}`)
    }
    if (/\{\w+\}/.test(document.body.innerText)) faults.push(`a gap is not filled: ${/.{0,30}\{\w+\}/.exec(document.body.innerText)?.[0]}`)
    return faults
  })
}
