// Somebody who has only a keyboard: what he types, which keys he presses besides, and how long the pages let him wait.
import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'

// A practised typist; by pinyin a Han character takes three strokes.
const strokes_a_second = 5
const strokes_of = (text: string) => [...text].reduce((sum, one) => sum + (/\p{Script=Han}/u.test(one) ? 3 : 1), 0)

export class Keys {
  // Presses that are not text.
  pressed = 0
  private typed = 0
  private characters = 0
  private waited_ms = 0
  private readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  // Waits until the focus stands where somebody who looks at the page would type: on what has this label or name.
  async at(name: string): Promise<void> {
    await this.timed(async () => {
      const there = this.page.waitForFunction((wanted) => {
        const focused = document.activeElement
        const label = focused instanceof HTMLInputElement || focused instanceof HTMLTextAreaElement ? focused.labels?.[0] : focused
        return label?.textContent.trim().startsWith(wanted)
      }, name)
      await there.catch(async () => {
        const focused = await this.page.evaluate(() => document.activeElement?.outerHTML.slice(0, 200))
        assert.fail(`the focus is not at ${name}, but at ${focused}`)
      })
    })
  }

  async type(text: string): Promise<void> {
    this.characters += [...text].length
    this.typed += strokes_of(text)
    await this.timed(() => this.page.keyboard.type(text))
  }

  async press(...keys: readonly string[]): Promise<void> {
    this.pressed += keys.length
    for (const key of keys) await this.timed(() => this.page.keyboard.press(key))
  }

  // Until the page shows something; a person waits as long.
  async sees(what: string | RegExp): Promise<void> {
    await this.timed(() => this.page.getByText(what).first().waitFor())
  }

  seconds(): number {
    return (this.typed + this.pressed) / strokes_a_second + this.waited_ms / 1000
  }

  told(): string {
    return `${this.characters} characters, ${this.pressed} other keys, waited ${(this.waited_ms / 1000).toFixed(1)} s: `
      + `${this.seconds().toFixed(0)} s at ${strokes_a_second} strokes a second`
  }

  private async timed(deed: () => Promise<void>): Promise<void> {
    const began = performance.now()
    await deed()
    this.waited_ms += performance.now() - began
  }
}
