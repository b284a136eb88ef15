// Light, dark, or as the system has it. Kept in the browser: it says nothing about anybody.
import { readonly, ref } from 'vue'

export type Theme = 'system' | 'light' | 'dark'
export const themes: readonly Theme[] = ['system', 'light', 'dark']

const kept = 'xiaobao.theme'
const dark = window.matchMedia('(prefers-color-scheme: dark)')
const known = (value: string | null) => themes.find((one) => one === value) ?? 'system'
const chosen = ref<Theme>(known(localStorage.getItem(kept)))

export const theme = readonly(chosen)

export function set_theme(to: Theme): void {
  chosen.value = to
  localStorage.setItem(kept, to)
  show_theme()
}

export function show_theme(): void {
  const shown = chosen.value === 'system' ? (dark.matches ? 'dark' : 'light') : chosen.value
  document.documentElement.dataset.theme = shown
  // The switch of Element Plus.
  document.documentElement.classList.toggle('dark', shown === 'dark')
}

dark.addEventListener('change', show_theme)
// Another window of the same reader chose.
window.addEventListener('storage', ({ key, newValue }) => {
  if (key !== kept) return
  chosen.value = known(newValue)
  show_theme()
})
