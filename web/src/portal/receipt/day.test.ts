import { expect, test } from 'vitest'
import { set_language } from '@/i18n/language'
import { code_text, follow_address } from '@/ui/qr/receipt_code'
import { from_fragment } from '../following/entered'
import { dated_instant_text, dated_text, day_text } from './day'

test('a date has its weekday and the name of its holiday', () => {
  expect(day_text({ on: '2031-10-01', name: '国庆节' })).toBe('2031年10月1日 周三（国庆节）')
  set_language('en')
  expect(day_text({ on: '2031-10-01', name: '国庆节' })).toBe('Wed 1 Oct 2031')
})

test('what is kept on paper has the year', () => {
  set_language('zh-CN')
  const year = new Date().getFullYear()
  expect(dated_text({ on: `${year}-10-01`, name: '国庆节' })).toMatch(new RegExp(`^${year}年10月1日 周.（国庆节）$`))
  expect(dated_instant_text(`${year}-11-23T14:30:00Z`)).toMatch(new RegExp(`^${year}年11月23日 周. 22:30$`))
})

test('a code is written in fours', () => {
  expect(code_text('1234567890123456')).toBe('1234 5678 9012 3456')
})

test('what the QR code opens is found again, and keeps the code behind the #', () => {
  const address = follow_address('https://bank.example', '2026112200000001', '1234567890123456')
  expect(new URL(address).pathname).toBe('/follow')
  expect(from_fragment(new URL(address).hash)).toEqual({ number: '2026112200000001', code: '1234567890123456' })
})
