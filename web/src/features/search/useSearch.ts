// All this feature asks of the server.
import { useInfiniteQuery } from '@tanstack/vue-query'
import { computed, reactive, type Ref } from 'vue'
import { post } from '@/api/client'
import type { Hit } from '@/api/types'
import type { Sought } from '@/session/sought'

const page_size = 20
// A question stops after a while and may have found nothing until then; so often it is asked on by itself.
const askings_max = 10

export function useHits(sought: Ref<Sought | undefined>, kind: Ref<Hit['kind'] | undefined>) {
  const at = computed(() => sought.value?.at)
  const query = useInfiniteQuery({
    // The text is no key: what is kept must not hold it.
    queryKey: ['search', 'hits', at, kind],
    queryFn: ({ pageParam, signal }) => hits_after(pageParam, { text: sought.value?.text ?? '', kind: kind.value }, signal),
    initialPageParam: '',
    getNextPageParam: (page) => page.next_cursor ?? undefined,
    enabled: computed(() => at.value !== undefined),
    refetchOnWindowFocus: false,
  })
  const rows = computed(() => query.data.value?.pages.flatMap((page) => page.items) ?? [])
  const unread = computed(() => query.data.value?.pages.at(-1)?.unread ?? 0)
  return reactive({ ...query, rows, unread })
}

async function hits_after(cursor: string, { text, kind }: { text: string, kind: Hit['kind'] | undefined }, signal: AbortSignal) {
  for (let asking = 1, from = cursor; ; asking += 1) {
    const page = await post('/api/search', { body: { text, limit: page_size, ...(kind && { kinds: [kind] }), ...(from && { cursor: from }) }, signal })
    if (page.items.length || !page.next_cursor || asking === askings_max) return page
    from = page.next_cursor
  }
}
