// All that can be done on a case, in the order in which it is offered.
import { may } from '@/session/session'
import { check_actions, deciding_actions } from './deciding'
import { intake_actions } from './intake'
import { limit_actions } from './limits'
import { row_actions } from './rows'
import { working_actions } from './working'
import type { Action, Case, Group, Target } from './types'

const daily = ['contact', 'dispatch', 'offer', 'promise']
const by_use = (one: Action) => (daily.includes(one.key) ? daily.indexOf(one.key) : daily.length)

export const case_actions: readonly Action[] = [...intake_actions, ...working_actions, ...deciding_actions, ...limit_actions, ...check_actions]
  .sort((a, b) => by_use(a) - by_use(b))
export const all_actions = [...case_actions, ...Object.values(row_actions) as unknown as Action[]]
export const groups: readonly Exclude<Group, 'row'>[] = ['lead', 'work', 'limits', 'after', 'order']

const open_to = (one: Pick<Action, 'permission' | 'states'>, it: Case) =>
  may(one.permission) && one.states.includes(it.complaint.state)

export const possible = (it: Case): Action[] => case_actions.filter((one) => open_to(one, it) && (one.fits?.(it) ?? true))

// Which of the possible leads on from here.
export const leads = (one: Action, it: Case): boolean =>
  one.leads_when?.(it) ?? (one.group === 'lead' && (one.leads_in?.includes(it.complaint.state) ?? true))

export const possible_on = <Row extends Target>(actions: readonly Action<Row>[], row: Row, it: Case): Action<Row>[] =>
  actions.filter((one) => open_to(one, it) && (one.fits_row?.(row, it) ?? true))
