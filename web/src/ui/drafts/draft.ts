// The draft of what is done about one thing, a case or a referral: there is one, and the form begins with it.
import { useQueryClient } from '@tanstack/vue-query'
import { ref } from 'vue'
import { get } from '@/api/client'
import { useKeeping } from './keeping'

export function useDraft(form: string, subject_id: number, values: object) {
  const queries = useQueryClient()
  const found_at = ref<string>()
  let looked: Promise<void> | undefined
  // Looked for until it is known.
  const look = () => (looked ??= find().catch((error: unknown) => {
    looked = undefined
    throw error
  }))
  const { keeping, kept_at, end, start_again: clear, go_on_from } = useKeeping({ form, subject_id }, values, { look })

  async function find(): Promise<void> {
    const { items } = await queries.fetchQuery({ queryKey: ['drafts'], queryFn: ({ signal }) => get('/api/drafts', { signal }), staleTime: 0 })
    const mark = items.find((one) => one.form === form && one.subject_id === subject_id)
    if (!mark) return
    const draft = await get('/api/drafts/{id}', { path: { id: mark.id } })
    go_on_from(mark.id, JSON.parse(draft.content) as Record<string, unknown>)
    found_at.value = draft.changed_at
  }

  function start_again(to: object): void {
    found_at.value = undefined
    clear(to)
  }

  void look().catch(() => undefined)
  return { keeping, found_at, kept_at, end, start_again }
}
