// Yuan as consumers type them. Pure.
import { fen_in } from '@/ui/money'

// Null for nothing, undefined for what is no amount.
export function fen_of(text: string): number | null | undefined {
  return text.trim() ? fen_in(text) : null
}
