// What somebody changed of a classification: only that is sent, for what is told is replaced. Pure.
import type { Complaint } from '@/api/types'
import type { Correction } from './useQuality'

export const members = ['business', 'cause', 'product', 'business_channel', 'intake_channel', 'source'] as const
export type Classes = Record<typeof members[number], string> & { customer_groups: string[], amount: string }

export function classes_of(of: Complaint): Classes {
  const [business, cause, product, business_channel, intake_channel, source] = members.map((name) => of[name] ?? '')
  return {
    business: business ?? '', cause: cause ?? '', product: product ?? '', business_channel: business_channel ?? '', intake_channel: intake_channel ?? '', source: source ?? '',
    customer_groups: [...of.customer_groups], amount: of.amount_fen == null ? '' : String(of.amount_fen / 100),
  }
}

export function changed(before: Classes, now: Classes): Omit<Correction, 'reason'> {
  const out: Omit<Correction, 'reason'> = {}
  for (const name of members) if (now[name] && now[name] !== before[name]) out[name] = now[name]
  if (now.customer_groups.join() !== before.customer_groups.join()) out.customer_groups = now.customer_groups
  const yuan = Number(now.amount.replace(/[,\s]/g, ''))
  if (now.amount !== before.amount && now.amount.trim() && !Number.isNaN(yuan)) out.amount_fen = Math.round(yuan * 100)
  return out
}
