// All this feature asks of the server.
import { useInfiniteQuery } from '@tanstack/vue-query'
import { computed, reactive, type Ref } from 'vue'
import { post } from '@/api/client'
import { some_after } from '@/api/pages'
import type { Hit } from '@/api/types'
import type { Sought } from '@/session/sought'

const page_size = 20

export function useHits(sought: Ref<Sought | undefined>, kind: Ref<Hit['kind'] | undefined>) {
  const at = computed(() => sought.value?.at)
  const query = useInfiniteQuery({
    // The text is no key: what is kept must not hold it.
    queryKey: ['search', 'hits', at, kind],
    queryFn: ({ pageParam, signal }) => some_after(pageParam, (cursor) => post('/api/search', {
      body: { text: sought.value?.text ?? '', limit: page_size, ...(kind.value && { kinds: [kind.value] }), ...(cursor && { cursor }) }, signal,
    })),
    initialPageParam: '',
    getNextPageParam: (page) => page.next_cursor ?? undefined,
    enabled: computed(() => at.value !== undefined),
    refetchOnWindowFocus: false,
  })
  const rows = computed(() => query.data.value?.pages.flatMap((page) => page.items) ?? [])
  const unread = computed(() => query.data.value?.pages.at(-1)?.unread ?? 0)
  return reactive({ ...query, rows, unread })
}
