// The receipt code of what was registered last, between the answer and the printed receipt: in memory, for whoever
// registered it, and gone with the next one or with his session. No other screen of staff has it.
import { shallowRef, watch } from 'vue'
import { session } from '@/session/session'

interface Given { id: number, code: string, to: number }

const last = shallowRef<Given>()

export function give(id: number, code: string | null | undefined): void {
  const to = session.value?.person.id
  last.value = code && to ? { id, code, to } : undefined
}
watch(session, (now) => { if (now?.person.id !== last.value?.to) last.value = undefined })

export function code_given(id: number): string | undefined {
  const it = last.value
  return it?.id === id && it.to === session.value?.person.id ? it.code : undefined
}
