// A QR code as a square of dark and light: patterns, words in their zigzag, and the mask that reads best.
import { words_of, type Size } from './qr_words'

export type Square = boolean[][]

interface Grid { side: number, dark: Square, fixed: Square }

export function qr_code(text: string): Square {
  const { size, words } = words_of(text)
  const candidates = masks.map((mask, number) => drawn(size, words, number, mask))
  return candidates.reduce((best, one) => (blame(one) < blame(best) ? one : best))
}

type Mask = (x: number, y: number) => boolean
const masks: readonly Mask[] = [
  (x, y) => (x + y) % 2 === 0,
  (_, y) => y % 2 === 0,
  (x) => x % 3 === 0,
  (x, y) => (x + y) % 3 === 0,
  (x, y) => (Math.floor(x / 3) + Math.floor(y / 2)) % 2 === 0,
  (x, y) => x * y % 2 + x * y % 3 === 0,
  (x, y) => (x * y % 2 + x * y % 3) % 2 === 0,
  (x, y) => ((x + y) % 2 + x * y % 3) % 2 === 0,
]

function drawn(size: Size, words: Uint8Array, number: number, mask: Mask): Square {
  const side = size.version * 4 + 17
  const empty = () => Array.from({ length: side }, () => Array.from({ length: side }, () => false))
  const grid: Grid = { side, dark: empty(), fixed: empty() }
  draw_patterns(grid, size.version)
  draw_format(grid, number)
  if (size.version >= 7) draw_version(grid, size.version)
  draw_words(grid, words, mask)
  return grid.dark
}

function set(grid: Grid, x: number, y: number, dark: boolean): void {
  const [row, fixed] = [grid.dark[y], grid.fixed[y]]
  if (!row || !fixed || x < 0 || x >= grid.side) return
  row[x] = dark
  fixed[x] = true
}

function draw_patterns(grid: Grid, version: number): void {
  const end = grid.side - 7
  for (let i = 0; i < grid.side; i++) {
    set(grid, 6, i, i % 2 === 0)
    set(grid, i, 6, i % 2 === 0)
  }
  for (const [x, y] of [[0, 0], [end, 0], [0, end]] as const) draw_rings(grid, x + 3, y + 3, 4, [2, 4])
  const places = alignment_of(version)
  const last = places.length - 1
  places.forEach((x, i) => places.forEach((y, j) => {
    const corner = (i === 0 && j === 0) || (i === 0 && j === last) || (i === last && j === 0)
    if (!corner) draw_rings(grid, x, y, 2, [1])
  }))
}

// Squares around a centre; `light` names the rings that are not dark.
function draw_rings(grid: Grid, x: number, y: number, reach: number, light: number[]): void {
  for (let dy = -reach; dy <= reach; dy++) {
    for (let dx = -reach; dx <= reach; dx++) {
      set(grid, x + dx, y + dy, !light.includes(Math.max(Math.abs(dx), Math.abs(dy))))
    }
  }
}

function alignment_of(version: number): number[] {
  if (version === 1) return []
  const last = version * 4 + 10
  return version < 7 ? [6, last] : [6, (6 + last) / 2, last]
}

function with_check(value: number, bits: number, by: number): number {
  let rest = value
  for (let i = 0; i < bits; i++) rest = (rest << 1) ^ ((rest >> (bits - 1)) * by)
  return (value << bits) | rest
}

// Correction M is 00, so that the mask alone is told.
function draw_format(grid: Grid, mask: number): void {
  const bits = with_check(mask, 10, 0x537) ^ 0x5412
  const bit = (i: number) => ((bits >> i) & 1) === 1
  const { side } = grid
  for (let i = 0; i < 6; i++) set(grid, 8, i, bit(i))
  set(grid, 8, 7, bit(6))
  set(grid, 8, 8, bit(7))
  set(grid, 7, 8, bit(8))
  for (let i = 9; i < 15; i++) set(grid, 14 - i, 8, bit(i))
  for (let i = 0; i < 8; i++) set(grid, side - 1 - i, 8, bit(i))
  for (let i = 8; i < 15; i++) set(grid, 8, side - 15 + i, bit(i))
  set(grid, 8, side - 8, true)
}

function draw_version(grid: Grid, version: number): void {
  const bits = with_check(version, 12, 0x1f25)
  for (let i = 0; i < 18; i++) {
    const dark = ((bits >> i) & 1) === 1
    const [a, b] = [grid.side - 11 + i % 3, Math.floor(i / 3)]
    set(grid, a, b, dark)
    set(grid, b, a, dark)
  }
}

// Two columns at a time from the right, up and down in turn, past the upright timing line.
function draw_words(grid: Grid, words: Uint8Array, masked: Mask): void {
  let i = 0
  for (let right = grid.side - 1; right >= 1; right -= 2) {
    if (right === 6) right = 5
    const upward = ((right + 1) & 2) === 0
    for (let step = 0; step < grid.side; step++) {
      const y = upward ? grid.side - 1 - step : step
      for (const x of [right, right - 1]) {
        const row = grid.dark[y]
        if (!row || grid.fixed[y]?.[x]) continue
        const dark = (((words[i >> 3] ?? 0) >> (7 - (i & 7))) & 1) === 1
        row[x] = dark !== masked(x, y)
        i++
      }
    }
  }
}

// What makes a code hard to read, by the four rules of the standard.
function blame(dark: Square): number {
  const side = dark.length
  const columns = dark.map((_, x) => dark.map((row) => row[x] === true))
  const runs = [...dark, ...columns].reduce((sum, line) => sum + blame_of_line(line), 0)
  let squares = 0
  for (let y = 1; y < side; y++) {
    for (let x = 1; x < side; x++) {
      const [row, above] = [dark[y] ?? [], dark[y - 1] ?? []]
      if (row[x] === above[x] && row[x] === row[x - 1] && row[x] === above[x - 1]) squares += 3
    }
  }
  const share = dark.flat().filter(Boolean).length / (side * side)
  return runs + squares + Math.floor(Math.abs(share - 0.5) * 20) * 10
}

function blame_of_line(line: boolean[]): number {
  const text = line.map((dark) => (dark ? '1' : '0')).join('')
  const long = text.match(/1{5,}|0{5,}/g)?.reduce((sum, run) => sum + run.length - 2, 0) ?? 0
  let finder_like = 0
  for (let i = 0; i + 11 <= text.length; i++) {
    const part = text.slice(i, i + 11)
    if (part === '10111010000' || part === '00001011101') finder_like += 40
  }
  return long + finder_like
}
