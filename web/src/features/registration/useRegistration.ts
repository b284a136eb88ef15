// Everything this feature asks of the server.
import { useMutation, useQuery, useQueryClient } from '@tanstack/vue-query'
import { reactive, type Ref } from 'vue'
import { get, new_key, post, upload } from '@/api/client'
import type { Attachment, EarlierSearch, NewComplaint, Registration } from '@/api/types'
import type { Kind } from './form'

const doors: Record<Kind, (asked: { body: NewComplaint, idempotency_key: string }) => Promise<Registration>> = {
  complaint: (asked) => post('/api/complaints', asked),
  on_the_spot: (asked) => post('/api/on-the-spot-notes', asked),
  consultation: (asked) => post('/api/consultations', asked),
  suggestion: (asked) => post('/api/suggestions', asked),
  praise: (asked) => post('/api/praises', asked),
  petition: (asked) => post('/api/petitions', asked),
}

export function register(kind: Kind, body: NewComplaint, key: string): Promise<Registration> {
  return doors[kind]({ body, idempotency_key: key })
}

export function useEarlier(by: Ref<EarlierSearch>) {
  return reactive(useQuery({
    // What identifies somebody is no key: what is kept must not hold it.
    queryKey: ['registration', 'earlier'],
    queryFn: ({ signal }) => post('/api/complaints/earlier', { body: by.value, signal }),
    enabled: false,
    gcTime: 0,
    retry: false,
  }))
}

export function useReceipt(id: Ref<number>) {
  return reactive(useQuery({
    queryKey: ['complaints', 'page', id],
    queryFn: ({ signal }) => get('/api/complaints/{id}', { path: { id: id.value }, signal }),
  }))
}

export function useLimits(id: Ref<number>) {
  return useQuery({
    queryKey: ['complaints', 'page', id, 'clocks'],
    queryFn: ({ signal }) => get('/api/complaints/{id}/clocks', { path: { id: id.value }, signal }),
    select: (answer) => answer.items.filter((one) => !one.stopped_at),
  })
}

export function useContacts(id: Ref<number>) {
  return useQuery({
    queryKey: ['complaints', 'page', id, 'contacts'],
    queryFn: ({ signal }) => get('/api/complaints/{id}/contacts', { path: { id: id.value }, signal }),
  })
}

// Which days of this year are off; where it cannot be had, weekends are.
export function useCalendar() {
  return useQuery({ queryKey: ['calendar'], queryFn: ({ signal }) => get('/api/calendar', { signal }), staleTime: Infinity, retry: false })
}

export interface Told {
  means: 'phone' | 'visit'
  said: string
  next_contact_on: string
}

// That the procedure was explained is the first contact in which somebody was reached.
export function record_told(id: number, version: number, told: Told, key: string) {
  return post('/api/complaints/{id}/contacts', {
    path: { id }, body: { direction: 'incoming', outcome: 'reached', ...told }, if_match: version, idempotency_key: key,
  })
}

export function useTold(id: Ref<number>) {
  const queries = useQueryClient()
  const key = new_key()
  return useMutation({
    mutationFn: ({ told, version }: { told: Told, version: number }) => record_told(id.value, version, told, key),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['complaints'] }),
  })
}

export function useAttachments(id: Ref<number>, allowed: boolean) {
  return useQuery({
    queryKey: ['complaints', 'page', id, 'attachments'],
    queryFn: ({ signal }) => get('/api/complaints/{id}/attachments', { path: { id: id.value }, signal }),
    enabled: allowed,
  })
}

export function useAttach(id: Ref<number>) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: ({ file, kind }: { file: File, kind: Attachment['kind'] }) =>
      upload('/api/complaints/{id}/attachments', file, { path: { id: id.value }, query: { kind } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['complaints', 'page', id.value] }),
  })
}

export function usePreserve(id: Ref<number>) {
  const queries = useQueryClient()
  const key = new_key()
  return useMutation({
    mutationFn: (body: { kind: 'cctv' | 'sales_recording' | 'call_recording' | 'transaction_log' | 'voucher' | 'other', what: string, keeper: string, recorded_on: string }) =>
      post('/api/complaints/{id}/preservation', { path: { id: id.value }, body, idempotency_key: key }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['complaints', 'page', id.value] }),
  })
}
