// Everything this feature asks of the server.
import { useMutation, useQueryClient } from '@tanstack/vue-query'
import type { Ref } from 'vue'
import { get, post } from '@/api/client'
import { usePages, type Sent } from '@/api/pages'

export const useArchive = (sent: Ref<Sent>) => usePages(['archive', 'list'], sent, (query, signal) => get('/api/archive', { query, signal }))

// What is closed; which of them are filed already is known when one tries.
export const useClosed = (sent: Ref<Sent>) => usePages(['complaints', 'closed'], sent, (query, signal) => get('/api/complaints', { query: { ...query, state: ['closed', 'withdrawn', 'refused', 'redirected'] }, signal }))

export interface Filing {
  retention_years?: number
  fonds?: string
  location?: string
}

export function useFiling() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: ({ ids, input, preview }: { ids: number[], input: Filing, preview: boolean }) => post('/api/complaints/bulk/archive', { body: { ids, input, preview } }),
    onSuccess: (report) => {
      if (report.is_preview) return
      void queries.invalidateQueries({ queryKey: ['archive'] })
      void queries.invalidateQueries({ queryKey: ['complaints'] })
    },
  })
}
