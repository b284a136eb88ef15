import type { ImportBatch } from '@/api/types'

const tones = { running: 'ink', done: 'kept', broken: 'late', undoing: 'soon', undone: 'plain' } as const satisfies Record<ImportBatch['state'], string>

export const tone_of = (state: ImportBatch['state']) => tones[state]
