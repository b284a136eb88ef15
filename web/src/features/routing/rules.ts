// The rules of assignment while they are being changed: the first that fits counts, so their order is what they say. Pure.
import type { RoutingLine } from '@/api/types'

export const condition_names = ['source', 'intake_channel', 'business_channel', 'business', 'cause'] as const
export type ConditionName = typeof condition_names[number]
export const tiers = ['ordinary', 'complex', 'major'] as const
export const destinations = ['unit', 'outlet', 'sub_branch', 'branch'] as const

// What is not told is left out, so that equal rules look alike.
export function plain(line: RoutingLine): RoutingLine {
  const told = Object.entries(line).filter(([, value]) => value !== null && value !== undefined && value !== '')
  return Object.fromEntries(told.sort(([a], [b]) => a.localeCompare(b))) as unknown as RoutingLine
}
const key_of = (line: RoutingLine) => JSON.stringify(plain(line))

export function moved<T>(all: readonly T[], at: number, step: number): T[] {
  const to = at + step
  const one = all[at]
  if (one === undefined || to < 0 || to >= all.length) return [...all]
  const others = all.filter((_, index) => index !== at)
  return [...others.slice(0, to), one, ...others.slice(to)]
}

export const without = <T>(all: readonly T[], at: number): T[] => all.filter((_, index) => index !== at)

// At its place, or at the end.
export const placed = <T>(all: readonly T[], at: number | undefined, one: T): T[] => (at === undefined ? [...all, one] : all.map((old, index) => (index === at ? one : old)))

export interface Changes {
  added: number
  removed: number
  // What stays comes in another order.
  reordered: boolean
}

export function changes_of(before: readonly RoutingLine[], after: readonly RoutingLine[]): Changes {
  const [old, now] = [before.map(key_of), after.map(key_of)]
  const stayed = (all: readonly string[], others: readonly string[]) => all.filter((one) => others.includes(one))
  return {
    added: now.filter((one) => !old.includes(one)).length,
    removed: old.filter((one) => !now.includes(one)).length,
    reordered: stayed(old, now).join() !== stayed(now, old).join(),
  }
}

export const is_changed = ({ added, removed, reordered }: Changes) => added > 0 || removed > 0 || reordered

// The place a refusal speaks of: `rules.3` or `rules.3.unit_id` is the fourth.
export function place_of(field: string | undefined): number | undefined {
  const at = /^rules\.(\d+)/.exec(field ?? '')?.[1]
  return at === undefined ? undefined : Number(at) + 1
}
