// Proof of work: for each i a number n so that SHA-256("<puzzle>.<i>.<n>") begins with `bits` zero bits. Pure.
import { sha256 } from './sha256'
import type { Puzzle } from '@/api/portal'

export function solve(asked: Pick<Puzzle, 'puzzle' | 'count' | 'bits'>): number[] {
  return Array.from({ length: asked.count }, (_, i) => solve_one(`${asked.puzzle}.${i}.`, asked.bits))
}

function solve_one(prefix: string, bits: number): number {
  const encoder = new TextEncoder()
  for (let n = 0; ; n++) {
    if (Math.clz32(sha256(encoder.encode(prefix + n))[0] ?? 0) >= bits) return n
  }
}
