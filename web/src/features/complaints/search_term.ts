// What somebody typed into the search field, as one of the identifiers the server finds by. Pure.
import type { ComplaintSearch } from '@/api/types'

export function identifier_in(typed: string): ComplaintSearch | undefined {
  const term = typed.replace(/[\s-]/g, '').replace(/[\uff10-\uff19]/g, (digit) => String(digit.charCodeAt(0) - 0xff10))
  if (term.includes('@')) return { email: term }
  if (/^1\d{10}$/.test(term)) return { phone: term }
  if (/^20\d{14}$/.test(term)) return { number: term }
  if (/^\d{17}[\dXx]$/.test(term) && is_birthday(term.slice(6, 14))) return { identity_number: term.toUpperCase() }
  if (/^\d{12,19}$/.test(term)) return { card_number: term }
  if (/^0\d{9,11}$/.test(term)) return { phone: term }
  if (/^[0-9A-Z]{18}$/i.test(term)) return { credit_code: term.toUpperCase() }
  return undefined
}

function is_birthday(digits: string): boolean {
  return /^(19|20)\d\d(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])$/.test(digits)
}
