// The columns a reader chose for a list, as ColumnChooser keeps them.
import { computed, ref, type Ref } from 'vue'
import type { Column } from './table'

export function useColumns(list: string, columns: Ref<readonly Column[]>, at_first: readonly string[]) {
  const kept = localStorage.getItem(`xiaobao.columns.${list}`)
  const chosen = ref<string[]>(kept === null ? [...at_first] : kept.split(',').filter(Boolean))
  const shown = computed(() => columns.value.filter((one) => !one.optional || chosen.value.includes(one.key)))
  return { chosen, shown }
}
