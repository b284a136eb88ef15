// Finding a choice by typing: a piece of its name, of a name above it, of another name, or its code. Pure.

// One of a tree.
export interface Choice {
  value: string
  label: string
  children?: Choice[]
}

export interface Pick {
  value: string
  label: string
  // The names above it, for items that say little alone.
  path?: string
  // Whatever else it is found by.
  words?: readonly string[]
}

const plain = (text: string) => text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim()

// What is typed in several pieces must be found piece by piece: 信用卡 年费. The nearest come first; those that are
// equally near keep their order.
export function matching(picks: readonly Pick[], typed: string, most = 8): Pick[] {
  const pieces = plain(typed).split(' ').filter(Boolean)
  if (!pieces.length) return picks.slice(0, most)
  return picks
    .map((pick, at) => ({ pick, at, distance: pieces.reduce((sum, piece) => sum + distance(pick, piece), 0) }))
    .filter((one) => Number.isFinite(one.distance))
    .sort((a, b) => a.distance - b.distance || a.at - b.at)
    .slice(0, most)
    .map((one) => one.pick)
}

function distance(pick: Pick, piece: string): number {
  const label = plain(pick.label)
  const words = (pick.words ?? []).map(plain)
  if (label === piece || words.includes(piece)) return 0
  if (plain(pick.value) === piece) return 1
  if (label.startsWith(piece)) return 2
  if (label.includes(piece)) return 3
  if (words.some((word) => word.includes(piece))) return 4
  if (plain(pick.value).startsWith(piece)) return 5
  if (plain(pick.path ?? '').includes(piece)) return 6
  return Infinity
}
