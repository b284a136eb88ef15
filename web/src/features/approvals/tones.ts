
import type { ApprovalItem } from '@/api/types'
const tones = {
  waiting: 'soon', granted: 'kept', spent: 'kept', refused: 'late', handed_back: 'late', taken_back: 'plain', lapsed: 'plain',
} as const satisfies Record<ApprovalItem['state'], string>

export const tone_of = (state: ApprovalItem['state']) => tones[state]
