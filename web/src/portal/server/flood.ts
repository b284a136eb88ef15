// Under flood the server wants work done before it listens. The work is done in a worker and nobody has to see it.
import { is_refused_as } from './refusals'
import type { Puzzle } from '@/api/portal'

let fetch_puzzle: (() => Promise<Puzzle>) | undefined
let flood = false
let prepared: Promise<string> | undefined

export function set_puzzle_source(source: () => Promise<Puzzle>): void {
  fetch_puzzle = source
}

// Once a puzzle was asked for, the next one is begun at the first key of the next form.
export function prepare(): void {
  if (flood) prepared ??= solved()
}

// Sends, and where a puzzle is asked for solves one and sends again, once.
export async function past_flood<T>(send: (puzzle?: string) => Promise<T>): Promise<T> {
  const ready = prepared
  prepared = undefined
  try {
    return await send(await ready?.catch(() => undefined))
  } catch (error) {
    if (!is_refused_as('puzzle', error)) throw error
    flood = true
    return send(await solved())
  }
}

async function solved(): Promise<string> {
  if (!fetch_puzzle) throw new Error('no source of puzzles')
  const puzzle = await fetch_puzzle()
  return `${puzzle.puzzle}:${(await in_worker(puzzle)).join(',')}`
}

function in_worker(puzzle: Puzzle): Promise<number[]> {
  const worker = new Worker(new URL('./puzzle.worker.ts', import.meta.url), { type: 'module' })
  return new Promise<number[]>((resolve, reject) => {
    worker.onmessage = (event: MessageEvent<number[]>) => resolve(event.data)
    worker.onerror = () => reject(new Error('the puzzle could not be solved'))
    worker.postMessage(puzzle)
  }).finally(() => worker.terminate())
}
