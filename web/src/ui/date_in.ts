// Days and minutes as people write them: 2026-11-21, 20261121, 2026年11月21日, 11/21, 11.21 9:30. Pure.

const apart = /^(?:(\d{4})[-/.年])?(\d{1,2})[-/.月](\d{1,2})[日号]?$/
const joined = /^(\d{4})?(\d{2})(\d{2})$/
const minute_of = /^(.+?)(?:[T\s]+|([日号])\s*)(\d{1,2})[:点时](?:(\d{1,2})|(半))?分?$/
const two = (part: string) => part.padStart(2, '0')
// A blank parts as well as a stroke does.
const plain = (text: string) => text.normalize('NFKC').trim().replace(/\s*([-/.年月])\s*/g, '$1').replace(/\s+(?=[日号])/g, '').replace(/\s+/g, '-')

// `YYYY-MM-DD`; without a year it is that of `today`. Nothing where it is no date of the calendar.
export function date_in(text: string, today: string): string | undefined {
  const found = apart.exec(plain(text)) ?? joined.exec(plain(text))
  if (!found) return undefined
  const [, year = today.slice(0, 4), month = '', day = ''] = found
  const date = `${year}-${two(month)}-${two(day)}`
  const at = new Date(`${date}T00:00:00Z`)
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(date) ? date : undefined
}

// Whole, as it is kept and asked for: while one types it is not yet.
export const is_date = (text: string) => date_in(text, text) === text

// `YYYY-MM-DDTHH:MM` of a day and a time after it.
export function moment_in(text: string, today: string): string | undefined {
  const found = minute_of.exec(text.normalize('NFKC').trim())
  if (!found) return undefined
  const [, before = '', mark = '', hour = '', minute = '0', half] = found
  const date = date_in(before + mark, today)
  const time = half ? '30' : two(minute)
  return date && Number(hour) < 24 && Number(time) < 60 ? `${date}T${two(hour)}:${time}` : undefined
}
