// The row that is open beside its list stands in the address, so that a notice can lead to it.
import { computed, type ComputedRef } from 'vue'
import { useRoute, useRouter } from 'vue-router'

export function useOpenRow<Row extends { id: number }>(rows: () => readonly Row[]): { row: ComputedRef<Row | undefined>, id: ComputedRef<number>, open: (row: { id: number }) => object, close: () => void } {
  const route = useRoute()
  const router = useRouter()
  const id = computed(() => Number(route.query.item) || 0)
  const row = computed(() => rows().find((one) => one.id === id.value))
  const open = (one: { id: number }) => ({ query: { ...route.query, item: String(one.id) } })
  function close() {
    const { item: _, ...others } = route.query
    void router.replace({ query: others })
  }
  return { row, id, open, close }
}
