// What this part asks of the server: who came in, and who opened more than the post does.
import { useQuery, useQueryClient } from '@tanstack/vue-query'
import { computed, reactive, type Ref } from 'vue'
import { get, new_key, post } from '@/api/client'
import { usePages, type Sent } from '@/api/pages'
import { may, renew_session } from '@/session/session'

export const useSignIns = (sent: Ref<Sent>) => usePages(['sign_ins'], sent, (query, signal) => get('/api/sign-ins', { query, signal }))

export function useGlasses() {
  return reactive(useQuery({ queryKey: ['break_glass'], queryFn: ({ signal }) => get('/api/break_glass', { signal }), enabled: computed(() => may('break_glass.read')) }))
}

export function useUnruledCount() {
  const glasses = useGlasses()
  return computed(() => glasses.data?.items.filter((one) => !one.ruling).length)
}

// What one may see changes with it, so nothing of before is kept.
export function useGlassCommands() {
  const queries = useQueryClient()
  const again = () => queries.invalidateQueries()
  return {
    begin: async (reason: string) => {
      await post('/api/break_glass', { body: { reason } })
      await renew_session()
      await again()
    },
    rule: async (id: number, ruling: 'justified' | 'unjustified', reason: string) => {
      const ruled = await post('/api/break_glass/{id}/ruling', { path: { id }, body: { ruling, reason }, idempotency_key: new_key() })
      await queries.invalidateQueries({ queryKey: ['break_glass'] })
      return ruled
    },
  }
}
