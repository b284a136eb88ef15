// Keyboard, screen reader and voice follow to the heading of what is newly shown, a page or the next part of one, and
// to what is wrong on it.
import { nextTick } from 'vue'
import { read_page } from './read_aloud'

let is_first = true

export async function arrive(): Promise<void> {
  // Who has just opened the portal is left where the browser put him.
  if (is_first) {
    is_first = false
    return
  }
  await nextTick()
  document.querySelector<HTMLElement>('main h1')?.focus()
  await read_page()
}

// To the first field that is wrong, with its label and what is wrong in sight of the bars.
export async function to_first_error(): Promise<void> {
  await nextTick()
  const field = document.querySelector<HTMLElement>('main [aria-invalid="true"]')
  field?.focus({ preventScroll: true })
  field?.closest('.field')?.scrollIntoView({ block: 'nearest' })
}
