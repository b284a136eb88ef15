// What the words of the matter suggest: the codes whose names stand in the text, and a first sentence as its summary.
// A person decides; nothing is filled in by itself. Pure.
import type { TaxonomyItem } from '@/api/types'

const shortest = 2

// The items whose own name, or another name of them, stands in the text, the most telling first. A long name counts
// where most pairs of its characters stand there (年费未告知 for 收费未告知). A name that several items have (使用,
// 盗刷) counts where a name above it stands in the text, too.
export function suggested(items: readonly TaxonomyItem[], text: string): string[] {
  if (!text.trim()) return []
  const by_code = new Map(items.map((item) => [item.code, item]))
  const times = new Map<string, number>()
  for (const item of items) times.set(item.zh, (times.get(item.zh) ?? 0) + 1)
  const there = pairs_of(text)

  const own = (item: TaxonomyItem) => Math.max(0, ...names_of(item).map((name) => weight(name, text, there)))
  const above = (item: TaxonomyItem): number => {
    const parent = by_code.get(item.parent ?? '')
    return parent ? own(parent) + above(parent) : 0
  }
  return items
    .filter((item) => !item.retired_on)
    .map((item, at) => ({ item, at, own: own(item), above: above(item) }))
    .filter((one) => one.own > 0 && ((times.get(one.item.zh) ?? 0) < 2 || one.above > 0))
    .sort((a, b) => b.own + b.above - (a.own + a.above) || a.at - b.at)
    .map((one) => one.item.code)
}

const enough = 0.6

// How many pairs of the name stand in the text; 0 where they are too few to say anything.
function weight(name: string, text: string, there: ReadonlySet<string>): number {
  const pairs = [...pairs_of(name)]
  const found = pairs.filter((pair) => there.has(pair)).length
  if (text.includes(name)) return pairs.length + 1
  return found >= 2 && found / pairs.length >= enough ? found : 0
}

function pairs_of(text: string): Set<string> {
  return new Set(Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2)))
}

function names_of(item: TaxonomyItem): string[] {
  return [item.zh, ...item.other_names].flatMap((name) => [name, ...name.split(/[、或与和及]/)])
    .filter((name) => name.length >= shortest)
}

const summary_max = 40

// The first sentence that was written, cut where it gets long.
export function first_sentence(text: string): string {
  const [sentence = ''] = text.trim().split(/[。！？；\n!?;]|\.\s/)
  const line = sentence.trim()
  if (line.length <= summary_max) return line
  const cut = line.slice(0, summary_max)
  const comma = Math.max(cut.lastIndexOf('，'), cut.lastIndexOf(','))
  return comma > summary_max / 2 ? cut.slice(0, comma) : cut
}
