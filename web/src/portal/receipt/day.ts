// Dates as the portal says them: with the weekday, and the holiday where it is one.
import { language } from '@/i18n/language'
import { date_of, date_text, time_text } from '@/i18n/time'
import type { Day } from '@/api/portal'

export function day_text(day: Pick<Day, 'on' | 'name'>): string {
  return with_name(date_text(day.on), day.name)
}

function with_name(text: string, name: Day['name']): string {
  return !name || language() === 'en' ? text : `${text}（${name}）`
}

// What is kept on paper has the year, whichever it is.
const any_year = ''

export function dated_text(day: Pick<Day, 'on' | 'name'>): string {
  return with_name(date_text(day.on, any_year), day.name)
}

export function dated_instant_text(at: string): string {
  return `${date_text(date_of(new Date(at)), any_year)} ${time_text(at)}`
}

// 1234 5678 9012 3456: numbers and codes are read aloud and copied in fours.
export function code_text(code: string): string {
  return code.replace(/\s/g, '').replace(/(.{4})(?=.)/g, '$1 ')
}

// What the QR code opens. The part after # never leaves the phone.
export function follow_address(origin: string, number: string, code: string): string {
  return `${origin}/follow#${number}.${code}`
}
