import { expect, test } from 'vitest'
import type { RoutingLine } from '@/api/types'
import { changes_of, is_changed, moved, place_of, placed, plain, without } from './rules'

const cards: RoutingLine = { business: 'bank_card', destination: 'unit', unit_id: 12 }
const loans: RoutingLine = { business: 'loan', destination: 'branch' }
const rest: RoutingLine = { destination: 'outlet' }

test('a rule moves one place up or down, and stays at either end', () => {
  expect(moved([cards, loans, rest], 2, -1)).toEqual([cards, rest, loans])
  expect(moved([cards, loans, rest], 0, 1)).toEqual([loans, cards, rest])
  expect(moved([cards, loans], 0, -1)).toEqual([cards, loans])
  expect(moved([cards, loans], 1, 1)).toEqual([cards, loans])
})

test('a rule takes its own place when it is changed, and the last when it is new', () => {
  expect(placed([cards, loans], 0, rest)).toEqual([rest, loans])
  expect(placed([cards, loans], undefined, rest)).toEqual([cards, loans, rest])
  expect(without([cards, loans, rest], 1)).toEqual([cards, rest])
})

test('what would change is counted, and nothing is a change that only looks like one', () => {
  expect(changes_of([cards, loans], [cards, loans, rest])).toEqual({ added: 1, removed: 0, reordered: false })
  expect(changes_of([cards, loans], [loans])).toEqual({ added: 0, removed: 1, reordered: false })
  expect(changes_of([cards, loans], [loans, cards])).toEqual({ added: 0, removed: 0, reordered: true })
  expect(changes_of([cards, loans], [{ ...cards, unit_id: 13 }, loans])).toEqual({ added: 1, removed: 1, reordered: false })
  expect(is_changed(changes_of([cards], [{ source: null, tier: null, unit_id: 12, destination: 'unit', business: 'bank_card' }]))).toBe(false)
})

test('what is not told is not sent', () => {
  expect(plain({ source: '', cause: null, destination: 'branch' })).toEqual({ destination: 'branch' })
})

test('a refusal names the rule by its place', () => {
  expect([place_of('rules.3'), place_of('rules.0.unit_id'), place_of('name'), place_of(undefined)]).toEqual([4, 1, undefined, undefined])
})
