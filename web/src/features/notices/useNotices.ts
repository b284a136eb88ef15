// Everything this feature asks of the server.
import { useMutation, useQueries, useQuery, useQueryClient } from '@tanstack/vue-query'
import { computed, reactive, type Ref } from 'vue'
import { get, post } from '@/api/client'
import { usePages, type Sent } from '@/api/pages'
import { problem_of, type Problem } from '@/api/problem'
import type { ClockDetails, Inbox, Notice, Preservation, Referral, Task } from '@/api/types'
import { count_through, limit_of, source_of, type Running, type Source } from './notices'

export const useNotices = (sent: Ref<Sent>) => usePages(['notices', 'list'], sent, (query, signal) => get('/api/clock-notices', { query, signal }))

export function useOpenCount() {
  const { data } = useQuery({
    queryKey: ['notices', 'waiting'],
    queryFn: ({ signal }) => count_through((cursor) => get('/api/clock-notices', { query: { yours: 'true', limit: 100, cursor }, signal })),
  })
  return computed(() => data.value)
}

const news_key = ['notices', 'news']

export const useNews = () => reactive(useQuery({ queryKey: news_key, queryFn: ({ signal }) => get('/api/inbox', { signal }) }))

export function useNewsSeen() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (id: number) => post('/api/inbox/{id}/acknowledgement', { path: { id } }),
    onSuccess: (left: Inbox) => queries.setQueryData(news_key, left),
    onError: () => queries.invalidateQueries({ queryKey: news_key }),
  })
}

// Reminders and news together; an inbox without anything new has no figure.
export function useBarCount() {
  const waiting = useOpenCount()
  const news = useNews()
  return computed(() => {
    const count = (waiting.value?.count ?? 0) + (news.data?.items.length ?? 0)
    return count ? { count, is_more: (waiting.value?.is_more ?? false) || (news.data?.is_more ?? false) } : undefined
  })
}

// The answers by which other screens show the same limits, kept under their keys.
const reads: Record<Source, (id: number) => { queryKey: readonly unknown[], queryFn: () => Promise<unknown>, retry: false }> = {
  case: (id) => ({ queryKey: ['complaints', 'page', id, 'clocks'], queryFn: () => get('/api/complaints/{id}/clocks', { path: { id } }), retry: false }),
  referral: (id) => ({ queryKey: ['referrals', 'page', id], queryFn: () => get('/api/referrals/{id}', { path: { id } }), retry: false }),
  task: (id) => ({ queryKey: ['unit_tasks', 'task', id], queryFn: () => get('/api/tasks/{id}', { path: { id } }), retry: false }),
  evidence: (id) => ({ queryKey: ['unit_tasks', 'evidence', id], queryFn: () => get('/api/preservation/{id}', { path: { id } }), retry: false }),
}

function running_in(source: Source, answer: unknown): readonly Running[] {
  if (!answer) return []
  switch (source) {
    case 'case': return (answer as ClockDetails).items
    case 'referral': return (answer as Referral).clocks
    case 'task': return [{ due_at: (answer as Task).due_at, stopped_at: (answer as Task).ended_at ?? null }]
    case 'evidence': return [{ due_at: (answer as Preservation).gone_at, stopped_at: (answer as Preservation).settled_at ?? null }]
  }
}

// How the limits of these reminders stand now; nothing of what the reader may not open.
export function useLimits(rows: Ref<readonly Notice[]>) {
  const subjects = computed(() => [...new Map(rows.value.flatMap((row) => {
    const source = source_of(row)
    return source ? [[key_of(row), { key: key_of(row), source, id: row.subject_id }] as const] : []
  })).values()])
  const found = useQueries({ queries: computed(() => subjects.value.map(({ source, id }) => reads[source](id))) })
  const by_subject = computed(() => new Map(subjects.value.map(({ key, source }, at) => [key, running_in(source, found.value[at]?.data)])))
  return (row: Notice) => limit_of(row, by_subject.value.get(key_of(row)) ?? [])
}

const key_of = (row: Notice) => `${source_of(row)} ${row.subject_id}`

export interface Acknowledged { done: number, refused: { number: string, problem: Problem }[] }

// One after the other: each is an entry of its own case.
export function useAcknowledgement() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: async (rows: readonly Notice[]): Promise<Acknowledged> => {
      const out: Acknowledged = { done: 0, refused: [] }
      for (const row of rows) {
        try {
          await post('/api/clock-notices/{id}/acknowledgement', { path: { id: row.id } })
          out.done += 1
        } catch (error) {
          out.refused.push({ number: row.subject_number, problem: problem_of(error) })
        }
      }
      return out
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ['notices'] }),
  })
}
