// The four parts of a decision (银保监会令2020年第3号 art. 19): none may be missing. Pure.
import type { Values } from './types'

export const parts = ['findings', 'decision', 'grounds', 'remedies'] as const
export type Part = typeof parts[number]

export const missing_parts = (values: Values): Part[] => parts.filter((part) => !String(values[part] ?? '').trim())
