// One action under way: its fields, its draft, its sending, and what happens when another was faster.
import { useQueryClient } from '@tanstack/vue-query'
import { computed, reactive, ref, shallowRef } from 'vue'
import { get, new_key } from '@/api/client'
import type { CaseEntry } from '@/api/types'
import { useDraft } from '@/ui/drafts/draft'
import { useForm } from '@/ui/form'
import { body_of, faults_of, first_values, shown_fields } from './body'
import type { Action, Case, Target } from './types'

// The name of its form, under which its draft is kept.
export const draft_form = (action: Action) => `case.${action.key}`

export function useAction(action: Action, it: Case, target: Target, done: () => void) {
  const queries = useQueryClient()
  const complaint_id = it.complaint.id
  const values = reactive(first_values(action.fields, it))
  const draft = useDraft(draft_form(action), target.id, values)
  const version = ref(target.version)
  let key = new_key()
  let sent = ''
  // What others did since the form was opened; shown when the server refuses for that.
  const others = shallowRef<CaseEntry[]>()
  const fields = computed(() => shown_fields(action.fields, values, it))

  const seen = queries.getQueryData<{ items: CaseEntry[] }>(['complaints', 'page', complaint_id, 'timeline'])?.items.at(-1)?.n

  async function look_again(): Promise<void> {
    await queries.invalidateQueries({ queryKey: ['complaints'] })
    const timeline = await get('/api/complaints/{id}/timeline', { path: { id: complaint_id } })
    version.value = action.part ? row_now()?.version ?? version.value : (await get('/api/complaints/{id}', { path: { id: complaint_id } })).version
    others.value = timeline.items.filter((entry) => entry.n > (seen ?? 0))
  }
  // The page has just asked anew for the rows it shows. A row and a case may bear the same id.
  const row_now = () => queries.getQueryData<{ items: Target[] }>(['complaints', 'page', complaint_id, action.part])?.items.find((one) => one.id === target.id)

  async function send(): Promise<unknown> {
    const body = body_of(action.fields, values, it)
    // The same key for the same content only: what was mended is another command.
    const content = JSON.stringify([body, version.value])
    if (content !== sent) key = new_key()
    sent = content
    return action.send(target.id, body, { if_match: version.value, idempotency_key: key })
  }

  const form = useForm(send, () => {
    void draft.end()
    void queries.invalidateQueries({ queryKey: ['complaints'] })
    void queries.invalidateQueries({ queryKey: ['approvals'] })
    done()
  }, { of: values, check: () => faults_of(action.fields, values, it) })

  async function submit(): Promise<void> {
    others.value = undefined
    await form.submit()
    if (form.problem.value?.code === 'version.changed') await look_again().catch(() => undefined)
  }

  const start_again = () => draft.start_again(first_values(action.fields, it))
  return { values, fields, form, submit, others, draft, start_again }
}
