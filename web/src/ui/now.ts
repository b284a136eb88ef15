// The time that screens count from, moved on each half minute; all that counts down shares it.
import { readonly, ref } from 'vue'

const current = ref(Date.now())
export const now = readonly(current)

window.setInterval(() => { current.value = Date.now() }, 30_000)
