// Dates as the portal says them: with the weekday, and the holiday where it is one.
import { language } from '@/i18n/language'
import { date_text } from '@/i18n/time'
import type { Day } from '@/api/portal'

export function day_text(day: Pick<Day, 'on' | 'name'>): string {
  const text = date_text(day.on)
  if (!day.name || language() === 'en') return text
  return `${text}（${day.name}）`
}

// 1234 5678 9012 3456: numbers and codes are read aloud and copied in fours.
export function code_text(code: string): string {
  return code.replace(/\s/g, '').replace(/(.{4})(?=.)/g, '$1 ')
}

// What the QR code opens. The part after # never leaves the phone.
export function follow_address(origin: string, number: string, code: string): string {
  return `${origin}/follow#${number}.${code}`
}
