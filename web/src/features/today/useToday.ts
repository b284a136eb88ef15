// Everything this feature asks of the server.
import { useQuery } from '@tanstack/vue-query'
import { reactive } from 'vue'
import { get } from '@/api/client'

const five_minutes = 300_000

// Limits pass without anybody doing anything, so it is asked anew though no event tells of it.
export function useToday() {
  return reactive(useQuery({
    queryKey: ['today'],
    queryFn: ({ signal }) => get('/api/today', { signal }),
    refetchInterval: five_minutes,
  }))
}
