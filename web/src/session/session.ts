// Who is signed in and what he may do. The server decides; the screens only leave out what it would refuse.
import { computed, shallowRef } from 'vue'
import { get, post, remove } from '@/api/client'
import { Problem } from '@/api/problem'
import type { Session } from '@/api/types'
import { forget_sought } from './sought'

const current = shallowRef<Session>()
let asked = false

export const session = computed(() => current.value)
// The appointment as which one acts: one's post and unit at this moment.
export const acting = computed(() => current.value?.appointments.find((one) => one.id === current.value?.appointment_id))

export function may(permission: string | undefined): boolean {
  return !permission || (current.value?.permissions.includes(permission) ?? false)
}

// The break-glass that runs at this moment.
export function glass_at(ms: number): Session['glass'] {
  const glass = current.value?.glass
  return glass && Date.parse(glass.ends_at) > ms ? glass : undefined
}

// Asks once after loading; later the session is known.
export async function find_session(): Promise<Session | undefined> {
  if (asked) return current.value
  try {
    current.value = await get('/api/session', {})
  } catch (error) {
    if (!(error instanceof Problem) || error.status !== 401) throw error
  }
  asked = true
  return current.value
}

// Somebody else may have signed in, or acted as somebody else, in another window.
export async function renew_session(): Promise<Session | undefined> {
  asked = false
  return find_session()
}

export async function sign_in(login: string, password: string, code: string | null): Promise<Session> {
  asked = true
  return current.value = await post('/api/session', { body: code ? { login, password, code } : { login, password } })
}

export async function sign_out(): Promise<void> {
  await remove('/api/session', {})
  forget_session()
}

export function forget_session(): void {
  asked = true
  current.value = undefined
  forget_sought()
}

export async function act_as(appointment_id: number): Promise<void> {
  current.value = await post('/api/session/appointment', { body: { appointment_id } })
}

export async function change_password(password: string, new_password: string): Promise<void> {
  current.value = await post('/api/session/password', { body: { password, new_password } })
}

export async function confirm_second_factor(code: string): Promise<void> {
  current.value = await post('/api/session/second_factor/confirmation', { body: { code } })
}

export async function prove(password: string, code: string | null): Promise<void> {
  current.value = await post('/api/session/authentication', { body: code ? { password, code } : { password } })
}
