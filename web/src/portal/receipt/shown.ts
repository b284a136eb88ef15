// The receipt that is shown. In memory; a reload asks the server for it again.
import { computed, shallowRef } from 'vue'
import { receipt_again } from '../filing/draft'
import type { Receipt } from '@/api/portal'

const shown = shallowRef<Receipt>()
export const receipt = computed(() => shown.value)

export function set_receipt(to: Receipt | undefined): void {
  shown.value = to
}

// False where nothing was submitted in this tab.
export async function find_receipt(): Promise<boolean> {
  if (shown.value) return true
  const again = receipt_again()
  if (again) shown.value = await again
  return again !== undefined
}
