// Everything this feature asks of the server.
import { keepPreviousData, useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/vue-query'
import { computed, reactive, type Ref } from 'vue'
import { get, post } from '@/api/client'
import type { Approval, Verdict } from '@/api/types'
import { query as list_of, type Asked } from './filters'

export function useApprovalList(asked: Ref<Asked>) {
  return reactive(useInfiniteQuery({
    queryKey: ['approvals', 'list', asked],
    queryFn: ({ pageParam, signal }) => get('/api/approvals', {
      query: { ...list_of.to_server(asked.value.filters), sort: asked.value.sort, limit: 50, cursor: pageParam }, signal,
    }),
    initialPageParam: '',
    getNextPageParam: (page) => page.next_cursor ?? undefined,
    placeholderData: keepPreviousData,
  }))
}

const most = 100

// What waits for whoever is signed in; as many as one page holds.
export function useWaitingCount() {
  const { data } = useQuery({
    queryKey: ['approvals', 'waiting'],
    queryFn: ({ signal }) => get('/api/approvals', { query: { state: 'waiting', limit: most }, signal }),
  })
  return computed(() => data.value?.items.length)
}

export function useApproval(id: Ref<number>) {
  return reactive(useQuery({
    queryKey: ['approvals', 'page', id],
    queryFn: ({ signal }) => get('/api/approvals/{id}', { path: { id: id.value }, signal }),
  }))
}

// The case that the approval is about, where the reader may see it.
export function useSubject(id: Ref<number | undefined>) {
  return reactive(useQuery({
    queryKey: ['complaints', 'page', id],
    queryFn: ({ signal }) => get('/api/complaints/{id}', { path: { id: id.value ?? 0 }, signal }),
    enabled: computed(() => id.value !== undefined),
    retry: false,
  }))
}

export function useRefresh() {
  const queries = useQueryClient()
  return () => {
    void queries.invalidateQueries({ queryKey: ['approvals'] })
    void queries.invalidateQueries({ queryKey: ['complaints'] })
  }
}

export const decide = (approval: Approval, verdict: Verdict, reason: string, key: string) =>
  post('/api/approvals/{id}/verdict', { path: { id: approval.id }, body: { verdict, ...(reason.trim() ? { reason } : {}) }, if_match: approval.version, idempotency_key: key })

export const take_back = (approval: Approval, key: string) =>
  post('/api/approvals/{id}/withdrawal', { path: { id: approval.id }, if_match: approval.version, idempotency_key: key })
