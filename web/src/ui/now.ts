// The time that screens count from, moved on each half minute; all that counts down shares it.
import { readonly, ref } from 'vue'

const current = ref(Date.now())
export const now = readonly(current)

// What came just now is read by the time it came at.
export function look_at_clock(): void {
  current.value = Date.now()
}

window.setInterval(look_at_clock, 30_000)
