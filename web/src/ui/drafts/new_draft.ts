// Drafts of what does not exist yet, several of a kind. Those of before are offered, never filled in by themselves:
// somebody else may stand here now.
import { useMutation, useQuery, useQueryClient } from '@tanstack/vue-query'
import { computed } from 'vue'
import { get, new_key, post } from '@/api/client'
import { useKeeping, type Place } from './keeping'

export type NewKind = 'registration' | 'tip_off' | 'library_case'

export interface EarlierDraft { id: number, form: string, content: string }

export function useNewDraft(kind: NewKind, values: object, is_blank?: () => boolean) {
  const place: Place = { form: `${kind}.${new_key().slice(0, 8)}` }
  const { keeping, kept_at, end, go_on_from } = useKeeping(place, values, { look: () => Promise.resolve(), ...(is_blank && { is_blank }) })

  // The form goes on from a draft of before, which `from` has made into its values.
  function resume(draft: EarlierDraft, from: object): void {
    place.form = draft.form
    Object.assign(values, from)
    go_on_from(draft.id, {})
  }
  // The same form makes one thing, however often it is sent and wherever it is gone on with: an Idempotency-Key.
  const key = () => place.form
  return { keeping, kept_at, end, resume, key }
}

export function useEarlierDrafts(kind: NewKind) {
  const queries = useQueryClient()
  const { data } = useQuery({
    queryKey: ['drafts'],
    queryFn: ({ signal }) => get('/api/drafts', { signal }),
    select: (answer) => answer.items.filter((one) => one.form.startsWith(`${kind}.`)),
    staleTime: 0,
  })
  const drop = useMutation({
    mutationFn: (id: number) => post('/api/drafts/{id}/deletion', { path: { id } }),
    onSettled: () => queries.invalidateQueries({ queryKey: ['drafts'] }),
  })
  return { items: computed(() => data.value ?? []), drop }
}

export const read_draft = (id: number) => get('/api/drafts/{id}', { path: { id } })
