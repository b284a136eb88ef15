// What a limit says to whoever has to keep it. Pure: the words are chosen from what stands here.
import type { DayRun } from '@/api/types'
import { date_of, days_between, due_date_of } from '@/i18n/time'

export type Urgency = 'kept' | 'missed' | 'late' | 'today' | 'soon' | 'ahead' | 'rests'

export interface Limit {
  due_at: string
  started_at?: string | null
  stopped_at?: string | null
  rests?: boolean
  days?: readonly DayRun[]
}

export interface Reading {
  urgency: Urgency
  due_on: string
  // Whole days of the calendar, left or over.
  days: number
  // Left or over; told instead of days where less than a day is counted by the hour.
  hours: number
  by_hours: boolean
}

const hour_ms = 3_600_000
const soon_days = 3

export function read_limit(limit: Limit, now: number): Reading {
  const due = Date.parse(limit.due_at)
  const due_on = due_date_of(limit.due_at)
  const at = limit.stopped_at ? Date.parse(limit.stopped_at) : now
  const days = Math.abs(days_between(date_of(new Date(at)), due_on))
  const hours = Math.max(1, Math.ceil(Math.abs(due - at) / hour_ms))
  // Spans of days end at midnight; what ends within a day is told by the hour.
  const by_hours = date_of(new Date(due - 1)) === date_of(new Date(due)) && hours < 24
  return { urgency: urgency_of(limit, due, at, days), due_on, days, hours, by_hours }
}

function urgency_of(limit: Limit, due: number, at: number, days: number): Urgency {
  if (limit.stopped_at) return at < due ? 'kept' : 'missed'
  if (limit.rests) return 'rests'
  if (at >= due) return 'late'
  if (days === 0) return 'today'
  return days <= soon_days ? 'soon' : 'ahead'
}

// A stretch of the bar, in hundredths of its length.
export interface Stretch {
  from: number
  length: number
  counts: boolean
}

// The bar runs from the start to the due date, or to now where that is later. `now` is where the mark stands.
export function bar_of(limit: Limit, now: number): { stretches: Stretch[], now: number, due: number } | undefined {
  if (!limit.started_at) return undefined
  const start = Date.parse(limit.started_at)
  const due = Date.parse(limit.due_at)
  const at = limit.stopped_at ? Date.parse(limit.stopped_at) : now
  const end = Math.max(due, at)
  if (end <= start) return undefined
  const place = (instant: number) => Math.min(100, Math.max(0, (instant - start) / (end - start) * 100))
  const stretches = (limit.days ?? []).filter((run) => !run.counts).map((run) => {
    const from = place(Date.parse(`${run.from}T00:00:00+08:00`))
    const to = place(Date.parse(`${run.to}T00:00:00+08:00`) + 24 * hour_ms)
    return { from, length: to - from, counts: false }
  })
  return { stretches, now: place(at), due: place(due) }
}
