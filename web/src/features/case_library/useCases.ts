// Everything this feature asks of the server.
import { useMutation, useQuery, useQueryClient } from '@tanstack/vue-query'
import { reactive, type Ref } from 'vue'
import { get, post } from '@/api/client'
import { usePages, type Sent } from '@/api/pages'
import type { NewLibraryCase } from '@/api/types'

// Who writes cases sees drafts, too.
export const useCases = (sent: Ref<Sent>, with_drafts: boolean) => usePages(['cases', 'list'], sent,
  (query, signal) => (with_drafts ? get('/api/cases/all', { query, signal }) : get('/api/cases', { query, signal })))

export function useCase(id: Ref<number>) {
  return reactive(useQuery({
    queryKey: ['cases', 'page', id],
    queryFn: ({ signal }) => get('/api/cases/{id}', { path: { id: id.value }, signal }),
  }))
}

export function useGuides() {
  return reactive(useQuery({ queryKey: ['guides'], queryFn: ({ signal }) => get('/api/guides', { signal }), staleTime: 3_600_000 }))
}

export const write_case = (body: NewLibraryCase, key: string) => post('/api/cases', { body, idempotency_key: key })

export function useMove(id: Ref<number>) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: ({ to, note, version }: { to: 'publication' | 'withdrawal', note: string, version: number }) => {
      const asked = { path: { id: id.value }, body: note ? { note } : {}, if_match: version }
      return to === 'publication' ? post('/api/cases/{id}/publication', asked) : post('/api/cases/{id}/withdrawal', asked)
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: ['cases'] }),
  })
}

export function useRefresh() {
  const queries = useQueryClient()
  return () => queries.invalidateQueries({ queryKey: ['cases'] })
}
