// The receipt code of what was registered last, between the answer and the printed receipt: in memory, for whoever
// registered it, and gone with the next one. No other screen of staff has it.
import { shallowRef } from 'vue'
import { session } from '@/session/session'

interface Given { id: number, code: string, to: number | undefined }

const last = shallowRef<Given>()

export function give(id: number, code: string | null | undefined): void {
  last.value = code ? { id, code, to: session.value?.person.id } : undefined
}

export function code_given(id: number): string | undefined {
  const it = last.value
  return it?.id === id && it.to === session.value?.person.id ? it.code : undefined
}
