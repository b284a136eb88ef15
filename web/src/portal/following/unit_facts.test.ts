import { expect, test, vi } from 'vitest'
import { unit_facts } from './unit_facts'

vi.mock('../server/choices', () => ({
  choices: { value: { units: [{ name: '云津东湖支行' }] } },
  unit_text: (one: { name: string }) => one.name,
}))

const unit = { name: '云津东湖支行', name_en: '' }
const say = (key: string) => key.replace('portal.following.case.', '')
const steps = (at: string | null) => [{ step: 'handling' as const, at }]

test('before somebody is charged with it, the unit is the one complained about', () => {
  expect(unit_facts({ state: 'registered', unit, steps: steps(null) }, say)).toEqual([{ name: 'unit_about', value: '云津东湖支行' }, { name: 'unit', value: 'unit_open' }])
  expect(unit_facts({ state: 'accepted', unit }, say)).toHaveLength(2)
})

test('a department that took in what names no unit is not complained about', () => {
  expect(unit_facts({ state: 'registered', unit: { name: '消费者权益保护部', name_en: '' } }, say)[0]).toEqual({ name: 'unit_taken', value: '消费者权益保护部' })
})

test('then it is the one that handles it', () => {
  expect(unit_facts({ state: 'assigned', unit, steps: steps(null) }, say)).toEqual([{ name: 'unit', value: '云津东湖支行' }])
  expect(unit_facts({ state: 'withdrawn', unit, steps: steps('2026-11-23T01:00:00Z') }, say)).toEqual([{ name: 'unit', value: '云津东湖支行' }])
})

test('what ended before that has no unit that handles it', () => {
  expect(unit_facts({ state: 'withdrawn', unit, steps: steps(null) }, say)).toEqual([{ name: 'unit_about', value: '云津东湖支行' }])
})
