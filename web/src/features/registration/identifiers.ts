// Which of the identifiers that were typed are whole, so that earlier matters can be looked for while one types: each
// look is recorded, so it is done once for each and never for half a number. Pure.
import type { EarlierSearch } from '@/api/types'

type Typed = Record<keyof EarlierSearch, string>

const digits = (text: string) => text.normalize('NFKC').replace(/[\s-]/g, '')

export function whole_identifiers(typed: Typed): EarlierSearch {
  const found: EarlierSearch = {}
  const phone = digits(typed.phone)
  if (/^1\d{10}$/.test(phone) || /^0\d{9,11}$/.test(phone)) found.phone = phone
  const identity_number = digits(typed.identity_number).toUpperCase()
  if (/^\d{17}[\dX]$/.test(identity_number)) found.identity_number = identity_number
  const credit_code = digits(typed.credit_code).toUpperCase()
  if (/^[0-9A-Z]{18}$/.test(credit_code)) found.credit_code = credit_code
  const card_number = digits(typed.card_number)
  if (/^\d{15,19}$/.test(card_number)) found.card_number = card_number
  if (/^[^@\s]+@[^@\s]+\.[^@\s]{2,}$/.test(typed.email.trim())) found.email = typed.email.trim()
  return found
}
