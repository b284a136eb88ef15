// What is done with a row that belongs to a case: a task, an offer, a promise, a reminder, evidence, a file.
import type { Attachment, Fulfilment, Offer, Preservation, Reminder, Task } from '@/api/types'
import { open_states, states } from '../filters'
import { action, at_work, choice, date, file, is, lines, list, optional, unit } from './make'
import { day_from_today } from './body'

const group = 'row' as const
const today = { first: () => day_from_today(0) } as const
const owed_after = ['withdrawn', 'redirected', 'refused', 'joined'] as const

export const row_actions = {
  answer_task: action<'/api/tasks/{id}/answer', Task>('/api/tasks/{id}/answer', {
    key: 'answer_task', part: 'tasks', permission: 'complaint.handle', states: at_work, group, fields: [lines('answer')],
    fits_row: (row, it) => row.state === 'open' && row.handling_unit_id === it.unit_id && (!row.handler_id || row.handler_id === it.person_id),
  }),
  hand_back_task: action<'/api/tasks/{id}/hand-back', Task>('/api/tasks/{id}/hand-back', {
    key: 'hand_back_task', part: 'tasks', permission: 'complaint.handle', states: at_work, group, is_grave: true,
    fits_row: (row, it) => row.state === 'open' && row.handling_unit_id === it.unit_id && (!row.handler_id || row.handler_id === it.person_id),
    fields: [choice('ground', ['not_competent', 'not_concerned', 'facts_missing'], { words: list('hand_back') }), lines('reason'), unit('proposed_unit_id', optional)],
  }),
  settle_offer: action<'/api/offers/{id}/outcome', Offer>('/api/offers/{id}/outcome', {
    key: 'settle_offer', part: 'offers', permission: 'complaint.handle', states: ['assigned', 'handling', 'proposed'], group,
    fits_row: (row) => row.state === 'open',
    fields: [choice('outcome', ['accepted', 'declined', 'expired'], { words: list('settling') }), lines('said', optional)],
  }),
  fulfil: action<'/api/fulfilments/{id}/outcome', Fulfilment>('/api/fulfilments/{id}/outcome', {
    key: 'fulfil', part: 'fulfilments', permission: 'complaint.handle', states: [...at_work, ...owed_after], group,
    fits_row: (row) => row.state === 'open',
    fields: [
      choice('outcome', ['done', 'dropped'], { words: list('fulfilment') }),
      date('on', { ...optional, ...today, shown: is('outcome', 'done') }),
      lines('proof', { shown: is('outcome', 'done') }), lines('note', { ...optional, needed: is('outcome', 'dropped') }),
    ],
  }),
  acknowledge: action<'/api/chases/{id}/acknowledgement', Reminder>('/api/chases/{id}/acknowledgement', {
    key: 'acknowledge', part: 'supervision', permission: 'complaint.handle', states: at_work, group,
    fits_row: (row, it) => row.kind === 'chase' && row.state === 'open' && row.handling_unit_id === it.unit_id,
    fields: [lines('answer', optional)],
  }),
  reply: action<'/api/supervisions/{id}/reply', Reminder>('/api/supervisions/{id}/reply', {
    key: 'reply', part: 'supervision', permission: 'complaint.handle', states: at_work, group,
    fits_row: (row, it) => row.kind === 'order' && row.state === 'open' && row.handling_unit_id === it.unit_id,
    fields: [lines('answer')],
  }),
  settle_preservation: action<'/api/preservation/{id}/outcome', Preservation>('/api/preservation/{id}/outcome', {
    key: 'settle_preservation', part: 'preservation', permission: 'complaint.preserve', states, group,
    fits_row: (row) => row.state === 'requested',
    fields: [
      choice('outcome', ['preserved', 'lost'], { words: list('preservation') }),
      file('attachment_id', { shown: is('outcome', 'preserved') }), lines('note', { ...optional, needed: is('outcome', 'lost') }),
    ],
  }),
  void_attachment: action<'/api/attachments/{id}/voiding', Attachment>('/api/attachments/{id}/voiding', {
    key: 'void_attachment', part: 'attachments', permission: 'complaint.void_attachment', states: open_states, group, is_grave: true,
    fits_row: (row) => !row.voided_at,
    fields: [lines('reason')],
  }),
} as const
