// Everything this feature asks of the server.
import { useQueries, useQuery, useQueryClient } from '@tanstack/vue-query'
import { computed, reactive, type Ref } from 'vue'
import { get, post } from '@/api/client'
import { usePages, type Sent } from '@/api/pages'
import type { Reclassification } from '@/api/types'

export const useDoubts = (sent: Ref<Sent>) => usePages(['quality', 'doubts'], sent, (query, signal) => get('/api/doubts', { query, signal }))
export const useChecks = (sent: Ref<Sent>) => usePages(['quality', 'checks'], sent, (query, signal) => get('/api/classification-checks', { query, signal }))

export function useAgreement() {
  return useQuery({ queryKey: ['quality', 'agreement'], queryFn: ({ signal }) => get('/api/classification-checks/agreement', { signal }) })
}

export function useCase(id: Ref<number>) {
  return reactive(useQuery({
    queryKey: ['complaints', 'page', id],
    queryFn: ({ signal }) => get('/api/complaints/{id}', { path: { id: id.value }, signal }),
  }))
}

export function useDoubtsOf(id: Ref<number>) {
  return useQuery({
    queryKey: ['complaints', 'page', id, 'doubts'],
    queryFn: ({ signal }) => get('/api/complaints/{id}/doubts', { path: { id: id.value }, signal }),
  })
}

export function useSimilarGroups() {
  return reactive(useQuery({ queryKey: ['quality', 'similar'], queryFn: ({ signal }) => get('/api/similar-groups', { signal }) }))
}

export function useFirsts(ids: Ref<readonly number[]>) {
  const found = useQueries({
    queries: computed(() => ids.value.map((id) => ({
      queryKey: ['complaints', 'page', id],
      queryFn: () => get('/api/complaints/{id}', { path: { id } }),
      retry: false,
    }))),
  })
  return computed(() => new Map(found.value.flatMap((one) => (one.data ? [[one.data.id, one.data] as const] : []))))
}

export function useRefresh() {
  const queries = useQueryClient()
  return () => {
    void queries.invalidateQueries({ queryKey: ['quality'] })
    void queries.invalidateQueries({ queryKey: ['complaints'] })
  }
}

export type Correction = Partial<Pick<Reclassification, 'source' | 'intake_channel' | 'business_channel' | 'business' | 'cause' | 'product' | 'customer_groups' | 'amount_fen'>> & { reason: string }

export function check_classes(of: { id: number, version: number }, correction: Correction | undefined, key: string) {
  return post('/api/complaints/{id}/classification-check', {
    path: { id: of.id }, if_match: of.version, idempotency_key: key,
    body: correction ? { result: 'corrected', correction } : { result: 'confirmed' },
  })
}

export function classify(of: { id: number, version: number }, body: Correction, key: string) {
  return post('/api/complaints/{id}/classification', { path: { id: of.id }, if_match: of.version, idempotency_key: key, body })
}
