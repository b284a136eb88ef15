// The week as a chart and a sentence: how much is due on each day, and when most. Pure.
import type { DeskDay } from '@/api/types'

export const groups = ['complaints', 'referrals', 'asked', 'promises', 'evidence'] as const
export type Group = typeof groups[number]

export function count_in(day: DeskDay, group: Group): number {
  return group === 'asked' ? day.supervisions + day.tasks : day[group]
}

export function sum_of(day: DeskDay): number {
  return groups.reduce((sum, group) => sum + count_in(day, group), 0)
}

// The first of the days with most.
export function fullest(week: readonly DeskDay[]): DeskDay | undefined {
  const most = Math.max(0, ...week.map(sum_of))
  return most ? week.find((day) => sum_of(day) === most) : undefined
}
