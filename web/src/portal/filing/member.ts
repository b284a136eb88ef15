// A member of the complaint as something a field can be bound to, and saving while one types.
import { computed, onUnmounted, watch } from 'vue'
import type { Filing } from '@/api/portal'
import { answer, filing, save } from './draft'

type TextMember = { [K in keyof Filing]-?: NonNullable<Filing[K]> extends string ? K : never }[keyof Filing]

export function text_member(name: TextMember) {
  return computed({ get: () => filing[name] ?? '', set: (value: string) => answer({ [name]: value }) })
}

const pause_ms = 2000

// Long texts are saved in the pauses of writing. What is refused then is said when one goes on.
export function save_while_typing(...names: (keyof Filing)[]): void {
  let timer: ReturnType<typeof setTimeout> | undefined
  watch(() => names.map((name) => filing[name]), () => {
    clearTimeout(timer)
    timer = setTimeout(() => void save().catch(() => undefined), pause_ms)
  })
  onUnmounted(() => clearTimeout(timer))
}
