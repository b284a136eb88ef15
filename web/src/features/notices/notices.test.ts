import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { Notice } from '@/api/types'
import { count_through, is_open_to_reader, kinds, limit_of, place_of, rungs, source_of } from './notices'
import en from './texts.en'
import zh from './texts.zh'
import { span_names } from './words'

const notice = (told: Partial<Notice> = {}): Notice => ({
  id: 1, clock_id: 11, subject_kind: 'complaint', subject_id: 7, subject_number: '2026112300000001', span: 'decide', kind: 'overdue', rung: 'unit_head', before: 0,
  due_at: '2026-11-22T16:00:00Z', sent_at: '2026-11-23T00:00:00Z', is_yours: true, version: 1, ...told,
})

const folder = '../data/clocks'
const rules = readdirSync(folder).flatMap((file) => readFileSync(`${folder}/${file}`, 'utf8').split('[[rule]]').slice(1).map((text) => ({
  subject: /^subject = "(.+)"$/m.exec(text)?.[1] ?? '', span: /^span = "(.+)"$/m.exec(text)?.[1] ?? '', zh: /^zh = "(.+)"$/m.exec(text)?.[1] ?? '', en: /^en = "(.+)"$/m.exec(text)?.[1] ?? '',
})))

test('limits have the names of the rule book, all that a reminder may tell of', () => {
  const told = rules.filter((rule) => source_of(notice({ subject_kind: rule.subject })))
  expect(told.length).toBeGreaterThan(10)
  expect(new Set(told.map((rule) => rule.span))).toEqual(new Set(span_names.filter((name) => name !== 'other')))
  for (const name of span_names) {
    if (name === 'other') continue
    const names = told.filter((rule) => rule.span === name)
    expect(names.map((rule) => rule.zh)).toContain(zh.limit[name])
    expect(names.map((rule) => rule.en.toLowerCase())).toContain(en.limit[name].toLowerCase())
  }
})

test('kinds and rungs are those of the server', () => {
  const { components } = JSON.parse(readFileSync('../docs/openapi.json', 'utf8')) as { components: { schemas: Record<string, { properties: Record<string, { enum?: string[] }> }> } }
  const words = components.schemas['clocks.NoticeView']?.properties
  expect([...kinds].sort()).toEqual([...words?.kind?.enum ?? []].sort())
  expect([...rungs].sort()).toEqual([...words?.rung?.enum ?? []].sort())
})

test('a reminder leads to what it is about', () => {
  expect(place_of(notice())).toEqual({ name: 'complaints.page', params: { id: 7 } })
  expect(place_of(notice({ subject_kind: 'referral' }))).toEqual({ name: 'referrals.page', params: { id: 7 } })
  expect(place_of(notice({ subject_kind: 'task' }))).toEqual({ name: 'unit_tasks.tasks', query: { side: 'unit', item: '7' } })
  expect(place_of(notice({ subject_kind: 'awaited_task' }))).toEqual({ name: 'unit_tasks.tasks', query: { side: 'cases', item: '7' } })
  expect(place_of(notice({ subject_kind: 'preservation' }))).toEqual({ name: 'unit_tasks.preservation', query: { item: '7' } })
  expect(place_of(notice({ subject_kind: 'something_new' }))).toBeUndefined()
})

test('what is shown is how the limit stands now, not how it stood when the reminder was sent', () => {
  const extended = { id: 11, due_at: '2026-12-22T16:00:00Z', rests: false }
  const other = { id: 12, due_at: '2026-11-01T16:00:00Z', rests: false }
  expect(limit_of(notice(), [other, extended])).toBe(extended)
  expect(limit_of(notice(), [other])).toBeUndefined()
  const of_referral = [{ span: 'sign_in', due_at: '2026-11-01T16:00:00Z' }, { span: 'referral_answer', due_at: '2026-11-30T16:00:00Z', stopped_at: '2026-11-20T01:00:00Z' }]
  expect(limit_of(notice({ subject_kind: 'referral', span: 'referral_answer' }), of_referral)).toBe(of_referral[1])
  const of_task = [{ due_at: '2026-11-30T16:00:00Z' }]
  expect(limit_of(notice({ subject_kind: 'task', span: 'task' }), of_task)).toBe(of_task[0])
})

test('only what waits for the reader is his to acknowledge', () => {
  expect(is_open_to_reader(notice())).toBe(true)
  expect(is_open_to_reader(notice({ is_yours: false }))).toBe(false)
  expect(is_open_to_reader(notice({ acknowledged_at: '2026-11-23T01:00:00Z' }))).toBe(false)
})

test('what waits is counted through pages that hold little, and not without end', async () => {
  const pages = new Map([['', { items: [1], next_cursor: 'a' }], ['a', { items: [], next_cursor: 'b' }], ['b', { items: [2, 3], next_cursor: null }]])
  const asked: string[] = []
  const read = (cursor: string) => {
    asked.push(cursor)
    return Promise.resolve(pages.get(cursor) ?? { items: [] })
  }
  expect(await count_through(read)).toEqual({ count: 3, is_more: false })
  expect(asked).toEqual(['', 'a', 'b'])
  expect(await count_through(() => Promise.resolve({ items: Array.from({ length: 100 }), next_cursor: 'x' }))).toEqual({ count: 99, is_more: true })
  expect(await count_through(() => Promise.resolve({ items: [1], next_cursor: 'x' }))).toEqual({ count: 5, is_more: true })
})
