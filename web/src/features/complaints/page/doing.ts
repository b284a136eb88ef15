// What is being done on the page: one panel at a time beside the story, opened from anywhere in it.
import { inject, provide, shallowRef, type InjectionKey } from 'vue'
import type { Action, Target } from '../actions/types'

export type Panel =
  | { what: 'action', action: Action, row?: Target | undefined }
  | { what: 'opening', fields: readonly string[] }
  | { what: 'attach' }
  | { what: 'file', id: number, name: string }

const place: InjectionKey<(panel: Panel) => void> = Symbol('panel')

export function providePanel() {
  const panel = shallowRef<Panel>()
  provide(place, (to) => { panel.value = to })
  return panel
}

export function useOpen(): (panel: Panel) => void {
  const open = inject(place)
  if (!open) throw new Error('no page provides a panel')
  return open
}
