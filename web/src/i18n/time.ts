// Instants, dates and figures in the reader's language and the bank's zone, which is fixed: mainland China has one.
import { language } from './language'

export const zone = 'Asia/Shanghai'
const day_ms = 86_400_000

function format(at: Date, options: Intl.DateTimeFormatOptions, in_zone = zone): string {
  const locale = language() === 'en' ? 'en-GB' : 'zh-CN'
  return new Intl.DateTimeFormat(locale, { ...options, timeZone: in_zone }).format(at)
}

// `2026-11-21` of an instant, as the bank's calendar has it.
export function date_of(at: Date): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: zone }).format(at)
}

// 11月21日 周六 / Sat 21 Nov; with the year where it is not this one.
// What is no date, as somebody may have put it into an address, stays as it is.
export function date_text(date: string, today = date_of(new Date())): string {
  const at = new Date(`${date}T00:00:00Z`)
  if (Number.isNaN(at.getTime())) return date
  const year = date.slice(0, 4) === today.slice(0, 4) ? {} : { year: 'numeric' } as const
  const day = format(at, { month: language() === 'en' ? 'short' : 'long', day: 'numeric', ...year }, 'UTC')
  const weekday = format(at, { weekday: 'short' }, 'UTC')
  return language() === 'en' ? `${weekday} ${day}` : `${day} ${weekday}`
}

// For where dates stand side by side: weekday over day.
export function day_text(date: string): string {
  const at = new Date(`${date}T00:00:00Z`)
  return `${format(at, { weekday: 'short' }, 'UTC')}\n${format(at, { day: 'numeric' }, 'UTC')}`
}

export function instant_text(at: string): string {
  const instant = new Date(at)
  return `${date_text(date_of(instant))} ${time_text(at)}`
}

export function time_text(at: string): string {
  return format(new Date(at), { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
}

// The instant of a minute of the bank's clock as fields have it, `2026-11-21T09:30`.
export function instant_of(moment: string): string {
  return `${moment}:00+08:00`
}

// The day of a date or an instant, as `date_text` has it: in a row all days are told in one way.
export function short_date(at: string): string {
  return date_text(at.includes('T') ? date_of(new Date(at)) : at)
}

// Whole days of the calendar from one date to another.
export function days_between(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / day_ms)
}

// The last date that is not late: the day before the first late instant.
export function due_date_of(due_at: string): string {
  return date_of(new Date(Date.parse(due_at) - 1))
}

export function number_text(value: number): string {
  return new Intl.NumberFormat(language()).format(value)
}

// How many, as far as somebody counted.
export interface Count { count: number, is_more: boolean }

export function count_text(of: number | Count): string {
  return typeof of === 'number' ? number_text(of) : `${number_text(of.count)}${of.is_more ? '+' : ''}`
}

export function money_text(fen: number): string {
  const options = { style: 'currency', currency: 'CNY', currencyDisplay: 'narrowSymbol' } as const
  return new Intl.NumberFormat(language(), options).format(fen / 100)
}
