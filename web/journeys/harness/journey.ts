// A journey is a story of one or more people at the screens, told as a program. `run.ts` gives it a bank of its own.
import type { Browser, Page } from 'playwright-core'
import type { Bank, Database, Login } from './bank.ts'
import { check_at, desk_modes, look_at, portal_modes, settled, type Mode } from './look.ts'
import type { Watch } from './watch.ts'

export interface Journey {
  // What it shows, as a sentence.
  says: string
  on: readonly Database[]
  // It mostly waits for the program, so it is walked beside the others.
  waits: boolean
  walk: (with_it: Walk) => Promise<void>
}

export function journey(says: string, walk: (with_it: Walk) => Promise<void>, on: readonly Database[] = ['sqlite']): Journey {
  return { says, on, waits: false, walk }
}

export function waiting(told: Journey): Journey {
  return { ...told, waits: true }
}

interface Screen { width?: number, height?: number, language?: 'zh-CN' | 'en', theme?: 'light' | 'dark' }

export class Walk {
  readonly bank: Bank
  readonly watch: Watch
  readonly findings: string[] = []
  readonly figures: string[] = []
  private readonly browser: Browser
  private readonly name: string

  constructor(name: string, bank: Bank, browser: Browser, watch: Watch) {
    this.name = name
    this.bank = bank
    this.browser = browser
    this.watch = watch
  }

  // A window of somebody's own browser, on a page of the server: `/` is the portal, `/desk` the console.
  async window(path: string, screen: Screen = {}): Promise<Page> {
    const { width = 1440, height = 900, language = 'zh-CN', theme = 'light' } = screen
    const context = await this.browser.newContext({
      viewport: { width, height }, locale: language, colorScheme: theme, acceptDownloads: true,
      reducedMotion: 'reduce',
    })
    context.setDefaultTimeout(60_000)
    await this.watch.over(context)
    if (this.bank.ahead_ms) await context.addInitScript(be_ahead, this.bank.ahead_ms)
    const page = await context.newPage()
    await page.goto(this.bank.url + path)
    return page
  }

  // Somebody of the demo bank, signed in as a person would, on a page of the console.
  async sign_in(login: string, path = '/', screen: Screen = {}): Promise<Page> {
    const page = await this.window(`/desk${path}`, screen)
    await type_login(page, this.bank.login(login))
    await page.waitForURL((url) => !url.pathname.endsWith('/sign-in'))
    await settled(page)
    return page
  }

  // Photographs and checks a page in every way the console is shown.
  async look(page: Page, name: string, modes: readonly Mode[] = desk_modes): Promise<void> {
    this.findings.push(...await look_at(page, this.name, name, modes))
  }

  // Checks it without photographs.
  async check(page: Page, name: string, modes: readonly Mode[]): Promise<void> {
    this.findings.push(...await check_at(page, name, modes))
  }

  async look_at_portal(page: Page, name: string): Promise<void> {
    await this.look(page, name, portal_modes)
  }

  // A figure that stands under the journey's line.
  tell(figure: string): void {
    this.figures.push(figure)
  }

  // What is typed as a person's: it may be found in no address, storage or console.
  secret<Text extends string>(value: Text): Text {
    this.watch.keep_secret([value])
    return value
  }
}

// A window of a bank that is ahead of the machine has the bank's time, as a person's computer would.
function be_ahead(ahead_ms: number): void {
  const Machine = Date
  class Ahead extends Machine {
    constructor(...told: unknown[]) {
      if (told.length) super(...told as [number])
      else super(Machine.now() + ahead_ms)
    }

    static override now(): number {
      return Machine.now() + ahead_ms
    }
  }
  window.Date = Ahead as DateConstructor
}

export async function type_login(page: Page, { login, password }: Login): Promise<void> {
  await page.locator('input[autocomplete="username"]').fill(login)
  await page.locator('input[autocomplete="current-password"]').fill(password)
  await page.keyboard.press('Enter')
}
