// What a reminder says, where it leads, and how its limit stands now. Pure.
import type { RouteLocationRaw } from 'vue-router'
import type { News, Notice } from '@/api/types'
import type { Count } from '@/i18n/time'
import type { Limit } from '@/ui/deadline'

export const kinds = ['overdue', 'warning', 'resting'] as const satisfies readonly Notice['kind'][]
export const rungs = ['owner', 'unit_head', 'officer', 'branch', 'head_office', 'complaint_head', 'superior', 'executive'] as const satisfies readonly Notice['rung'][]

// Where what a reminder is about is read: the answer that holds its limit.
export type Source = 'case' | 'referral' | 'task' | 'evidence'

const sources: Record<string, Source> = {
  complaint: 'case', consultation: 'case', suggestion: 'case', praise: 'case', referral: 'referral', task: 'task', awaited_task: 'task', preservation: 'evidence',
}

export const source_of = (notice: Pick<Notice, 'subject_kind'>): Source | undefined => sources[notice.subject_kind]

// A case that was given to him is opened with taking it over; what was decided, where it was decided.
export function place_of_news(one: News): RouteLocationRaw | undefined {
  if (one.kind === 'granted' || one.kind === 'refused') return one.approval_id ? { name: 'approvals.page', params: { id: one.approval_id } } : undefined
  if (source_of(one) !== 'case') return undefined
  return { name: 'complaints.page', params: { id: one.subject_id }, query: one.kind === 'assigned' ? { do: 'take_over' } : {} }
}

export function place_of(notice: Notice): RouteLocationRaw | undefined {
  const params = { id: notice.subject_id }
  const item = String(notice.subject_id)
  switch (source_of(notice)) {
    case 'case': return { name: 'complaints.page', params }
    case 'referral': return { name: 'referrals.page', params }
    case 'task': return { name: 'unit_tasks.tasks', query: { side: notice.subject_kind === 'task' ? 'unit' : 'cases', item } }
    case 'evidence': return { name: 'unit_tasks.preservation', query: { item } }
    case undefined: return undefined
  }
}

// A limit as the answer about its subject has it; of a case several run, known by their ids, of a referral by their spans.
export interface Running extends Limit { id?: number, span?: string }

// A reminder tells of the past: since then the limit may have been extended, excluded or met.
export function limit_of(notice: Notice, running: readonly Running[]): Limit | undefined {
  return running.find((one) => (one.id === undefined ? one.span === undefined || one.span === notice.span : one.id === notice.clock_id))
}

export const unit_of = (notice: Notice) => notice.outlet_id ?? notice.sub_branch_id ?? notice.branch_id

export const is_open_to_reader = (notice: Notice) => notice.is_yours && !notice.acknowledged_at

interface Counted { items: readonly unknown[], next_cursor?: string | null | undefined }

const most = 99
const pages_at_most = 5

// Pages of what waits for the reader hold as few as one, so they are counted through; beyond `most` only that there are more.
export async function count_through(read: (cursor: string) => Promise<Counted>): Promise<Count> {
  let count = 0
  let cursor = ''
  for (let page = 0; page < pages_at_most; page += 1) {
    const found = await read(cursor)
    count += found.items.length
    if (count > most) return { count: most, is_more: true }
    if (!found.next_cursor) return { count, is_more: false }
    cursor = found.next_cursor
  }
  return { count, is_more: true }
}
