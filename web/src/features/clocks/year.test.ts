import { expect, test } from 'vitest'
import type { NamedDay } from '@/api/types'
import { months_of, spells_of, working_days_of } from './year'

const off = (on: string, name = '元旦'): NamedDay => ({ on, name, kind: 'holiday' })
const worked = (on: string, name = '元旦'): NamedDay => ({ on, name, kind: 'make_up' })
const start = [off('2026-01-01'), off('2026-01-02'), off('2026-01-03'), worked('2026-01-04')]

test('weeks begin on Monday, and every day of the year has its place', () => {
  const months = months_of(2026, start)
  expect(months).toHaveLength(12)
  const january = months[0]?.weeks ?? []
  expect(january[0]?.map((day) => day?.number)).toEqual([undefined, undefined, undefined, 1, 2, 3, 4])
  expect(january[0]?.slice(3).map((day) => day?.kind)).toEqual(['holiday', 'holiday', 'holiday', 'make_up'])
  expect(january[1]?.map((day) => day?.kind)).toEqual(['working', 'working', 'working', 'working', 'working', 'weekend', 'weekend'])
  expect(months.flatMap((month) => month.weeks.flat()).filter(Boolean)).toHaveLength(365)
  expect(months_of(2028, []).flatMap((month) => month.weeks.flat()).filter(Boolean)).toHaveLength(366)
})

test('working days are those of the week and the make-up days, without the days off', () => {
  expect(working_days_of(months_of(2026, []))).toBe(261)
  // Two working days off, one Sunday worked.
  expect(working_days_of(months_of(2026, start))).toBe(260)
})

test('a holiday is one spell with the days that are worked for it', () => {
  const days = [...start, worked('2026-02-14', '春节'), off('2026-02-15', '春节'), off('2026-02-16', '春节'), worked('2026-02-28', '春节')]
  expect(spells_of(days)).toEqual([
    { name: '元旦', off: ['2026-01-01', '2026-01-02', '2026-01-03'], make_up: ['2026-01-04'] },
    { name: '春节', off: ['2026-02-15', '2026-02-16'], make_up: ['2026-02-14', '2026-02-28'] },
  ])
})

test('a day worked in December for the holiday of the next year is told by itself', () => {
  expect(spells_of([...start, worked('2026-12-27')])).toEqual([
    { name: '元旦', off: ['2026-01-01', '2026-01-02', '2026-01-03'], make_up: ['2026-01-04'] },
    { name: '元旦', off: [], make_up: ['2026-12-27'] },
  ])
})

test('one name twice in a year is two spells, and each has its own days', () => {
  const days = [off('2026-01-01'), off('2026-12-31'), worked('2026-12-27')]
  expect(spells_of(days).map((one) => [one.off.length, one.make_up.length])).toEqual([[1, 0], [1, 1]])
})
