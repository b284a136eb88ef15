// The organisation as lines of a tree: which are shown, and what a search leaves. Pure.
import type { Unit } from '@/api/types'

export interface Line {
  unit: Unit
  depth: number
  children: number
}

export type Word = (unit: Unit) => string

const plain = (text: string) => text.toLowerCase().replace(/\s/g, '')

// Those that are found with all above them; without a term those whose parents are open.
export function lines_of(units: readonly Unit[], open: ReadonlySet<number>, term: string): Line[] {
  const by_id = new Map(units.map((unit) => [unit.id, unit]))
  const below = new Map<number | null, Unit[]>()
  for (const unit of units) {
    const parent = unit.parent_id && by_id.has(unit.parent_id) ? unit.parent_id : null
    below.set(parent, [...below.get(parent) ?? [], unit])
  }
  const wanted = term.trim() ? found(units, by_id, plain(term)) : undefined
  const lines: Line[] = []
  const walk = (parent: number | null, depth: number) => {
    for (const unit of below.get(parent) ?? []) {
      if (wanted && !wanted.has(unit.id)) continue
      lines.push({ unit, depth, children: below.get(unit.id)?.length ?? 0 })
      if (wanted || open.has(unit.id)) walk(unit.id, depth + 1)
    }
  }
  walk(null, 0)
  return lines
}

function found(units: readonly Unit[], by_id: ReadonlyMap<number, Unit>, term: string): Set<number> {
  const ids = new Set<number>()
  for (const unit of units) {
    if (![unit.name, unit.name_en, unit.code, unit.head ?? '', unit.officer ?? ''].some((text) => plain(text).includes(term))) continue
    for (let at: Unit | undefined = unit; at && !ids.has(at.id); at = by_id.get(at.parent_id ?? 0)) ids.add(at.id)
  }
  return ids
}
