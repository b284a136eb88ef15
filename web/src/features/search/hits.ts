// What was found, as it is shown: the words marked in the excerpt, and the page of the thing. Pure.
import type { RouteLocationRaw } from 'vue-router'
import type { Hit } from '@/api/types'

export interface Part { text: string, is_marked: boolean }

// Marks are told in units of UTF-16, in order and apart from each other, as JavaScript counts.
export function parts_of({ excerpt, marks }: Pick<Hit, 'excerpt' | 'marks'>): Part[] {
  const parts: Part[] = []
  let at = 0
  for (const { from, until } of marks) {
    parts.push({ text: excerpt.slice(at, from), is_marked: false }, { text: excerpt.slice(from, until), is_marked: true })
    at = until
  }
  parts.push({ text: excerpt.slice(at), is_marked: false })
  return parts.filter((part) => part.text)
}

const pages = {
  complaint: 'complaints.page', referral: 'referrals.page', unit: 'organisation.unit', person: 'organisation.person',
} as const satisfies Record<Hit['kind'], string>

export const page_of = ({ kind, id }: Pick<Hit, 'kind' | 'id'>): RouteLocationRaw => ({ name: pages[kind], params: { id } })

const permissions = { complaint: 'complaint.read', referral: 'referral.read', unit: undefined, person: undefined } as const

// The kinds that somebody may find any of.
export function kinds_for(may: (permission: string | undefined) => boolean): Hit['kind'][] {
  return (Object.keys(permissions) as Hit['kind'][]).filter((kind) => may(permissions[kind]))
}
