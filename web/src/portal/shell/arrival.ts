// Keyboard, screen reader and voice follow to the heading of what is newly shown: a page, or the next part of one.
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
