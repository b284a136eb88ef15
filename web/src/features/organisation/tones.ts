import type { Reset, Staff } from '@/api/types'
import { staff_tones } from '@/reference/tones'

export const tone_of = (status: Staff['status']) => staff_tones[status]

const reset_tones = { asked: 'soon', approved: 'ink', used: 'kept', refused: 'plain', expired: 'plain' } as const satisfies Record<Reset['state'], string>
export const reset_tone_of = (state: Reset['state']) => reset_tones[state]
