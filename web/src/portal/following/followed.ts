// The case that is followed: its token and what it says stand in memory only, for half an hour at most.
import { computed, readonly, shallowRef } from 'vue'
import { get, post } from '../server/ask'
import { is_refused_as } from '../server/refusals'
import type { Case, CodeSent, Followed, Receipt } from '@/api/portal'

const token = shallowRef<string>()
const found = shallowRef<Case>()
const anew = shallowRef<'ran_out' | 'reloaded'>()

export const followed = computed(() => found.value)
// Why number and code are asked for again; said once, where they are.
export const asked_anew = readonly(anew)

export async function follow(number: string, code: string): Promise<void> {
  const answer = await post<Followed>('following', { number, code })
  token.value = answer.token
  found.value = answer.case
  anew.value = undefined
}

// For a page of a case that has come without one.
export function ask_anew(): void {
  anew.value ??= 'reloaded'
}

export function leave(): void {
  token.value = undefined
  found.value = undefined
}

export function case_keys(): { case_token: string } {
  return { case_token: token.value ?? '' }
}

export async function refresh(): Promise<void> {
  found.value = await while_open(get<Case>('case', case_keys()))
}

export function case_receipt(): Promise<Receipt> {
  return while_open(get<Receipt>('case/receipt', case_keys()))
}

// `act` is the last part of the address: supplement, rating, withdrawal …
export async function act_on_case(act: string, body: object): Promise<void> {
  found.value = await while_open(post<Case>(`case/${act}`, body, case_keys()))
}

export function ask_code(act: string): Promise<CodeSent> {
  return while_open(post<CodeSent>('case/codes', { act }, case_keys()))
}

async function while_open<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer
  } catch (error) {
    if (is_refused_as('token', error)) {
      leave()
      anew.value = 'ran_out'
    }
    throw error
  }
}
