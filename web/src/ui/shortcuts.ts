// Keys that do something on the screen that is shown. They rest while somebody types; `?` lists them.
import { onBeforeUnmount, onMounted, shallowReactive } from 'vue'

export interface Shortcut {
  key: string
  // The key of the text that says what it does.
  what: string
  // Without it the browser does it already, and only the list shows it.
  run?: () => void
}

export const shortcuts = shallowReactive(new Set<Shortcut>())

export function useShortcuts(own: readonly Shortcut[]): void {
  onMounted(() => own.forEach((one) => shortcuts.add(one)))
  onBeforeUnmount(() => own.forEach((one) => shortcuts.delete(one)))
}

export function listen_for_shortcuts(): void {
  document.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || is_typing(event.target)) return
    const found = [...shortcuts].reverse().find((one) => one.key === event.key && one.run)
    if (!found) return
    event.preventDefault()
    found.run?.()
  })
}

function is_typing(target: EventTarget | null): boolean {
  return target instanceof HTMLElement
    && (target.isContentEditable || target.matches('input:not([type="checkbox"], [type="radio"]), textarea, select, [role="combobox"]'))
}
