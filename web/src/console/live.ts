// What events make old: which questions are asked anew. What comes in a burst is gathered, and each window waits a
// little differently, so that a change does not make a whole bank ask at once.
import type { Query, QueryClient, QueryKey } from '@tanstack/vue-query'
import type { Told, What } from '@/session/stream'
import { look_at_clock } from '@/ui/now'

// Questions by the first part of their key. Of tip-offs and the case library no event tells.
const of_cases = ['complaints', 'unit_tasks', 'quality', 'archive', 'objections', 'today'] as const
export const touched: Record<What, readonly string[]> = {
  complaint: of_cases,
  referral: ['referrals', 'today'],
  asked: of_cases,
  approval: ['approvals', 'complaints', 'notices', 'today'],
  preservation: of_cases,
  import: ['imports', 'complaints', 'referrals', 'today'],
  organisation: ['organisation', 'people', 'resets', 'substitutes'],
  calendar: ['calendar', 'clocks'],
  notice: ['notices'],
}

// Whose pages an event names by its id: a key [name, 'page', id, …] is of that one only.
const named: Partial<Record<What, string>> = { complaint: 'complaints', referral: 'referrals' }

const gathered_ms = 1_500
const spread_ms = 1_000

export function is_touched(key: QueryKey, told: Told): boolean {
  if (told.is !== 'changed') return told.is === 'refetch'
  if (!touched[told.what].includes(String(key[0]))) return false
  const is_of_another = key[0] === named[told.what] && key[1] === 'page' && told.id !== undefined && key[2] !== told.id
  return !is_of_another
}

export function refresh_by_events(queries: QueryClient): (told: Told) => void {
  let waiting: Told[] = []

  function refresh(): void {
    const heard = waiting
    waiting = []
    look_at_clock()
    void queries.invalidateQueries({ predicate: (query: Query) => heard.some((told) => is_touched(query.queryKey, told)) })
  }

  return (told) => {
    if (!waiting.length) setTimeout(refresh, gathered_ms + Math.random() * spread_ms)
    waiting.push(told)
  }
}
