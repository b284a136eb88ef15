// The tones of states, and findings.
import type { TipOff } from '@/api/types'

export const states = ['received', 'assigned', 'decided', 'closed'] as const
export const findings = ['substantiated', 'partly', 'unsubstantiated', 'cannot_tell'] as const
export const tones = { received: 'soon', assigned: 'ink', decided: 'ink', closed: 'kept' } as const satisfies Record<TipOff['state'], string>
