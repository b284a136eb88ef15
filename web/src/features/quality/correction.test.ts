import { expect, test } from 'vitest'
import { changed, type Classes } from './correction'

const before: Classes = { business: 'loan', cause: 'other_cause', product: '', business_channel: '', intake_channel: 'counter', source: 'own', customer_groups: [], amount: '' }

test('only what was changed is sent', () => {
  expect(changed(before, { ...before })).toEqual({})
  expect(changed(before, { ...before, cause: 'interest', customer_groups: ['elderly'] })).toEqual({ cause: 'interest', customer_groups: ['elderly'] })
})

test('an amount is sent in fen, and nothing where it is none', () => {
  expect(changed(before, { ...before, amount: '1,200.50' })).toEqual({ amount_fen: 120050 })
  expect(changed(before, { ...before, amount: 'much' })).toEqual({})
  expect(changed({ ...before, amount: '954.10' }, { ...before, amount: '954.1' })).toEqual({})
})
