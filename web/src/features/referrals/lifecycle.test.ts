import { expect, test } from 'vitest'
import { actions_of, states } from './lifecycle'
import { body_of } from './body'
import { fields_of } from './lifecycle'

const all = { may: () => true, person_id: 7 }

test('whoever drafted the account does not approve it, but may draft it anew or take it back', () => {
  expect(actions_of({ state: 'account_drafted', drafted_by_id: 7 }, all)).toEqual(['draft', 'send_back', 'contact'])
  expect(actions_of({ state: 'account_drafted', drafted_by_id: 8 }, all)[0]).toBe('approve')
})

test('only steps that one may take are offered', () => {
  const reader = { may: (permission: string) => permission === 'referral.read', person_id: 7 }
  expect(states.flatMap((state) => actions_of({ state }, reader))).toEqual([])
})

test('what was left empty is not sent, a minute goes as an instant, a choice of two as truth', () => {
  const told = { means: 'phone', is_reached: 'false', at: '2026-11-21T00:30', note: '' }
  expect(body_of(fields_of.contact, told)).toEqual({ means: 'phone', is_reached: false, at: '2026-11-21T00:30:00+08:00' })
})
