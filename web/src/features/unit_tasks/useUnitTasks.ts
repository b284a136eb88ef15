// Everything this feature asks of the server.
import { useQuery, useQueryClient } from '@tanstack/vue-query'
import { reactive, type Ref } from 'vue'
import { get, post } from '@/api/client'
import { usePages, type Sent } from '@/api/pages'

export const useTasks = (sent: Ref<Sent>) => usePages(['unit_tasks', 'tasks'], sent, (query, signal) => get('/api/tasks', { query, signal }))
export const useSupervisions = (sent: Ref<Sent>) => usePages(['unit_tasks', 'supervisions'], sent, (query, signal) => get('/api/supervisions', { query, signal }))
export const useFulfilments = (sent: Ref<Sent>) => usePages(['unit_tasks', 'fulfilments'], sent, (query, signal) => get('/api/fulfilments', { query, signal }))
export const usePreservations = (sent: Ref<Sent>) => usePages(['unit_tasks', 'preservation'], sent, (query, signal) => get('/api/preservation', { query, signal }))

export function useTask(id: Ref<number>) {
  return reactive(useQuery({
    queryKey: ['unit_tasks', 'task', id],
    queryFn: ({ signal }) => get('/api/tasks/{id}', { path: { id: id.value }, signal }),
  }))
}

export function useFiles(complaint_id: Ref<number>) {
  return useQuery({
    queryKey: ['unit_tasks', 'files', complaint_id],
    queryFn: ({ signal }) => get('/api/complaints/{id}/attachments', { path: { id: complaint_id.value }, signal }),
    select: (answer) => answer.items.filter((one) => !one.voided_at),
    retry: false,
  })
}

// After what was asked is answered the lists of the console that show it are asked anew.
export function useRefresh() {
  const queries = useQueryClient()
  return () => {
    void queries.invalidateQueries({ queryKey: ['unit_tasks'] })
    void queries.invalidateQueries({ queryKey: ['complaints'] })
  }
}

interface Of { id: number, version: number }
const conduct = (of: Of, key: string) => ({ path: { id: of.id }, if_match: of.version, idempotency_key: key })

export const answer_task = (of: Of, answer: string, key: string) => post('/api/tasks/{id}/answer', { ...conduct(of, key), body: { answer } })

export type Ground = 'not_competent' | 'not_concerned' | 'facts_missing'
export const hand_back = (of: Of, body: { ground: Ground, reason: string, proposed_unit_id?: number }, key: string) =>
  post('/api/tasks/{id}/hand-back', { ...conduct(of, key), body })

export const acknowledge = (of: Of, answer: string, key: string) =>
  post('/api/chases/{id}/acknowledgement', { ...conduct(of, key), body: answer ? { answer } : {} })
export const reply = (of: Of, answer: string, key: string) => post('/api/supervisions/{id}/reply', { ...conduct(of, key), body: { answer } })

export const record_outcome = (of: Of, body: { outcome: 'done' | 'dropped', on?: string, proof?: string, note?: string }, key: string) =>
  post('/api/fulfilments/{id}/outcome', { ...conduct(of, key), body })

export const settle_preservation = (of: Of, body: { outcome: 'preserved' | 'lost', attachment_id?: number, note?: string }, key: string) =>
  post('/api/preservation/{id}/outcome', { ...conduct(of, key), body })
