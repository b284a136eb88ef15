import { expect, test } from 'vitest'
import { body_of, faults_of, first_values } from './body'
import { choices, is, line, lines, money, moment, notice, number, optional, unit, yes } from './make'
import type { Case } from './types'

const it = { complaint: { id: 1 }, person_id: 2, unit_id: 3, rests: false } as Case

test('what is empty or not asked is not sent', () => {
  const fields = [line('outcome'), money('amount_fen', { shown: is('outcome', 'refund') }), lines('note', optional), unit('unit_id', optional), yes('is_complete')]
  const values = { ...first_values(fields, it), outcome: 'apology', amount_fen: '5', note: '  ' }
  expect(body_of(fields, values, it)).toEqual({ outcome: 'apology', is_complete: false })
  expect(body_of(fields, { ...values, outcome: 'refund', unit_id: '1006' }, it)).toEqual({ outcome: 'refund', amount_fen: 500, unit_id: 1006, is_complete: false })
})

test('a part is sent once something of it is told', () => {
  const fields = notice('notice')
  expect(body_of(fields, first_values(fields, it), it)).toEqual({})
  expect(body_of(fields, { ...first_values(fields, it), 'notice.on': '2026-11-20' }, it)).toEqual({ notice: { on: '2026-11-20' } })
})

test('a minute is one of the bank', () => {
  expect(body_of([moment('begun_at')], { begun_at: '2026-11-20T09:30' }, it)).toEqual({ begun_at: '2026-11-20T09:30:00+08:00' })
})

test('what is no amount goes as it is, for the server to say so at its field', () => {
  expect(body_of([money('amount_fen')], { amount_fen: '1.234' }, it)).toEqual({ amount_fen: '1.234' })
})

test('what has to be there is said of all at once, where it is asked for', () => {
  const fields = [line('outcome'), lines('said', { ...optional, needed: is('outcome', 'reached') }), unit('unit_id', { shown: is('outcome', 'reached') }), choices('materials', ['a']), yes('is_complete')]
  const empty = first_values(fields, it)
  expect(faults_of(fields, empty, it)).toEqual({ outcome: 'ui.form.needed', materials: 'ui.form.needed' })
  expect(faults_of(fields, { ...empty, outcome: 'reached', materials: ['a'] }, it)).toEqual({ said: 'ui.form.needed', unit_id: 'ui.form.needed' })
})

test('what is no number is said at its field, not left out', () => {
  const fields = [number('retention_years', optional), money('amount_fen', optional)]
  expect(faults_of(fields, { retention_years: '十年', amount_fen: '6oo' }, it)).toEqual({ retention_years: 'ui.form.no_number', amount_fen: 'ui.form.no_amount' })
  expect(faults_of(fields, { retention_years: ' １0 ', amount_fen: '1,200.50' }, it)).toEqual({})
  expect(body_of(fields, { retention_years: ' １0 ', amount_fen: '' }, it)).toEqual({ retention_years: 10 })
})

test('a notice is whole once it is begun', () => {
  const fields = notice('notice')
  expect(faults_of(fields, first_values(fields, it), it)).toEqual({})
  expect(faults_of(fields, { ...first_values(fields, it), 'notice.on': '2026-11-20' }, it)).toEqual({ 'notice.means': 'ui.form.needed', 'notice.proof': 'ui.form.needed' })
})
