// Everything this feature asks of the server.
import { useMutation, useQuery, useQueryClient } from '@tanstack/vue-query'
import { computed, reactive, type Ref } from 'vue'
import { download, get, new_key, post } from '@/api/client'
import { usePages, type Sent } from '@/api/pages'
import { language } from '@/i18n/language'
import type { ComplaintSearch, PersonalField, View } from '@/api/types'
import { open_states, query as list_of, type Asked } from './filters'

export const useComplaintList = (sent: Ref<Sent>) => usePages(['complaints', 'list'], sent, (query, signal) => get('/api/complaints', { query, signal }))

export function useCounts() {
  return useQuery({ queryKey: ['complaints', 'counts'], queryFn: ({ signal }) => get('/api/complaints/counts', { signal }) })
}

// What is in hand, beside the module's name.
export function useOpenCount() {
  const { data } = useCounts()
  return computed(() => data.value?.items
    .filter((one) => open_states.includes(one.state)).reduce((sum, one) => sum + one.count, 0))
}

// Each asking leaves an entry, so it is asked once and never again by itself.
export function useFound() {
  return reactive(useMutation({ mutationFn: (by: ComplaintSearch) => post('/api/complaints/search', { body: by }), gcTime: 0 }))
}

export function useComplaint(id: Ref<number>) {
  return reactive(useQuery({
    queryKey: ['complaints', 'page', id],
    queryFn: ({ signal }) => get('/api/complaints/{id}', { path: { id: id.value }, signal }),
  }))
}

// After any command on a case its page, the lists and the counts are asked anew.
function useRefresh() {
  const queries = useQueryClient()
  return () => queries.invalidateQueries({ queryKey: ['complaints'] })
}

export interface AcceptanceInput {
  tier: 'ordinary' | 'complex' | 'major'
  urgency: 'i' | 'ii' | 'iii'
}

export function useBulkAcceptance() {
  const refresh = useRefresh()
  return useMutation({
    mutationFn: ({ ids, input, preview }: { ids: number[], input: AcceptanceInput, preview: boolean }) =>
      post('/api/complaints/bulk/acceptance', { body: { ids, input, preview } }),
    onSuccess: (report) => (report.is_preview ? undefined : refresh()),
  })
}

export interface AssignmentInput {
  unit_id?: number
  handler_id?: number
  reason?: string
}

export function useBulkAssignment() {
  const refresh = useRefresh()
  return useMutation({
    mutationFn: ({ ids, input, preview }: { ids: number[], input: AssignmentInput, preview: boolean }) =>
      post('/api/complaints/bulk/assignment', { body: { ids, input, preview } }),
    onSuccess: (report) => (report.is_preview ? undefined : refresh()),
  })
}

// What comes back is shown and kept nowhere.
export function open_personal(id: number, fields: PersonalField[], reason: string) {
  return post('/api/complaints/{id}/openings', { path: { id }, body: { fields, reason } })
}

export function export_list(asked: Asked, format: 'xlsx' | 'csv') {
  const words = format === 'xlsx' ? { words: language() } : {}
  return download('/api/complaints/export', { query: { ...list_of.to_server(asked.filters), sort: asked.sort, format, ...words } })
}

export function useViews() {
  return useQuery({
    queryKey: ['views'],
    queryFn: ({ signal }) => get('/api/views', { signal }),
    select: (answer) => answer.items.filter((view) => view.list === 'complaints'),
  })
}

export function useSaveView() {
  const queries = useQueryClient()
  const key = new_key()
  return useMutation({
    mutationFn: (view: { name: string, query: string, shared_with: 'nobody' | 'unit' | 'bank' }) =>
      post('/api/views', { body: { ...view, list: 'complaints' }, idempotency_key: key }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['views'] }),
  })
}

export function useChangeView() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: ({ view, told }: { view: View, told: Pick<View, 'name' | 'query' | 'shared_with'> }) =>
      post('/api/views/{id}/change', { path: { id: view.id }, body: { ...told, list: view.list }, if_match: view.version }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['views'] }),
  })
}

export function useDeleteView() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (view: View) => post('/api/views/{id}/deletion', { path: { id: view.id }, if_match: view.version }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['views'] }),
  })
}
