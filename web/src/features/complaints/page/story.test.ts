import { expect, test } from 'vitest'
import type { CaseEntry } from '@/api/types'
import { details_of, voice_of, type Rows } from './story'
import type { Words } from './useWordsOfCase'

const plain = (...told: unknown[]) => String(told.at(-1) ?? '')
const words = { label: plain, choice: plain, text: plain, unit: plain, code: plain, money: plain, date: plain, at: plain, list: plain } as unknown as Words
const rows = { files: [{ id: 4, name: '流水.pdf' }] } as unknown as Rows
const entry = (kind: string, facts: object = {}, more: object = {}) => ({ n: 1, kind, at: '2026-11-23T02:00:00Z', facts, leaf_hash: '', ...more }) as CaseEntry

test('what was written at a step stands in it, whatever the step', () => {
  expect(details_of(entry('complaint.closed', {}, { note: '客户已确认收到退款' }), words, rows)).toEqual([{ label: 'written', value: '客户已确认收到退款' }])
  expect(details_of(entry('complaint.closed', {}, { note: null }), words, rows)).toEqual([])
  expect(details_of(entry('complaint.closed'), words, rows)).toEqual([])
})

test('what came through the portal is the customer\'s, with its kind and its name', () => {
  const brought = entry('complaint.attached', { attachment_id: 4, kind: 'voucher' })
  expect(voice_of(brought, undefined)).toBe('customer')
  expect(voice_of({ ...brought, actor_id: 7 }, 'outlet')).toBe('outlet')
  expect(details_of(brought, words, rows).map((one) => one.value)).toEqual(['complaints.page.file.kind.voucher', '流水.pdf'])
})
