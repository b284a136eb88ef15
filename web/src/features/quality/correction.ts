// What somebody changed of a classification: only that is sent, for what is told is replaced. Pure.
import type { Complaint } from '@/api/types'
import { fen_in, yuan_of } from '@/ui/money'
import type { Correction } from './useQuality'

export const members = ['business', 'cause', 'product', 'business_channel', 'intake_channel', 'source'] as const
export type Classes = Record<typeof members[number], string> & { customer_groups: string[], amount: string }

export function classes_of(of: Complaint): Classes {
  const [business, cause, product, business_channel, intake_channel, source] = members.map((name) => of[name] ?? '')
  return {
    business: business ?? '', cause: cause ?? '', product: product ?? '', business_channel: business_channel ?? '', intake_channel: intake_channel ?? '', source: source ?? '',
    customer_groups: [...of.customer_groups], amount: yuan_of(of.amount_fen),
  }
}

export function changed(before: Classes, now: Classes): Omit<Correction, 'reason'> {
  const out: Omit<Correction, 'reason'> = {}
  for (const name of members) if (now[name] && now[name] !== before[name]) out[name] = now[name]
  if (now.customer_groups.join() !== before.customer_groups.join()) out.customer_groups = now.customer_groups
  const amount_fen = fen_in(now.amount)
  if (amount_fen !== undefined && amount_fen !== fen_in(before.amount)) out.amount_fen = amount_fen
  return out
}
