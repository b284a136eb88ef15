// The form is kept on the server while it is filled in. Where the network is lost it stays on the page, and is kept as
// soon as the server answers again; nothing of it is ever put into this browser's storage.
import { onBeforeUnmount, onMounted, ref, watch } from 'vue'
import { problem_of } from '@/api/problem'
import { session } from '@/session/session'
import { is_blank, type Form } from './form'
import { keep_draft, new_draft_form } from './useRegistration'

const pause_ms = 1_500
const retry_ms = 5_000

export type DraftState = 'nothing' | 'changed' | 'kept' | 'unreachable'

export function useDraft(form: Form) {
  const state = ref<DraftState>('nothing')
  const kept_at = ref('')
  const id = ref<number>()
  let name = new_draft_form()
  const owner = session.value?.person.id
  let timer = 0
  let over = false
  let keeping = Promise.resolve()

  function keep() {
    window.clearTimeout(timer)
    if (over || state.value === 'nothing' || state.value === 'kept') return
    keeping = keeping.then(send)
  }

  async function send() {
    // What one customer told is not kept among the drafts of somebody who signed in since.
    if (session.value?.person.id !== owner) return
    const content = JSON.stringify(form)
    try {
      const mark = await keep_draft(name, content)
      id.value = mark.id
      kept_at.value = mark.changed_at
      state.value = JSON.stringify(form) === content ? 'kept' : 'changed'
    } catch (error) {
      state.value = 'unreachable'
      if (!over && problem_of(error).is_passing) timer = window.setTimeout(keep, retry_ms)
    }
  }

  watch(form, () => {
    if (over || is_blank(form)) return
    if (state.value !== 'unreachable') state.value = 'changed'
    window.clearTimeout(timer)
    timer = window.setTimeout(keep, pause_ms)
  }, { deep: true })

  const warn = (event: BeforeUnloadEvent) => {
    if (state.value === 'changed' || state.value === 'unreachable') event.preventDefault()
  }
  onMounted(() => {
    window.addEventListener('online', keep)
    window.addEventListener('beforeunload', warn)
  })
  onBeforeUnmount(() => {
    keep()
    window.clearTimeout(timer)
    window.removeEventListener('online', keep)
    window.removeEventListener('beforeunload', warn)
  })

  // The form goes on from a draft that was kept before.
  function resume(draft: { id: number, form: string }) {
    name = draft.form
    id.value = draft.id
  }
  // It was registered: no draft of it may come after.
  async function end() {
    over = true
    window.clearTimeout(timer)
    await keeping
    return id.value
  }
  return { state, kept_at, resume, end }
}
