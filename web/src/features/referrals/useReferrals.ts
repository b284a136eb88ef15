// Everything this feature asks of the server.
import { useMutation, useQuery, useQueryClient } from '@tanstack/vue-query'
import { computed, reactive, type Ref } from 'vue'
import { download, get, new_key, post } from '@/api/client'
import { usePages, type Sent } from '@/api/pages'
import type { ReferralOpening } from '@/api/types'
import { query as list_of, type Filters } from './filters'
import type { Action } from './lifecycle'

export const useReferralList = (sent: Ref<Sent>) => usePages(['referrals', 'list'], sent, (query, signal) => get('/api/referrals', { query, signal }))

export function useCounts() {
  return useQuery({ queryKey: ['referrals', 'counts'], queryFn: ({ signal }) => get('/api/referrals/counts', { signal }) })
}

// What is not finished, beside the module's name.
export function useOpenCount() {
  const { data } = useCounts()
  return computed(() => data.value?.items
    .filter((one) => one.state !== 'done' && one.state !== 'filled_back').reduce((sum, one) => sum + one.count, 0))
}

export function useReferral(id: Ref<number>) {
  return reactive(useQuery({
    queryKey: ['referrals', 'page', id],
    queryFn: ({ signal }) => get('/api/referrals/{id}', { path: { id: id.value }, signal }),
  }))
}

export function useTimeline(id: Ref<number>) {
  return reactive(useQuery({
    queryKey: ['referrals', 'page', id, 'timeline'],
    queryFn: ({ signal }) => get('/api/referrals/{id}/timeline', { path: { id: id.value }, signal }),
  }))
}

// After any command on a referral its page, the lists and the counts are asked anew.
export function useRefresh() {
  const queries = useQueryClient()
  return () => queries.invalidateQueries({ queryKey: ['referrals'] })
}

const addresses = {
  contact: '/api/referrals/{id}/contacts',
  take_up: '/api/referrals/{id}/handling',
  draft: '/api/referrals/{id}/account',
  approve: '/api/referrals/{id}/approval',
  send_back: '/api/referrals/{id}/approval-refusal',
  fill_back: '/api/referrals/{id}/fill-back',
  rework: '/api/referrals/{id}/rework',
  finish: '/api/referrals/{id}/callback',
} as const satisfies Partial<Record<Action, string>>

// `body` has the fields that lifecycle.ts lists for the action, so the compiler cannot know them here.
export async function act(action: Action, of: { id: number, version: number }, body: object, key: string): Promise<string | undefined> {
  if (action === 'sign_in') {
    const { items } = await post('/api/referrals/sign-in', { body: { ids: [of.id], ...body } })
    return items[0]?.code ?? undefined
  }
  const asked = { path: { id: of.id }, body, if_match: of.version, idempotency_key: key }
  await post(addresses[action], asked as never)
  return undefined
}

export function useSignIn() {
  const refresh = useRefresh()
  return useMutation({
    mutationFn: (ids: number[]) => post('/api/referrals/sign-in', { body: { ids } }),
    onSuccess: refresh,
  })
}

// A recorded look at our own complaints, asked for once.
export function useCandidates() {
  return useMutation({ mutationFn: (ids: number[]) => post('/api/referrals/candidates', { body: { ids } }) })
}

export function useMatch() {
  const refresh = useRefresh()
  return useMutation({
    mutationFn: ({ id, complaint_id, version }: { id: number, complaint_id: number, version: number }) =>
      post('/api/referrals/{id}/match', { path: { id }, body: { complaint_id }, if_match: version, idempotency_key: new_key() }),
    onSuccess: refresh,
  })
}

export interface CaseInput {
  summary?: string
  business?: string
  business_channel?: string
  cause?: string
  complainant?: { name?: string, phone?: string }
}

export function register_case(of: { id: number, version: number }, body: CaseInput, key: string) {
  return post('/api/referrals/{id}/complaint', { path: { id: of.id }, body, if_match: of.version, idempotency_key: key })
}

// What comes back is shown and kept nowhere.
export function open_fields(id: number, body: ReferralOpening) {
  return post('/api/referrals/{id}/openings', { path: { id }, body })
}

export const layouts = { nfra: 'nfra_12378', pboc: 'pboc_12363', city: 'work_order_12345' } as const

export function export_list(filters: Filters, bureau: keyof typeof layouts, format: string) {
  const { bureau: _, ...others } = list_of.to_server(filters)
  return download('/api/referrals/export', { query: { ...others, mapping: layouts[bureau], format } })
}
