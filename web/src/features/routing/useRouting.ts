// Everything this feature asks of the server.
import { useQuery, useQueryClient } from '@tanstack/vue-query'
import { reactive } from 'vue'
import { get, new_key, post } from '@/api/client'
import type { RoutingLine } from '@/api/types'

export function useRouting() {
  return reactive(useQuery({ queryKey: ['routing'], queryFn: ({ signal }) => get('/api/routing', { signal }) }))
}

export function useReplace() {
  const queries = useQueryClient()
  return async (rules: readonly RoutingLine[]) => {
    const answer = await post('/api/routing', { body: { rules: [...rules] }, idempotency_key: new_key() })
    queries.setQueryData(['routing'], answer)
    return answer
  }
}
