// What moves a limit, and only what the rules know.
import { open_states } from '../filters'
import { action, choice, clock, date, is, lines, list, moment, notice, number, optional } from './make'
import { day_from_today, now_of } from './body'

const group = 'limits' as const

export const limit_actions = [
  action('/api/complaints/{id}/extension', {
    key: 'extend', permission: 'complaint.extend', states: open_states, group,
    fields: [clock('span'), number('to_total'), lines('reason'), ...notice('notice')],
  }),
  action('/api/complaints/{id}/exclusion', {
    key: 'exclude', permission: 'complaint.exclude', states: open_states, group,
    fields: [
      clock('span'), choice('kind', ['appraisal', 'mediation'], { words: list('exclusion') }),
      date('from', { first: () => day_from_today(0) }), date('until', optional), lines('reason'), ...notice('notice', () => true),
    ],
  }),
  action('/api/complaints/{id}/exclusion-end', {
    key: 'end_exclusion', permission: 'complaint.exclude', states: open_states, group,
    fits: (it) => it.rests,
    fields: [clock('span'), date('until', { first: () => day_from_today(0) }), lines('reason', optional)],
  }),
  action('/api/complaints/{id}/restart', {
    key: 'restart', permission: 'complaint.restart', states: open_states, group,
    fields: [clock('span'), moment('at', { ...optional, first: now_of }), lines('facts')],
  }),
  action('/api/complaints/{id}/date', {
    key: 'set_date', permission: 'complaint.set_date', states: open_states, group,
    fields: [clock('span'), choice('with', ['complainant', 'regulator']), date('on'), lines('reason'), ...notice('notice', is('with', 'complainant'))],
  }),
] as const
