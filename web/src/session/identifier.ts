// Identifiers of people as they are typed: one that stands alone, and one among other words. Pure.
import type { ComplaintSearch } from '@/api/types'

export function identifier_in(typed: string): ComplaintSearch | undefined {
  const term = plain(typed)
  if (/^[\w.!#$%&'*+/=?^`{|}~-]+@[\w-]+(\.[\w-]+)+$/.test(typed.trim())) return { email: typed.trim() }
  if (/^1\d{10}$/.test(term)) return { phone: term }
  if (/^20\d{14}$/.test(term)) return { number: term }
  if (/^\d{17}[\dXx]$/.test(term) && is_birthday(term.slice(6, 14))) return { identity_number: term.toUpperCase() }
  if (/^0\d{9,11}$/.test(term)) return { phone: term }
  if (/^\d{12,19}$/.test(term) && !is_piece_of_number(term)) return { card_number: term }
  if (credit_code.test(term)) return { credit_code: term.toUpperCase() }
  return undefined
}

// The identifier of a person that stands in what was typed, alone or beside words. A complaint's number is none.
export function person_in(typed: string): ComplaintSearch | undefined {
  const pieces = [typed, ...typed.trim().split(/\s+/), ...typed.match(/[\d０-９](?:[\s-]?[\d０-９])+[Xx]?|[\w.+-]+@[\w.-]+\w/g) ?? []]
  return pieces.map(identifier_in).find((one) => one && !one.number)
}

// GB 32100: two signs of who registered it, six digits of where, ten signs of what.
const credit_code = /^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/i

function plain(typed: string): string {
  return typed.replace(/[\s-]/g, '')
    .replace(/[\uff01-\uff5e]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(/^(?:\+|00)?86(?=1\d{10}$)/, '')
}

// Complaints are numbered by their day.
function is_piece_of_number(digits: string): boolean {
  return digits.length < 16 && /^20\d\d(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])/.test(digits)
}

function is_birthday(digits: string): boolean {
  return /^(19|20)\d\d(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])$/.test(digits)
}
