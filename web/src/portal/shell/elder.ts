// Elder mode 长辈版. Kept in the browser: it says nothing about anybody.
import { readonly, ref } from 'vue'

const kept = 'xiaobao.elder'
const chosen = ref(localStorage.getItem(kept) === 'on')

export const elder = readonly(chosen)

export function set_elder(to: boolean): void {
  chosen.value = to
  localStorage.setItem(kept, to ? 'on' : 'off')
  show_elder()
}

export function show_elder(): void {
  document.body.classList.toggle('elder', chosen.value)
}

// Another page of the portal chose.
window.addEventListener('storage', (event) => {
  if (event.key !== kept) return
  chosen.value = event.newValue === 'on'
  show_elder()
})
