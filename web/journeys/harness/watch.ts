// What must never happen on any page, watched while a journey goes its way: errors in the console, breaches of the
// policy, requests to others, failures of the server, and personal values in addresses, console or storage.
import type { BrowserContext, ConsoleMessage, Page } from 'playwright-core'

// Telephone, identity number, card; a complaint's number is 16 digits that begin with 20. Digits within a random value
// in hexadecimal are none of these.
const shapes = [/(?<![\da-f])1[3-9]\d{9}(?![\da-f])/, /(?<![\da-f])[1-9]\d{16}[\dXx](?![\da-fXx])/, /(?<![\da-f])(?!20\d{14}(?!\d))\d{16,19}(?![\da-f])/]

export class Watch {
  readonly findings = new Set<string>()
  private readonly origin: string
  private readonly personal: string[] = []
  private readonly contexts: BrowserContext[] = []

  constructor(origin: string) {
    this.origin = origin
  }

  // Values that the journey typed and that may stand nowhere but on the page.
  keep_secret(values: readonly string[]): void {
    this.personal.push(...values)
  }

  async over(context: BrowserContext): Promise<void> {
    this.contexts.push(context)
    await context.exposeFunction('xiaobao_policy_breach', (what: string) => { this.findings.add(`policy: ${what}`) })
    await context.addInitScript(() => {
      document.addEventListener('securitypolicyviolation', (event) => {
        const told = window as unknown as { xiaobao_policy_breach: (what: string) => void }
        told.xiaobao_policy_breach(`${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`)
      })
    })
    context.on('request', (request) => { this.see_address(request.url()) })
    context.on('response', (response) => {
      // 503 and the like are for journeys that pull the plug; they say so with `forgive`.
      if (response.status() >= 500) this.findings.add(`the server failed: ${response.status()} ${response.url()}`)
    })
    context.on('console', (message) => { this.see_console(message) })
    context.on('weberror', (error) => { this.findings.add(`a page broke: ${error.error().stack ?? error.error().message}`) })
    context.on('page', (page) => this.watch_page(page))
  }

  // Takes back findings that the journey has provoked.
  forgive(provoked: RegExp): void {
    for (const one of this.findings) if (provoked.test(one)) this.findings.delete(one)
  }

  async end(): Promise<void> {
    for (const context of this.contexts) {
      for (const page of context.pages()) {
        if (page.url().startsWith(this.origin)) await this.see_storage(page)
      }
    }
  }

  private watch_page(page: Page): void {
    page.on('framenavigated', (frame) => { this.see_address(frame.url()) })
  }

  private see_address(address: string): void {
    if (/^(blob|data|about|chrome-error):/.test(address)) return
    if (!address.startsWith(this.origin)) this.findings.add(`a request to others: ${address}`)
    this.see_text(decodeURIComponent(address.slice(this.origin.length).replaceAll('+', ' ')), 'in an address')
  }

  private see_console(message: ConsoleMessage): void {
    this.see_text(message.text(), 'in the console')
    // The browser notes each refusal of the server; the page says it to the reader.
    const is_refusal = message.text().startsWith('Failed to load resource')
    if (['error', 'warning'].includes(message.type()) && !is_refusal) this.findings.add(`console: ${message.text()}`)
  }

  private see_text(text: string, where: string): void {
    const found = this.personal.find((one) => text.includes(one)) ?? shapes.map((shape) => shape.exec(text)?.[0]).find(Boolean)
    if (found) this.findings.add(`personal ${where}: ${text.slice(0, 200)}`)
  }

  private async see_storage(page: Page): Promise<void> {
    const kept = await page.evaluate(async () => {
      const found = [JSON.stringify(localStorage), JSON.stringify(sessionStorage), document.cookie]
      for (const { name } of await indexedDB.databases()) {
        const database = await new Promise<IDBDatabase>((done, failed) => {
          const asked = indexedDB.open(name ?? '')
          asked.onsuccess = () => { done(asked.result) }
          asked.onerror = () => { failed(new Error(name)) }
        })
        for (const store of database.objectStoreNames) {
          found.push(JSON.stringify(await new Promise((done) => {
            const asked = database.transaction(store).objectStore(store).getAll()
            asked.onsuccess = () => { done(asked.result) }
          })))
        }
        database.close()
      }
      for (const name of await caches.keys()) {
        for (const request of await (await caches.open(name)).keys()) found.push(request.url)
      }
      return found
    })
    for (const text of kept) {
      this.see_text(text, 'in the storage')
      if (/\/api\//.test(text)) this.findings.add(`an answer of the server is kept: ${text.slice(0, 200)}`)
    }
  }
}
