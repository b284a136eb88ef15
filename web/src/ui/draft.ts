// What is typed and not yet sent, kept on the server under the form's name: it is there on any machine, and no word
// of it stays in this browser. Without a network it waits in memory, also when its panel was closed, and the page warns
// before it is left.
import { useQueryClient } from '@tanstack/vue-query'
import { onBeforeUnmount, ref, toRaw, watch } from 'vue'
import { get, post } from '@/api/client'
import { problem_of } from '@/api/problem'
import { session } from '@/session/session'

const pause_ms = 1_200
const again_ms = 8_000

// What waits of panels that were closed: a panel that is opened again goes on from it.
const waiting = new Map<string, { content: string, stop: () => void }>()

export type Keeping = 'nothing' | 'changed' | 'kept' | 'waiting' | 'refused'

type Values = Record<string, unknown>

// `form` is one of this page's kind, `subject_id` what it is about, nothing where it makes something new.
export function useDraft(form: string, subject_id: number | undefined, values: Values) {
  const queries = useQueryClient()
  const keeping = ref<Keeping>('nothing')
  const found_at = ref<string>()
  const kept_at = ref<string>()
  let id: number | undefined
  let first = JSON.stringify(values)
  let timer: number | undefined
  let ended = false
  let is_closed = false
  let looked: Promise<void> | undefined
  // What one wrote is not kept among the drafts of somebody who signed in since.
  const owner = session.value?.person.id
  const name = `${owner} ${form} ${subject_id}`

  // Looked for until it is known: nothing is kept in place of an earlier one that was not seen.
  const look = () => (looked ??= find().catch((error: unknown) => {
    looked = undefined
    throw error
  }))

  async function find(): Promise<void> {
    const { items } = await queries.fetchQuery({ queryKey: ['drafts'], queryFn: ({ signal }) => get('/api/drafts', { signal }), staleTime: 0 })
    const mark = items.find((one) => one.form === form && (one.subject_id ?? undefined) === subject_id)
    if (!mark) return
    const draft = await get('/api/drafts/{id}', { path: { id: mark.id } })
    id = mark.id
    take(JSON.parse(draft.content) as Values)
    found_at.value = draft.changed_at
  }

  // Into the fields that nobody has typed into meanwhile.
  function take(kept: Values): void {
    const before = JSON.parse(first) as Values
    const is_untouched = JSON.stringify(values) === first
    for (const [field, value] of Object.entries(kept)) if (JSON.stringify(values[field]) === JSON.stringify(before[field])) values[field] = value
    if (is_untouched) first = JSON.stringify(values)
  }

  async function keep(): Promise<void> {
    let content = ''
    try {
      await look()
      if (session.value?.person.id !== owner) return let_go()
      content = JSON.stringify(values)
      const mark = await post('/api/drafts', { body: { form, subject_id: subject_id ?? null, content } })
      if (ended) { void drop(mark.id); return }
      id = mark.id
      kept_at.value = mark.changed_at
      keeping.value = content === JSON.stringify(values) ? 'kept' : 'changed'
      if (is_closed) let_go()
      void queries.invalidateQueries({ queryKey: ['drafts'] })
    } catch (error) {
      const passing = problem_of(error).is_passing
      keeping.value = passing ? 'waiting' : 'refused'
      if (passing) later(again_ms)
      else if (is_closed) let_go()
    }
  }

  function let_go(): void {
    if (waiting.get(name)?.stop === stop) waiting.delete(name)
    window.removeEventListener('online', now_online)
    window.removeEventListener('beforeunload', warn)
  }
  function stop(): void {
    ended = true
    window.clearTimeout(timer)
    let_go()
  }

  function later(ms: number): void {
    window.clearTimeout(timer)
    timer = window.setTimeout(() => { if (!ended) void keep() }, ms)
  }

  async function drop(which: number | undefined): Promise<void> {
    if (which === undefined) return
    await post('/api/drafts/{id}/deletion', { path: { id: which } }).catch(() => undefined)
    void queries.invalidateQueries({ queryKey: ['drafts'] })
  }

  // It was sent, or is not wanted any more.
  function end(): Promise<void> {
    ended = true
    window.clearTimeout(timer)
    keeping.value = 'nothing'
    return drop(id)
  }

  function start_again(to: Values): void {
    Object.assign(values, structuredClone(toRaw(to)))
    first = JSON.stringify(values)
    found_at.value = undefined
    keeping.value = 'nothing'
    window.clearTimeout(timer)
    void drop(id)
    id = undefined
  }

  watch(values, () => {
    if (ended || JSON.stringify(values) === first) return
    if (keeping.value !== 'waiting') keeping.value = 'changed'
    later(pause_ms)
  })

  const now_online = () => { if (keeping.value === 'waiting') later(0) }
  const warn = (event: BeforeUnloadEvent) => { if (['changed', 'waiting', 'refused'].includes(keeping.value)) event.preventDefault() }
  window.addEventListener('online', now_online)
  window.addEventListener('beforeunload', warn)
  onBeforeUnmount(() => {
    is_closed = true
    window.clearTimeout(timer)
    if (ended || (keeping.value !== 'changed' && keeping.value !== 'waiting')) return let_go()
    waiting.set(name, { content: JSON.stringify(values), stop })
    void keep()
  })

  const left = waiting.get(name)
  if (left) {
    left.stop()
    take(JSON.parse(left.content) as Values)
    keeping.value = 'waiting'
    later(0)
  }
  void look().catch(() => undefined)
  return { keeping, found_at, kept_at, end, start_again }
}
