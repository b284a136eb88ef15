// What is typed and not yet sent, kept on the server under a form's name: it is there on any machine, and no word of it
// stays in this browser. Without a network, or where the session ended meanwhile, it waits in memory, also when its page
// was left, and the window warns before it is closed.
import { useQueryClient } from '@tanstack/vue-query'
import { onBeforeUnmount, ref, toRaw, watch } from 'vue'
import { post } from '@/api/client'
import { problem_of } from '@/api/problem'
import { session } from '@/session/session'

const pause_ms = 1_200
const again_ms = 8_000

// Forms with something that is not kept yet, asked to keep it at once.
const unkept = new Set<() => Promise<void>>()

// Before somebody leaves: what he has just typed is kept, as far as that takes no longer than this.
export async function keep_all(at_most_ms = 3_000): Promise<void> {
  await Promise.race([Promise.all([...unkept].map((now) => now())), new Promise((done) => { window.setTimeout(done, at_most_ms) })])
}

// What the end of a session has left behind is kept as soon as there is one again.
watch(session, (now) => { if (now) for (const keep_now of unkept) void keep_now() })

// What waits of forms that were left: one that is opened again goes on from it.
const waiting = new Map<string, { content: string, pass_on: () => void }>()

export type Keeping = 'nothing' | 'changed' | 'kept' | 'waiting' | 'refused'

// `form` names the form, as `case.contact`; `subject_id` is what it is about, nothing where it makes something new. The
// server keeps one draft of each for each person.
export interface Place { form: string, readonly subject_id?: number | undefined }

interface How {
  // Waited for before anything is kept: nothing is kept in place of an earlier draft that was not seen.
  look: () => Promise<void>
  // Whether nothing stands there that would be lost; without it, whether it stands as it began.
  is_blank?: () => boolean
}

// Sent or not wanted any more; or a form that was opened again has it now.
type Life = 'open' | 'left' | 'passed_on' | 'ended'

export function useKeeping(place: Place, values: object, { look, is_blank }: How) {
  const queries = useQueryClient()
  const fields = values as Record<string, unknown>
  const keeping = ref<Keeping>('nothing')
  const kept_at = ref<string>()
  let id: number | undefined
  let first = JSON.stringify(values)
  // What needs no keeping: the form as it began, later what the server has.
  let safe = first
  let timer: number | undefined
  let life: Life = 'open'
  // Counts the times it was cleared: what was under way before is of a form that is no more.
  let round = 0
  // One after the other, so that no earlier content comes after a later one, nor after its deletion.
  let turn = Promise.resolve()
  const in_turn = (work: () => Promise<void>) => (turn = turn.then(work))
  // What one wrote is not kept among the drafts of somebody who signed in since.
  const owner = session.value?.person.id
  const name = `${owner} ${place.form} ${place.subject_id}`
  const is_over = () => life === 'ended' || life === 'passed_on'
  const has_nothing = () => id === undefined && (is_blank ? is_blank() : JSON.stringify(values) === first)

  const is_safe = () => has_nothing() || (id !== undefined && JSON.stringify(values) === safe)
  // Whether he whose words these are is signed in; those of another go nowhere.
  function is_at_hand(): boolean {
    if (session.value?.person.id === owner) return true
    if (session.value) let_go()
    else if (!is_safe()) wait()
    return false
  }

  async function keep(): Promise<void> {
    const began = round
    try {
      if (!is_at_hand()) return
      await look()
      if (is_over() || !is_at_hand()) return
      if (is_safe()) {
        keeping.value = id === undefined ? 'nothing' : 'kept'
        return let_go_if_left()
      }
      const content = JSON.stringify(values)
      const mark = await post('/api/drafts', { body: { form: place.form, subject_id: place.subject_id ?? null, content } })
      id = mark.id
      if (is_over() || round !== began) return
      safe = content
      kept_at.value = mark.changed_at
      keeping.value = content === JSON.stringify(values) ? 'kept' : 'changed'
      let_go_if_left()
      void queries.invalidateQueries({ queryKey: ['drafts'] })
    } catch (error) {
      if (is_over() || round !== began) return
      if (problem_of(error).is_passing || !session.value) return wait()
      keeping.value = 'refused'
      let_go_if_left()
    }
  }
  // For the network, or until the same person has signed in again.
  function wait(): void {
    keeping.value = 'waiting'
    later(again_ms)
  }

  const keep_now = async () => {
    if (is_over() || (keeping.value !== 'changed' && keeping.value !== 'waiting')) return
    window.clearTimeout(timer)
    await in_turn(keep)
  }

  function let_go(): void {
    unkept.delete(keep_now)
    if (waiting.get(name)?.pass_on === pass_on) waiting.delete(name)
    window.removeEventListener('online', now_online)
    window.removeEventListener('beforeunload', warn)
  }
  function let_go_if_left(): void {
    if (life === 'left') let_go()
  }
  function pass_on(): void {
    life = 'passed_on'
    window.clearTimeout(timer)
    let_go()
  }

  function later(ms: number): void {
    window.clearTimeout(timer)
    timer = window.setTimeout(() => { if (!is_over()) void in_turn(keep) }, ms)
  }

  async function drop(): Promise<void> {
    if (id === undefined) return
    await post('/api/drafts/{id}/deletion', { path: { id } }).catch(() => undefined)
    id = undefined
    void queries.invalidateQueries({ queryKey: ['drafts'] })
  }

  // It was sent, or is not wanted any more.
  function end(): Promise<void> {
    life = 'ended'
    window.clearTimeout(timer)
    let_go()
    keeping.value = 'nothing'
    return in_turn(drop)
  }

  function start_again(to: object): void {
    round++
    Object.assign(values, structuredClone(toRaw(to)))
    first = safe = JSON.stringify(values)
    keeping.value = 'nothing'
    window.clearTimeout(timer)
    void in_turn(drop)
  }

  // Into the fields that nobody has typed into meanwhile.
  function take(kept: Record<string, unknown>): void {
    const before = JSON.parse(first) as Record<string, unknown>
    for (const [field, value] of Object.entries(kept)) if (JSON.stringify(fields[field]) === JSON.stringify(before[field])) fields[field] = value
  }
  // What the server has under this id needs no keeping.
  function go_on_from(kept_id: number, kept: Record<string, unknown>): void {
    id = kept_id
    const is_untouched = JSON.stringify(values) === first
    take(kept)
    if (is_untouched) first = safe = JSON.stringify(values)
  }

  watch(values, () => {
    if (is_over() || ((has_nothing() || JSON.stringify(values) === safe) && (keeping.value === 'nothing' || keeping.value === 'kept'))) return
    if (keeping.value !== 'waiting') keeping.value = 'changed'
    later(pause_ms)
  }, { deep: true })

  const now_online = () => { if (keeping.value === 'waiting') later(0) }
  const warn = (event: BeforeUnloadEvent) => { if (['changed', 'waiting', 'refused'].includes(keeping.value)) event.preventDefault() }
  unkept.add(keep_now)
  window.addEventListener('online', now_online)
  window.addEventListener('beforeunload', warn)
  onBeforeUnmount(() => {
    window.clearTimeout(timer)
    if (life !== 'open' || (keeping.value !== 'changed' && keeping.value !== 'waiting')) return let_go()
    life = 'left'
    waiting.set(name, { content: JSON.stringify(values), pass_on })
    void in_turn(keep)
  })

  const left = waiting.get(name)
  if (left) {
    left.pass_on()
    take(JSON.parse(left.content) as Record<string, unknown>)
    keeping.value = 'waiting'
    later(0)
  }
  return { keeping, kept_at, end, start_again, go_on_from }
}
