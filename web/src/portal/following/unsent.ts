// What was written for an act and not sent. It stands in memory only: it outlasts the half hour after which number and
// code are asked for again, and nothing else.
import { onMounted, onUnmounted, ref, type Ref } from 'vue'
import { onBeforeRouteLeave } from 'vue-router'
import { followed } from './followed'

const written = new Map<string, Ref<string>>()
let holds: (() => boolean) | undefined

// The words of this act on the followed case.
export function words_of(act: string): Ref<string> {
  const key = `${followed.value?.number}/${act}`
  const words = written.get(key) ?? ref('')
  written.set(key, words)
  return words
}

export function forget_words(): void {
  written.clear()
}

// Whoever leaves while `is_unsent` holds is asked first.
export function hold_back(is_unsent: () => boolean): void {
  holds = is_unsent
  onUnmounted(() => { if (holds === is_unsent) holds = undefined })
}

const is_unsent = () => !!followed.value && (holds?.() ?? false)

// For the page that holds the acts: whether it asks, and the answer.
export function useLeaving() {
  const asks = ref(false)
  let decide: ((goes: boolean) => void) | undefined
  const warn = (event: Event) => { if (is_unsent()) event.preventDefault() }
  onMounted(() => addEventListener('beforeunload', warn))
  onUnmounted(() => removeEventListener('beforeunload', warn))
  onBeforeRouteLeave(() => {
    if (!is_unsent()) return true
    asks.value = true
    return new Promise<boolean>((resolve) => { decide = resolve })
  })

  function answer(goes: boolean): void {
    asks.value = false
    if (goes) forget_words()
    decide?.(goes)
  }
  return { asks, answer }
}
