import { expect, test } from 'vitest'
import { kinds_for, page_of, parts_of } from './hits'

test('words are marked where they stand', () => {
  expect(parts_of({ excerpt: '…客户要求退还信用卡年费', marks: [{ from: 5, until: 7 }, { from: 7, until: 10 }] })).toEqual([
    { text: '…客户要求', is_marked: false }, { text: '退还', is_marked: true }, { text: '信用卡', is_marked: true }, { text: '年费', is_marked: false },
  ])
})

test('a mark may begin and end the excerpt', () => {
  expect(parts_of({ excerpt: '2026', marks: [{ from: 0, until: 4 }] })).toEqual([{ text: '2026', is_marked: true }])
})

test('signs of two units are counted as the server counts them', () => {
  expect(parts_of({ excerpt: '𠮷先生的年费', marks: [{ from: 5, until: 7 }] }).at(-1)).toEqual({ text: '年费', is_marked: true })
})

test('without a mark the excerpt stands as it is', () => {
  expect(parts_of({ excerpt: '年费', marks: [] })).toEqual([{ text: '年费', is_marked: false }])
})

test('a hit leads to its page', () => {
  expect(page_of({ kind: 'referral', id: 7 })).toEqual({ name: 'referrals.page', params: { id: 7 } })
})

test('units and people are found by everybody, cases by who may read them', () => {
  expect(kinds_for((permission) => permission === undefined)).toEqual(['unit', 'person'])
  expect(kinds_for((permission) => permission !== 'referral.read')).toEqual(['complaint', 'unit', 'person'])
})
