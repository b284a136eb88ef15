// What a post may do, in the department's order: by module, each permission once. Pure.
import type { PostGrant } from '@/api/types'

export interface Rights {
  module: string
  grants: readonly PostGrant[]
}

// Modules in the order of a day; what is not named stands at the end.
const order = ['intake', 'complaint', 'clock', 'objection', 'case', 'referral', 'tip_off', 'import', 'people', 'organisation', 'sessions', 'sign_ins', 'break_glass', 'system']
const place = (module: string) => (order.includes(module) ? order.indexOf(module) : order.length)

export const module_of = (permission: string) => permission.split('.')[0] ?? ''

export function rights_of(grants: readonly PostGrant[]): Rights[] {
  const by_module = new Map<string, PostGrant[]>()
  for (const one of grants) by_module.set(module_of(one.permission), [...by_module.get(module_of(one.permission)) ?? [], one])
  return [...by_module].map(([module, all]) => ({ module, grants: all }))
    .sort((a, b) => place(a.module) - place(b.module) || a.module.localeCompare(b.module))
}
