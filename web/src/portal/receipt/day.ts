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
