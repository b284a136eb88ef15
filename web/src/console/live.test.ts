import { QueryClient } from '@tanstack/vue-query'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { open_stream, type Told } from '@/session/stream'
import { is_touched, refresh_by_events, touched } from './live'

beforeEach(() => vi.useFakeTimers())
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

test('a change of a case touches its page and the lists, not the page of another', () => {
  const told: Told = { is: 'changed', what: 'complaint', id: 7 }
  expect(is_touched(['complaints', 'page', 7, 'timeline'], told)).toBe(true)
  expect(is_touched(['complaints', 'page', 8], told)).toBe(false)
  expect(is_touched(['complaints', 'list', {}], told)).toBe(true)
  expect(is_touched(['referrals', 'list'], told)).toBe(false)
  expect(is_touched(['organisation'], { is: 'refetch' })).toBe(true)
})

test('what is asked of a unit and what evidence is kept touch the lists and the open case, whatever their own ids are', () => {
  expect(is_touched(['unit_tasks', 'tasks', {}], { is: 'changed', what: 'asked' })).toBe(true)
  expect(is_touched(['unit_tasks', 'preservation', {}], { is: 'changed', what: 'preservation', id: 3 })).toBe(true)
  expect(is_touched(['complaints', 'page', 7, 'preservation'], { is: 'changed', what: 'preservation', id: 3 })).toBe(true)
})

test('every word of the table is the first of some question', () => {
  const sources = import.meta.glob<string>(['../features/**/*.{ts,vue}', '../reference/*.ts'], { query: '?raw', import: 'default', eager: true })
  const asked = new Set(Object.values(sources).flatMap((text) => [...text.matchAll(/(?:queryKey: |usePages\(|=> )\['(\w+)'/g)].map((found) => found[1])))
  const other = Object.values(touched).flat().filter((word) => !asked.has(word))
  // The feature of clocks is to come.
  expect(other.filter((word) => !['calendar', 'clocks'].includes(word))).toEqual([])
})

test('a change of a case touches every list that shows it', () => {
  const told: Told = { is: 'changed', what: 'complaint', id: 7 }
  for (const key of [['unit_tasks', 'fulfilments', {}], ['quality', 'doubts', {}], ['archive'], ['objections', 'list', {}], ['today']]) expect(is_touched(key, told)).toBe(true)
  expect(is_touched(['tip_offs', 'list'], told)).toBe(false)
  expect(is_touched(['unit_tasks', 'tasks', {}], { is: 'changed', what: 'asked' })).toBe(true)
  // Reminders have an event of their own: counting them is not to follow each stroke on a case.
  expect(is_touched(['notices', 'waiting'], told)).toBe(false)
  expect(is_touched(['notices', 'waiting'], { is: 'changed', what: 'notice' })).toBe(true)
})

test('a burst of changes asks anew once', async () => {
  const queries = new QueryClient()
  const asked = vi.spyOn(queries, 'invalidateQueries')
  const hear = refresh_by_events(queries)
  for (let id = 0; id < 50; id += 1) hear({ is: 'changed', what: 'complaint', id })
  await vi.advanceTimersByTimeAsync(3_000)
  expect(asked).toHaveBeenCalledOnce()
  hear({ is: 'refetch' })
  await vi.advanceTimersByTimeAsync(3_000)
  expect(asked).toHaveBeenCalledTimes(2)
})

// Stands in for the browser's own at its edge.
class Source extends EventTarget {
  static readonly CLOSED = 2
  static opened: Source[] = []
  readyState = 1
  constructor(readonly address: string) {
    super()
    Source.opened.push(this)
  }

  close(): void {
    this.readyState = Source.CLOSED
  }
}

test('the stream tells of changes, ends with the session, and comes back when it was refused', async () => {
  Source.opened = []
  vi.stubGlobal('EventSource', Source)
  const heard: Told[] = []
  const stream = open_stream((told) => heard.push(told))
  stream.begin()
  const first = Source.opened[0]
  first?.dispatchEvent(new MessageEvent('changed', { data: '{"what":"referral","id":3}' }))
  expect(heard).toEqual([{ is: 'changed', what: 'referral', id: 3 }])

  // Refused, it is tried again after a while.
  first?.close()
  first?.dispatchEvent(new Event('error'))
  await vi.advanceTimersByTimeAsync(60_000)
  expect(Source.opened).toHaveLength(2)

  // Ended with the session, it is not.
  const second = Source.opened[1]
  second?.dispatchEvent(new MessageEvent('ended', { data: '{}' }))
  second?.dispatchEvent(new Event('error'))
  await vi.advanceTimersByTimeAsync(60_000)
  expect(heard.at(-1)).toEqual({ is: 'ended' })
  expect(Source.opened).toHaveLength(2)
})
