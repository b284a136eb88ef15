// A year as a wall calendar has it: months, weeks from Monday, and the spells of days off that its notice gives. Pure.
import { days_between } from '@/i18n/time'
import type { NamedDay } from '@/api/types'

export interface Day {
  on: string
  number: number
  kind: NamedDay['kind']
  name: string
}

export interface Month {
  month: number
  // Seven places each, Monday first; empty before the first and after the last day.
  weeks: (Day | undefined)[][]
}

const pad = (number: number) => String(number).padStart(2, '0')
const weekday_of = (on: string) => (new Date(`${on}T00:00:00Z`).getUTCDay() + 6) % 7

function days_of(year: number, month: number, named: ReadonlyMap<string, NamedDay>): Day[] {
  const count = new Date(Date.UTC(year, month, 0)).getUTCDate()
  return Array.from({ length: count }, (_, index) => {
    const on = `${year}-${pad(month)}-${pad(index + 1)}`
    const known = named.get(on)
    return { on, number: index + 1, kind: known?.kind ?? (weekday_of(on) > 4 ? 'weekend' : 'working'), name: known?.name ?? '' }
  })
}

export function months_of(year: number, named: readonly NamedDay[]): Month[] {
  const by_date = new Map(named.map((one) => [one.on, one]))
  return Array.from({ length: 12 }, (_, index) => {
    const days = days_of(year, index + 1, by_date)
    const places: (Day | undefined)[] = [...Array.from({ length: weekday_of(`${year}-${pad(index + 1)}-01`) }, () => undefined), ...days]
    while (places.length % 7) places.push(undefined)
    return { month: index + 1, weeks: Array.from({ length: places.length / 7 }, (_week, at) => places.slice(at * 7, at * 7 + 7)) }
  })
}

export function working_days_of(months: readonly Month[]): number {
  return months.flatMap((month) => month.weeks.flat()).filter((day) => day?.kind === 'working' || day?.kind === 'make_up').length
}

// Days off in a row, and the days that are worked for them. Without days off where only those lie in this year.
export interface Spell {
  name: string
  off: readonly string[]
  make_up: readonly string[]
}

const far = 60
const distance = (off: readonly string[], on: string) => Math.min(...off.map((one) => Math.abs(days_between(one, on))))

export function spells_of(named: readonly NamedDay[]): Spell[] {
  const spells: { name: string, off: string[], make_up: string[] }[] = []
  for (const day of named.filter((one) => one.kind === 'holiday')) {
    const last = spells.at(-1)
    if (last?.name === day.name && days_between(last.off.at(-1) ?? '', day.on) === 1) last.off.push(day.on)
    else spells.push({ name: day.name, off: [day.on], make_up: [] })
  }
  for (const day of named.filter((one) => one.kind === 'make_up')) {
    const near = spells.filter((one) => one.name === day.name && one.off.length && distance(one.off, day.on) <= far)
      .sort((a, b) => distance(a.off, day.on) - distance(b.off, day.on))[0]
    if (near) near.make_up.push(day.on)
    else spells.push({ name: day.name, off: [], make_up: [day.on] })
  }
  const first = (one: Spell) => one.off[0] ?? one.make_up[0] ?? ''
  return spells.sort((a, b) => first(a).localeCompare(first(b)))
}
