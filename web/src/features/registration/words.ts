// What the customer is told of the procedure, by what came in; also what is recorded as said.
import type { ComposerTranslation } from 'vue-i18n'
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

// Offered as the next contact; whoever registers may tell another day.
export function next_contact(now = Date.now()): string {
  return date_of(new Date(now + days_until_next * 86_400_000))
}
