// Everything this feature asks of the server.
import { useQuery, useQueryClient } from '@tanstack/vue-query'
import { computed, reactive, type Ref } from 'vue'
import { get, post } from '@/api/client'
import { usePages, type Sent } from '@/api/pages'
import type { Count } from '@/i18n/time'

export const useObjections = (sent: Ref<Sent>) => usePages(['objections', 'list'], sent, (query, signal) => get('/api/objections', { query, signal }))

const most = 100

// As many as one page holds.
export function useWaitingCount() {
  const { data } = useQuery({
    queryKey: ['objections', 'waiting'],
    queryFn: ({ signal }) => get('/api/objections', { query: { state: 'waiting', limit: most }, signal }),
  })
  return computed((): Count | undefined => data.value && { count: data.value.items.length, is_more: !!data.value.next_cursor })
}

export function useObjection(id: Ref<number>) {
  return reactive(useQuery({
    queryKey: ['objections', 'one', id],
    queryFn: ({ signal }) => get('/api/objections/{id}', { path: { id: id.value }, signal }),
  }))
}

export function useRefresh() {
  const queries = useQueryClient()
  return () => {
    void queries.invalidateQueries({ queryKey: ['objections'] })
    void queries.invalidateQueries({ queryKey: ['complaints'] })
  }
}

export const acknowledge = (of: { id: number, version: number }, note: string, key: string) =>
  post('/api/objections/{id}/acknowledgement', { path: { id: of.id }, if_match: of.version, idempotency_key: key, body: note ? { note } : {} })
