// What the server is sent of what was typed into the fields of an action. Pure.
import { instant_of } from '@/i18n/time'
import type { ActionField } from './lifecycle'

export function body_of(fields: readonly ActionField[], told: Record<string, string>): Record<string, string | boolean> {
  const body: Record<string, string | boolean> = {}
  for (const { key, kind, is_truth } of fields) {
    const value = told[key]?.trim()
    if (!value) continue
    body[key] = is_truth ? value === 'true' : kind === 'moment' ? instant_of(value) : value
  }
  return body
}
