// A list that is read page by page, as all lists of the server are.
import { keepPreviousData, useInfiniteQuery } from '@tanstack/vue-query'
import { computed, reactive, type Ref } from 'vue'

export interface PageOf<Row> {
  items: Row[]
  next_cursor?: string | null | undefined
}

export type Sent = Record<string, string | number | readonly string[]>

const page_size = 50
// The server stops after a while and may have found nothing until then; so often it is asked on by itself.
const askings_max = 10

export async function some_after<Page extends PageOf<unknown>>(cursor: string, ask: (cursor: string) => Promise<Page>): Promise<Page> {
  for (let asking = 1, from = cursor; ; asking += 1) {
    const page = await ask(from)
    if (page.items.length || !page.next_cursor || asking === askings_max) return page
    from = page.next_cursor
  }
}

export function usePages<Row>(key: readonly unknown[], sent: Ref<Sent>, read: (query: Sent, signal: AbortSignal) => Promise<PageOf<Row>>) {
  const query = useInfiniteQuery({
    queryKey: [...key, sent],
    queryFn: ({ pageParam, signal }) => some_after(pageParam, (cursor) => read({ ...sent.value, limit: page_size, cursor }, signal)),
    initialPageParam: '',
    getNextPageParam: (page: PageOf<Row>) => page.next_cursor ?? undefined,
    placeholderData: keepPreviousData,
  })
  const rows = computed(() => query.data.value?.pages.flatMap((page) => page.items) ?? [])
  return reactive({ ...query, rows })
}
