// Keys that do something on the screen that is shown. They rest while somebody types; `?` lists them.
import { onBeforeUnmount, onMounted, readonly, ref, shallowReactive } from 'vue'

export interface Shortcut {
  key: string
  // The key of the text that says what it does.
  what: string
  // Without it the browser does it already, and only the list shows it.
  run?: () => void
}

// Who speaks to his computer turns single keys off (WCAG 2.1.4). Kept in the browser: it says nothing about anybody.
const kept = 'xiaobao.shortcuts'
const on = ref(localStorage.getItem(kept) !== 'off')
export const shortcuts_on = readonly(on)

export function set_shortcuts(to: boolean): void {
  on.value = to
  localStorage.setItem(kept, to ? 'on' : 'off')
}

export const shortcuts = shallowReactive(new Set<Shortcut>())

export function useShortcuts(own: readonly Shortcut[]): void {
  onMounted(() => own.forEach((one) => shortcuts.add(one)))
  onBeforeUnmount(() => own.forEach((one) => shortcuts.delete(one)))
}

export function listen_for_shortcuts(): void {
  document.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || is_typing(event.target) || !on.value) return
    // A dialog has the keyboard to itself.
    if (document.querySelector('dialog[open]')) return
    if (run_shortcut(event.key)) event.preventDefault()
  })
}

// What was set up last, and so stands nearest, has the key.
export function run_shortcut(key: string): boolean {
  const found = [...shortcuts].reverse().find((one) => one.key === key && one.run)
  found?.run?.()
  return !!found
}

function is_typing(target: EventTarget | null): boolean {
  return target instanceof HTMLElement
    && (target.isContentEditable || target.matches('input:not([type="checkbox"], [type="radio"]), textarea, select, [role="combobox"]'))
}
