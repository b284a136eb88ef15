// What the customer is told of the procedure, by what came in; also what is recorded as said.
import type { ComposerTranslation } from 'vue-i18n'
import type { NamedDay } from '@/api/types'
import { date_of } from '@/i18n/time'
import type { Kind } from './form'

const parts: Record<Kind, readonly string[]> = {
  complaint: ['number', 'limit', 'progress', 'supplement', 'elsewhere'],
  petition: ['number', 'progress', 'supplement', 'elsewhere'],
  consultation: ['number', 'answer'],
  suggestion: ['number', 'answer'],
  praise: ['number'],
  on_the_spot: [],
}

export const said_to = (kind: Kind, t: ComposerTranslation) => parts[kind].map((part) => t(`registration.said.${part}`))
export const tells_procedure = (kind: Kind) => parts[kind].length > 0

const days_until_next = 5

const day_ms = 86_400_000
const saturday = 6

// Offered as the next contact, a working day; whoever registers may tell another. Without a calendar weekends are off.
export function next_contact(named: readonly NamedDay[] = [], now = Date.now()): string {
  const kinds = new Map(named.map((one) => [one.on, one.kind]))
  const is_off = (on: string) => {
    const kind = kinds.get(on)
    return kind ? kind === 'weekend' || kind === 'holiday' : new Date(`${on}T00:00:00Z`).getUTCDay() % saturday === 0
  }
  for (let at = now + days_until_next * day_ms; ; at += day_ms) {
    const on = date_of(new Date(at))
    if (!is_off(on)) return on
  }
}
