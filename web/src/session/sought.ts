// What somebody looks for. It may be a person's, so it is in no address and no key of an answer, and is gone when the
// page is loaded again or the session ends.
import { shallowRef } from 'vue'
import type { ComplaintSearch } from '@/api/types'

export interface Sought {
  text: string
  // Differs from one asking to the next: stands in keys in place of the text.
  at: number
}

let askings = 0

export const sought = shallowRef<Sought>()
// The identifier of a person whose complaints are to be found, which leaves an entry.
export const sought_person = shallowRef<ComplaintSearch>()

export function look_for(text: string): void {
  askings += 1
  sought.value = { text, at: askings }
  sought_person.value = undefined
}

export function forget_sought(): void {
  sought.value = undefined
  sought_person.value = undefined
}
