// Reads a page aloud with the voice of the device: what stands in `main`, in reading order. Nothing leaves the device
// by our doing.
import { nextTick, readonly, ref } from 'vue'
import { language } from '@/i18n/language'

const on = ref(false)
export const reads_aloud = readonly(on)

export function can_read_aloud(): boolean {
  return 'speechSynthesis' in window
}

export function set_read_aloud(to: boolean): void {
  on.value = to
  if (to) void read_page()
  else if (can_read_aloud()) speechSynthesis.cancel()
}

// For the next page and for what changes on this one; silent unless it was switched on.
export async function read_page(): Promise<void> {
  if (!on.value || !can_read_aloud()) return
  await nextTick()
  speechSynthesis.cancel()
  const main = document.querySelector('main')
  for (const sentence of main ? sentences_of(main) : []) {
    const said = new SpeechSynthesisUtterance(sentence)
    said.lang = language()
    said.rate = 0.85
    speechSynthesis.speak(said)
  }
}

const spoken = 'h1, h2, h3, p, li, dt, dd, label, legend, button, a'

// A sentence each for headings, paragraphs, labels and what can be pressed; parts of one already said are left out.
export function sentences_of(main: Element): string[] {
  const taken: Element[] = []
  const found: string[] = []
  for (const one of main.querySelectorAll(spoken)) {
    if (taken.some((other) => other.contains(one)) || one.closest('[aria-hidden="true"], [hidden]')) continue
    if (one.matches('li, dd') && one.querySelector(spoken)) continue
    const text = one.textContent.replace(/\s+/g, ' ').trim()
    if (!text) continue
    taken.push(one)
    found.push(text)
  }
  return found
}
