// Everything this feature asks of the server. Registers come in as a job that can be watched and undone; lists of
// units and people are compared with the bank and answered at once.
import { useMutation, useQuery, useQueryClient } from '@tanstack/vue-query'
import { computed, reactive, type Ref } from 'vue'
import { get, post, upload } from '@/api/client'
import type { Target } from './layouts'

export interface Faulty {
  line: number
  code: string
  // Where it stands: the column of the file, or the code or staff number of the row.
  place: string
  field: string
}

export interface Lacking {
  unit: string
  duty: string
}

// What a run came to, or would.
export interface Outcome {
  rows: number
  failed: number
  figures: { name: string, count: number }[]
  faults: Faulty[]
  lacks: Lacking[]
}

export interface Order {
  target: Target
  mapping: string
  file: File
  // Of a list of people: who is not in it has left.
  whole: boolean
}

export const is_list = (target: Target): target is 'units' | 'people' => target === 'units' || target === 'people'

async function bring(order: Order & { target: 'units' | 'people' }, dry_run: boolean): Promise<Outcome> {
  const address = order.target === 'units' ? '/api/staffing/units' as const : '/api/staffing/people' as const
  const told = await upload(address, order.file, { query: { mapping: order.mapping, dry_run, whole: order.whole } })
  const names = ['created', 'moved', 'changed', 'ended', 'unchanged', 'unrehearsed'] as const
  return {
    rows: told.rows,
    failed: told.failed,
    figures: names.filter((name) => name === 'created' || told[name]).map((name) => ({ name, count: told[name] })),
    faults: told.errors.map(({ line, code, key, field }) => ({ line, code, place: key, field })),
    lacks: told.lacks,
  }
}

export async function rehearse(order: Order): Promise<Outcome> {
  const { target, mapping, file } = order
  if (is_list(target)) return bring({ ...order, target }, true)
  const told = await upload('/api/imports', file, { query: { target, mapping, dry_run: true } })
  return {
    rows: told.rows,
    failed: told.failed,
    figures: [{ name: 'created', count: told.created }, { name: 'known', count: told.known }],
    faults: told.errors.map(({ line, code, column, field }) => ({ line, code, place: column, field })),
    lacks: [],
  }
}

// The id of the import that now runs, or what the list came to.
export async function commit(order: Order): Promise<number | Outcome> {
  const { target, mapping, file } = order
  if (is_list(target)) return bring({ ...order, target }, false)
  // The document describes the answer to a dry run; a run that goes on is answered with its id.
  const begun: unknown = await upload('/api/imports', file, { query: { target, mapping, dry_run: false } })
  return (begun as { id: number }).id
}

export function useImports() {
  return reactive(useQuery({ queryKey: ['imports', 'list'], queryFn: ({ signal }) => get('/api/imports', { signal }) }))
}

// Asked each second while it runs.
export function useImport(id: Ref<number>) {
  return reactive(useQuery({
    queryKey: ['imports', 'one', id],
    queryFn: ({ signal }) => get('/api/imports/{id}', { path: { id: id.value }, signal }),
    refetchInterval: ({ state }) => (state.data && state.data.state !== 'running' ? false : 1000),
    staleTime: 0,
  }))
}

export function useFaults(id: Ref<number>, wanted: Ref<boolean>) {
  return reactive(useQuery({
    queryKey: ['imports', 'faults', id],
    queryFn: ({ signal }) => get('/api/imports/{id}/errors', { path: { id: id.value }, signal }),
    enabled: computed(() => wanted.value),
    select: ({ items }) => items.map(({ line, code, column, field }): Faulty => ({ line, code, place: column, field })),
  }))
}

// What came in, or went out again, is on other pages, too.
export function useRefresh() {
  const queries = useQueryClient()
  return () => queries.invalidateQueries()
}

export function useUndo() {
  const refresh = useRefresh()
  return useMutation({
    mutationFn: (id: number) => post('/api/imports/{id}/undo', { path: { id } }),
    onSettled: refresh,
  })
}
