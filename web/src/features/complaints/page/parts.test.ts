import { expect, test } from 'vitest'
import type { Fulfilment } from '@/api/types'
import { unpaid_fen } from './parts'

const row = (kind: string, state: string, amount_fen: number | null) => ({ kind, state, amount_fen }) as unknown as Fulfilment

test('what is owed and what nothing is to pay yet are told apart', () => {
  expect(unpaid_fen({ owed_fen: 6000, items: [] })).toBe(6000)
  expect(unpaid_fen({ owed_fen: 6000, items: [row('refund', 'open', 4000), row('refund', 'done', 9000)] })).toBe(2000)
  expect(unpaid_fen({ owed_fen: 6000, items: [row('apology', 'open', null), row('waiver', 'open', 7000)] })).toBe(0)
  expect(unpaid_fen({ owed_fen: 0, items: [] })).toBe(0)
})
