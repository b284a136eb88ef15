// Everything this feature asks of the server.
import { useQuery, useQueryClient } from '@tanstack/vue-query'
import { reactive, type Ref } from 'vue'
import { get, post } from '@/api/client'
import { usePages, type Sent } from '@/api/pages'
import type { NewTipOff, TipOff } from '@/api/types'

export const useTipOffList = (sent: Ref<Sent>) => usePages(['tip_offs', 'list'], sent, (query, signal) => get('/api/tip-offs', { query, signal }))

export function useCounts() {
  return useQuery({ queryKey: ['tip_offs', 'counts'], queryFn: ({ signal }) => get('/api/tip-offs/counts', { signal }) })
}

export function useTipOff(id: Ref<number>) {
  return reactive(useQuery({
    queryKey: ['tip_offs', 'page', id],
    queryFn: ({ signal }) => get('/api/tip-offs/{id}', { path: { id: id.value }, signal }),
  }))
}

export function useTimeline(id: Ref<number>) {
  return reactive(useQuery({
    queryKey: ['tip_offs', 'page', id, 'timeline'],
    queryFn: ({ signal }) => get('/api/tip-offs/{id}/timeline', { path: { id: id.value }, signal }),
  }))
}

export function useRefresh() {
  const queries = useQueryClient()
  return () => queries.invalidateQueries({ queryKey: ['tip_offs'] })
}

export const register = (body: NewTipOff, key: string) => post('/api/tip-offs', { body, idempotency_key: key })

interface Of { id: number, version: number }
const conduct = (of: Of, key: string) => ({ path: { id: of.id }, if_match: of.version, idempotency_key: key })

export const assign = (of: Of, body: { unit_id: number, handler_id: number }, key: string) => post('/api/tip-offs/{id}/assignment', { ...conduct(of, key), body })
export const decide = (of: Of, body: { finding: NonNullable<TipOff['finding']>, decision: string }, key: string) => post('/api/tip-offs/{id}/decision', { ...conduct(of, key), body })
export const close = (of: Of, told: { at: string, by: string, proof: string } | undefined, key: string) => post('/api/tip-offs/{id}/closure', { ...conduct(of, key), body: told ? { told } : {} })

// What comes back is shown and kept nowhere.
export const open_reporter = (id: number, reason: string) => post('/api/tip-offs/{id}/openings', { path: { id }, body: { reason } })
