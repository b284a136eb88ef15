import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { DeskDay, Must } from '@/api/types'
import { list_of, place_of } from './places'
import { count_in, fullest, sum_of } from './week'

const day = (on: string, told: Partial<DeskDay> = {}): DeskDay =>
  ({ on, is_workday: true, complaints: 0, referrals: 0, supervisions: 0, tasks: 0, promises: 0, evidence: 0, is_more: false, ...told })

test('supervision and tasks count together', () => {
  const one = day('2026-11-23', { complaints: 2, supervisions: 1, tasks: 3 })
  expect(count_in(one, 'asked')).toBe(4)
  expect(sum_of(one)).toBe(6)
})

test('the fullest day is the first with most, and none where nothing is due', () => {
  const week = [day('2026-11-23', { tasks: 1 }), day('2026-11-24', { complaints: 3 }), day('2026-11-25', { promises: 3 })]
  expect(fullest(week)?.on).toBe('2026-11-24')
  expect(fullest([day('2026-11-23')])).toBeUndefined()
})

test('a figure opens its list as the server asked for it', () => {
  expect(list_of({ code: 'in_hand', count: 1, is_more: false, list: '/api/complaints', query: 'kind=complaint&state=registered&state=accepted' }))
    .toEqual({ name: 'complaints.list', query: { sort: '-received_at', kind: ['complaint'], state: ['registered', 'accepted'] } })
  expect(list_of({ code: 'approvals', count: 1, is_more: false, list: '/api/approvals', query: 'state=waiting' }))
    .toEqual({ name: 'approvals.list', query: { state: ['waiting'] } })
})

test('a must leads to where its deed is done', () => {
  const must = { kind: 'task_due', what: 'task', id: 5, number: '2026', complaint_id: 7, action: 'answer' } as const
  expect(place_of(must, true)).toEqual({ name: 'complaints.page', params: { id: 7 }, query: { do: 'answer_task', row: '5' } })
  expect(place_of(must, false)).toEqual({ name: 'complaints.page', params: { id: 7 }, query: {} })
  expect(place_of({ ...must, what: 'approval', action: 'approve' }, true)).toEqual({ name: 'approvals.page', params: { id: 5 } })
})

test('each deed of the desk is one that the page it leads to can open', () => {
  const on_case = ['intake', 'working', 'rows'].map((file) => readFileSync(`src/features/complaints/actions/${file}.ts`, 'utf8')).join('')
  const on_referral = readFileSync('src/features/referrals/lifecycle.ts', 'utf8')
  const cases: [Must['what'], Must['action'], string][] = [
    ['complaint', 'chase', on_case], ['complaint', 'contact', on_case], ['complaint', 'take_over', on_case], ['task', 'answer', on_case], ['task', 'chase', on_case], ['supervision', 'reply', on_case],
    ['fulfilment', 'fulfil', on_case], ['preservation', 'secure', on_case], ['referral', 'sign_in', on_referral], ['referral', 'contact', on_referral],
  ]
  for (const [what, action, source] of cases) {
    const place = place_of({ kind: 'overdue', what, id: 5, number: '2026', complaint_id: 7, action }, true) as { query: { do: string } }
    expect(source, `${what} ${action}`).toMatch(new RegExp(`(key: '|^  )${place.query.do}\\b`, 'm'))
  }
})
