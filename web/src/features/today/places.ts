// Where a figure, a must or a sentence leads: routes of other features, by name. Pure.
import type { RouteLocationRaw } from 'vue-router'
import type { DeskNumber, Must, Unusual } from '@/api/types'

const lists: Record<string, string> = { '/api/complaints': 'complaints.list', '/api/approvals': 'approvals.list' }

export function list_of(number: DeskNumber): RouteLocationRaw | undefined {
  const name = lists[number.list]
  if (!name) return undefined
  const query: Record<string, string[]> = {}
  for (const [key, value] of new URLSearchParams(number.query)) query[key] = [...query[key] ?? [], value]
  // In the order of its limits the list of complaints leaves out what has none; other lists keep their own.
  return { name, query: name === 'complaints.list' ? { sort: '-received_at', ...query } : query }
}

// What the page that opens is asked to begin with; nothing where one only looks.
const deeds: Partial<Record<Must['action'], string>> = {
  chase: 'chase', sign_in: 'sign_in', contact: 'contact', reply: 'reply', answer: 'answer_task', fulfil: 'fulfil', secure: 'settle_preservation',
  take_over: 'take_over',
}

export function place_of(must: Must, does: boolean): RouteLocationRaw | undefined {
  const deed = deeds[must.action]
  const query = does && deed ? { do: deed } : {}
  if (must.what === 'approval') return { name: 'approvals.page', params: { id: must.id } }
  if (must.what === 'referral') return { name: 'referrals.page', params: { id: must.id }, query }
  // Which of several the deed is done on.
  const row = does && deed && must.what !== 'complaint' ? { row: String(must.id) } : {}
  return must.complaint_id ? { name: 'complaints.page', params: { id: must.complaint_id }, query: { ...query, ...row } } : undefined
}

export function place_of_unusual(one: Unusual): RouteLocationRaw {
  if (one.complaint_id) return { name: 'complaints.page', params: { id: one.complaint_id } }
  const query = {
    kind: 'complaint', received_from: one.since_on, sort: 'received_at',
    ...(one.business ? { business: one.business } : {}), ...(one.cause ? { cause: one.cause } : {}),
  }
  return { name: 'complaints.list', query }
}
