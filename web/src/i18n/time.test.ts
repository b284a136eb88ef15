import { expect, test } from 'vitest'
import { set_language } from './language'
import { date_of, date_text, day_text, days_between, due_date_of, instant_of, instant_text, money_text, short_date } from './time'

test('a date carries its weekday, and its year only where it is another', () => {
  set_language('zh-CN')
  expect(date_text('2026-11-21', '2026-11-06')).toBe('11月21日 周六')
  expect(date_text('2027-01-04', '2026-11-06')).toBe('2027年1月4日 周一')
  expect(day_text('2026-11-21')).toBe('周六\n21日')
  set_language('en')
  expect(day_text('2026-11-21')).toBe('Sat\n21')
  expect(date_text('2026-11-21', '2026-11-06')).toBe('Sat 21 Nov')
})

test('the day of an instant is told as that of a date', () => {
  set_language('zh-CN')
  const now = new Date()
  expect(short_date(now.toISOString())).toBe(date_text(date_of(now)))
  expect(short_date('2019-11-20T16:30:00Z')).toBe('2019年11月21日 周四')
})

test('what is no date breaks no page', () => expect(date_text('soon')).toBe('soon'))

test('an instant is shown in the zone of the bank', () => {
  set_language('en')
  expect(instant_text('2025-11-20T16:30:00Z')).toBe('Fri 21 Nov 2025 00:30')
  expect(date_of(new Date('2026-11-20T16:30:00Z'))).toBe('2026-11-21')
})

test('the due date is the day before the first late instant', () => {
  expect(due_date_of('2026-11-21T16:00:00Z')).toBe('2026-11-21')
  expect(days_between('2026-11-28', '2026-12-01')).toBe(3)
})

test('money is told in yuan', () => {
  set_language('zh-CN')
  expect(money_text(95400)).toBe('¥954.00')
})

test('a minute of the bank is an instant', () => {
  expect(new Date(instant_of('2026-11-21T00:30')).toISOString()).toBe('2026-11-20T16:30:00.000Z')
})
