import { afterEach, expect, test, vi } from 'vitest'
import { Problem } from '@/api/problem'
import { past_flood, prepare, set_puzzle_source } from './flood'
import { solve } from './puzzle'
import type { Puzzle } from '@/api/portal'

const asked_for_work = new Problem({ status: 429, code: 'portal.puzzle', text: { 'zh-CN': '请稍候', en: 'wait' } })
const puzzle: Puzzle = { puzzle: 'p', count: 2, bits: 4, expires_at: '' }

// The worker of the browser, at once and in place.
class Worker {
  onmessage?: (event: { data: number[] }) => void
  postMessage(asked: Puzzle): void {
    this.onmessage?.({ data: solve(asked) })
  }

  terminate(): void {
    this.onmessage = undefined
  }
}

afterEach(() => vi.unstubAllGlobals())

test('without flood nothing is solved; under flood it is solved and sent again, and then begun at the first key', async () => {
  vi.stubGlobal('Worker', Worker)
  const source = vi.fn(() => Promise.resolve(puzzle))
  set_puzzle_source(source)

  prepare()
  expect(await past_flood((sent) => Promise.resolve(sent))).toBeUndefined()
  expect(source).not.toHaveBeenCalled()

  const send = vi.fn((sent?: string) => (sent ? Promise.resolve(sent) : Promise.reject(asked_for_work)))
  expect(await past_flood(send)).toBe(`p:${solve(puzzle).join(',')}`)
  expect(send).toHaveBeenCalledTimes(2)

  prepare()
  await vi.waitFor(() => expect(source).toHaveBeenCalledTimes(2))
  expect(await past_flood((sent) => Promise.resolve(sent))).toMatch(/^p:\d+,\d+$/)
  expect(source).toHaveBeenCalledTimes(2)
})

test('any other refusal is not tried again', async () => {
  const other = new Problem({ status: 429, code: 'portal.too_many', text: { 'zh-CN': '太多', en: 'many' } })
  const send = vi.fn(() => Promise.reject(other))
  await expect(past_flood(send)).rejects.toBe(other)
  expect(send).toHaveBeenCalledOnce()
})
