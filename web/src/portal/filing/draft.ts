// The complaint while it is being written. Answers stand in memory and go to the server as a draft; the browser keeps
// the draft's id and token and nothing of what was said. What could not be sent waits for the network.
import { computed, reactive, readonly, ref, shallowRef } from 'vue'
import { problem_of, type Problem } from '@/api/problem'
import { get, post } from '../server/ask'
import { is_refused_as, own_refusal } from '../server/refusals'
import type { Begun, Draft, Filing, KeptFile, Receipt } from '@/api/portal'

export interface DraftKey { id: number, token: string }

const kept = 'xiaobao.draft'
// In this tab only: what was submitted gives its receipt again, so that a reload loses nothing.
const submitted = 'xiaobao.submitted'
const retry_ms = 5000

export const filing = reactive<Filing>({})
export const kept_files = ref<KeptFile[]>([])
const key = shallowRef<DraftKey | undefined>(key_in(localStorage, kept))
const unsaved = reactive(new Set<keyof Filing>())
const refused = shallowRef<readonly Problem[]>([])
const is_waiting = ref(false)
let saving: Promise<void> | undefined
let beginning: Promise<DraftKey> | undefined
let retry: ReturnType<typeof setTimeout> | undefined

export const draft_key = readonly(key)
export const has_draft = computed(() => key.value !== undefined)
// What was refused of the last that was sent, a refusal a member, until it is saved.
export const refusals = readonly(refused)
export const refusal = computed(() => refused.value[0])
export const save_state = computed(() => (is_waiting.value ? 'waiting' : unsaved.size ? 'unsaved' : key.value ? 'saved' : 'none'))

function key_in(storage: Storage, name: string): DraftKey | undefined {
  try {
    const value = JSON.parse(storage.getItem(name) ?? 'null') as DraftKey | null
    return value?.token ? value : undefined
  } catch {
    return undefined
  }
}

function set_key(to: DraftKey | undefined): void {
  key.value = to
  if (to) localStorage.setItem(kept, JSON.stringify(to))
  else localStorage.removeItem(kept)
}

export function answer(members: Partial<Filing>): void {
  Object.assign(filing, members)
  for (const name of Object.keys(members) as (keyof Filing)[]) unsaved.add(name)
}

// The draft a request goes to; made by the first answer, not by a visit.
export function need_draft(): Promise<DraftKey> {
  if (key.value) return Promise.resolve(key.value)
  beginning ??= post<Begun>('drafts', {})
    .then(({ id, token }) => {
      set_key({ id, token })
      return { id, token }
    })
    .finally(() => { beginning = undefined })
  return beginning
}

// Throws the refusal of a member. Without a network nothing is lost: it waits, and the page goes on.
export async function save(): Promise<void> {
  while (saving) await saving.catch(() => undefined)
  if (!unsaved.size) return
  saving = send().finally(() => { saving = undefined })
  return saving
}

async function send(names = [...unsaved], earlier: readonly Problem[] = []): Promise<void> {
  const members = Object.fromEntries(names.map((name) => [name, emptied(filing[name])]))
  names.forEach((name) => unsaved.delete(name))
  try {
    const { id, token } = await need_draft()
    await post<Draft>(`drafts/${id}`, members, { draft_token: token })
    refused.value = earlier
    is_waiting.value = false
  } catch (error) {
    names.forEach((name) => unsaved.add(name))
    return not_saved(problem_of(error), names, earlier)
  }
  if (earlier[0]) throw earlier[0]
}

function emptied(value: unknown): unknown {
  return value === '' || (Array.isArray(value) && !value.length) ? null : value
}

// The server names one member at a time: the others go without it, so that all that is wrong is known at once. Where one
// is going to stays unsaved until then.
async function not_saved(problem: Problem, names: (keyof Filing)[], earlier: readonly Problem[]): Promise<void> {
  if (problem.is_passing) return wait()
  if (is_refused_as('draft_missing', problem)) {
    // It ran out or was deleted elsewhere: all that is still on this page goes into a new one.
    set_key(undefined)
    for (const name of Object.keys(filing) as (keyof Filing)[]) unsaved.add(name)
    return send()
  }
  const all = [...earlier, problem]
  const others = names.filter((name) => name !== problem.field?.split('.')[0] && name !== 'step')
  if (problem.status === 422 && others.length < names.length && others.length) return send(others, all)
  refused.value = all
  throw all[0]
}

function wait(): void {
  is_waiting.value = true
  clearTimeout(retry)
  retry = setTimeout(() => void save().catch(() => undefined), retry_ms)
}

window.addEventListener('online', () => { if (is_waiting.value) void save().catch(() => undefined) })
window.addEventListener('beforeunload', (event) => { if (unsaved.size) event.preventDefault() })

// The draft of an earlier visit, or of this one before a reload.
export async function resume(): Promise<'open' | 'submitted' | 'missing'> {
  if (!key.value) return 'missing'
  try {
    const draft = await get<Draft>(`drafts/${key.value.id}`, { draft_token: key.value.token })
    if (draft.is_submitted) return 'submitted'
    clear()
    Object.assign(filing, draft.content)
    kept_files.value = draft.files
    return 'open'
  } catch (error) {
    if (!is_refused_as('draft_missing', error)) throw error
    forget()
    return 'missing'
  }
}

export async function remove_file(file: KeptFile): Promise<void> {
  const { id, token } = await need_draft()
  kept_files.value = (await post<Draft>(`drafts/${id}/attachments/${file.id}/deletion`, {}, { draft_token: token })).files
}

export async function submit(): Promise<Receipt> {
  await save()
  if (unsaved.size) throw own_refusal({ status: 0, code: 'web.unreachable' }, 'portal.filing.offline')
  const draft = await need_draft()
  const receipt = await receipt_of(draft)
  sessionStorage.setItem(submitted, JSON.stringify(draft))
  forget()
  return receipt
}

function receipt_of({ id, token }: DraftKey): Promise<Receipt> {
  return post<Receipt>(`drafts/${id}/submission`, {}, { draft_token: token })
}

// The receipt of what was submitted in this tab.
export function receipt_again(): Promise<Receipt> | undefined {
  const draft = key_in(sessionStorage, submitted)
  return draft && receipt_of(draft)
}

export function forget_receipt(): void {
  sessionStorage.removeItem(submitted)
}

// Deletes on the server, too.
export async function discard(): Promise<void> {
  const old = key.value
  if (old) {
    await post(`drafts/${old.id}/deletion`, {}, { draft_token: old.token }).catch((error: unknown) => {
      if (!is_refused_as('draft_missing', error)) throw error
    })
  }
  forget()
}

export function forget(): void {
  set_key(undefined)
  clear()
}

const forgotten: (() => void)[] = []

// What else stands in memory of a draft goes with it.
export function on_forget(call: () => void): void {
  forgotten.push(call)
}

function clear(): void {
  forgotten.forEach((call) => call())
  for (const name of Object.keys(filing)) Reflect.deleteProperty(filing, name)
  unsaved.clear()
  kept_files.value = []
  refused.value = []
  is_waiting.value = false
  clearTimeout(retry)
}
