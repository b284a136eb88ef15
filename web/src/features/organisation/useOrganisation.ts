// Everything this feature asks of the server.
import { keepPreviousData, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/vue-query'
import { computed, reactive, type Ref } from 'vue'
import { get, post } from '@/api/client'
import type { Staff } from '@/api/types'
import { may } from '@/session/session'

// As it was on a day, or today.
export function useTree(on: Ref<string>) {
  return reactive(useQuery({
    queryKey: computed(() => ['organisation', 'on', on.value]),
    queryFn: ({ signal }) => get('/api/organisation', { query: { on: on.value }, signal }),
    placeholderData: keepPreviousData,
  }))
}

export function useUnit(id: Ref<number>) {
  return reactive(useQuery({
    queryKey: ['organisation', 'unit', id],
    queryFn: ({ signal }) => get('/api/organisation/units/{id}', { path: { id: id.value }, signal }),
  }))
}

export function usePosts() {
  return useQuery({ queryKey: ['posts'], queryFn: ({ signal }) => get('/api/posts', { signal }), staleTime: Infinity })
}

export type Status = Staff['status']

export function useStaff(status: Ref<string>) {
  return reactive(useInfiniteQuery({
    queryKey: ['people', 'list', status],
    queryFn: ({ pageParam, signal }) => get('/api/people', { query: { status: status.value, limit: 50, cursor: pageParam }, signal }),
    initialPageParam: '',
    getNextPageParam: (page) => page.next_cursor ?? undefined,
    placeholderData: keepPreviousData,
  }))
}

// A staff number, or else a name. Asked by hand: what was typed is in no address and kept nowhere.
export function useSearch() {
  return useMutation({
    mutationFn: (typed: string) => post('/api/people/search', { body: /^[\d-]+$/.test(typed) ? { staff_no: typed } : { name: typed } }),
  })
}

export function usePerson(id: Ref<number>) {
  return reactive(useQuery({
    queryKey: ['people', id],
    queryFn: ({ signal }) => get('/api/people/{id}', { path: { id: id.value }, signal }),
  }))
}

export function useSessions(id: Ref<number>) {
  return reactive(useQuery({
    queryKey: ['people', id, 'sessions'],
    queryFn: ({ signal }) => get('/api/people/{id}/sessions', { path: { id: id.value }, signal }),
    enabled: computed(() => may('sessions.end')),
  }))
}

export function useGrants(id: Ref<number>) {
  return reactive(useQuery({
    queryKey: ['people', id, 'grants'],
    queryFn: ({ signal }) => get('/api/people/{id}/grants', { path: { id: id.value }, signal }),
    enabled: computed(() => may('people.grant')),
  }))
}

export function useSubstitutes(wanted: Ref<boolean>) {
  return reactive(useQuery({
    queryKey: ['substitutes'],
    queryFn: ({ signal }) => get('/api/substitutes', { signal }),
    enabled: wanted,
  }))
}

export function useResets() {
  return reactive(useQuery({ queryKey: ['resets'], queryFn: ({ signal }) => get('/api/resets', { signal }) }))
}

export function useResetCount() {
  const resets = useResets()
  return computed(() => resets.data?.items.filter((one) => one.state === 'asked').length)
}

// Units, people and what hangs on them are asked anew after each command.
export function useRefresh() {
  const queries = useQueryClient()
  return async () => {
    await Promise.all(['organisation', 'people', 'substitutes', 'resets'].map((one) => queries.invalidateQueries({ queryKey: [one] })))
  }
}

export function use_reset(token: string, code: string, password: string) {
  return post('/api/session/reset', { body: { token, code, password } })
}
