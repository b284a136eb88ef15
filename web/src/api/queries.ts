// How reads are kept and repeated. Commands are never repeated by themselves.
import { QueryClient } from '@tanstack/vue-query'
import { Problem } from './problem'

export function query_client(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 10_000,
        gcTime: 5 * 60_000,
        refetchOnWindowFocus: true,
        networkMode: 'online',
        retry: (failures, error) => failures < 2 && error instanceof Problem && error.is_passing,
        retryDelay: (failures) => 500 * 2 ** failures,
      },
      mutations: { retry: false, networkMode: 'always' },
    },
  })
}
