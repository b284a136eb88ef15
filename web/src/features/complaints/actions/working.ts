// What is done while a case is handled: contacts, tasks, offers, what was promised, reminders.
import { yuan_of } from '@/ui/money'
import { open_states } from '../filters'
import { action, at_work, choice, date, is, line, lines, list, moment, money, optional, person, task, undecided, unit } from './make'
import { day_from_today, now_of } from './body'
import type { Case, Values } from './types'

export const promises = ['refund', 'waiver', 'compensation', 'release', 'correction', 'stop_collection', 'certificate', 'apology', 'promise', 'other'] as const
export const kinds_of_money = ['refund', 'waiver', 'compensation'] as const
export const of_money = is('kind', ...kinds_of_money)
// Whoever is spoken to before a proposal is made hears when we speak again.
const speaks_again = (values: Values, it: Case) => values.outcome === 'reached' && undecided.includes(it.complaint.state)
const owes = (it: Case) => (it.owed_fen ?? 0) > 0
const in_hand = ['accepted', 'assigned', 'handling'] as const

export const working_actions = [
  action('/api/complaints/{id}/contacts', {
    key: 'contact', permission: 'complaint.contact', states: open_states,
    fields: [
      choice('direction', ['outgoing', 'incoming'], { first: () => 'outgoing' }),
      choice('means', ['phone', 'sms', 'email', 'letter', 'online', 'visit', 'interview'], { words: list('contact_means'), first: () => 'phone' }),
      choice('outcome', ['reached', 'missed', 'sent'], { first: () => 'reached' }),
      moment('begun_at', { ...optional, first: now_of }),
      moment('ended_at', optional),
      choice('identity_check', ['name_and_document', 'known_number', 'in_person'], { ...optional, shown: is('outcome', 'reached') }),
      line('recording', optional),
      lines('said', { ...optional, needed: is('outcome', 'reached') }),
      date('next_contact_on', { ...optional, needed: speaks_again }),
    ],
  }),
  action('/api/complaints/{id}/tasks', {
    key: 'dispatch', permission: 'complaint.handle', states: in_hand,
    fields: [unit('unit_id'), person('handler_id', { ...optional, of_unit: 'unit_id' }), lines('question'), date('due_on', { first: () => day_from_today(3) })],
  }),
  action('/api/complaints/{id}/offers', {
    key: 'offer', permission: 'complaint.handle', states: ['handling'],
    fields: [money('amount_fen'), money('demand_fen', optional), lines('terms'), date('until_on', optional)],
  }),
  action('/api/complaints/{id}/fulfilments', {
    key: 'promise', permission: 'complaint.handle', states: at_work, leads_when: (it) => it.complaint.state === 'answered' && owes(it),
    fields: [
      choice('kind', promises, { words: list('promise') }), lines('content'),
      money('amount_fen', { shown: of_money, first: (it) => (owes(it) ? yuan_of(it.owed_fen ?? 0) : '') }), date('due_on', { first: () => day_from_today(3) }), unit('unit_id', optional),
    ],
  }),
  action('/api/complaints/{id}/chase', {
    key: 'chase', permission: 'complaint.handle', states: at_work, group: 'order',
    fits: (it) => !!it.complaint.handling_unit_id,
    fields: [task('task_id', optional), date('due_on', { ...optional, first: () => day_from_today(0) }), lines('note', optional)],
  }),
  action('/api/complaints/{id}/supervision', {
    key: 'supervise', permission: 'complaint.supervise', states: at_work, group: 'order',
    fits: (it) => !!it.complaint.handling_unit_id,
    fields: [task('task_id', optional), date('due_on', { first: () => day_from_today(1) }), lines('demand'), line('letter_no', optional)],
  }),
] as const
