// A list that is read page by page, as all lists of the server are.
import { keepPreviousData, useInfiniteQuery } from '@tanstack/vue-query'
import { computed, reactive, type Ref } from 'vue'

export interface PageOf<Row> {
  items: Row[]
  next_cursor?: string | null | undefined
}

export type Sent = Record<string, string | number | readonly string[]>

const page_size = 50

export function usePages<Row>(key: readonly unknown[], sent: Ref<Sent>, read: (query: Sent, signal: AbortSignal) => Promise<PageOf<Row>>) {
  const query = useInfiniteQuery({
    queryKey: [...key, sent],
    queryFn: ({ pageParam, signal }) => read({ ...sent.value, limit: page_size, cursor: pageParam }, signal),
    initialPageParam: '',
    getNextPageParam: (page: PageOf<Row>) => page.next_cursor ?? undefined,
    placeholderData: keepPreviousData,
  })
  const rows = computed(() => query.data.value?.pages.flatMap((page) => page.items) ?? [])
  return reactive({ ...query, rows })
}
