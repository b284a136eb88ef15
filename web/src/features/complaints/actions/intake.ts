// What is done when a case has come in, and how it gets to whoever handles it.
import { yuan_of } from '@/ui/money'
import { open_states } from '../filters'
import { action, choice, choices, code, codes, date, is, line, lines, list, moment, money, of_tier, of_urgency, optional, other_case, person, undecided, unit, yes } from './make'
import { now_of } from './body'

export const materials = ['complainant_identity', 'organisation_identity', 'agent_authorisation', 'agent_identity',
  'inheritance', 'respondent', 'claim_and_facts', 'signed_statement'] as const

export const intake_actions = [
  action('/api/complaints/{id}/acceptance', {
    key: 'accept', permission: 'complaint.triage', states: ['registered'], group: 'lead',
    fields: [
      choice('tier', ['ordinary', 'complex', 'major'], { words: of_tier, first: (it) => it.complaint.tier ?? 'ordinary' }),
      choice('urgency', ['i', 'ii', 'iii'], { words: of_urgency, first: (it) => it.complaint.urgency ?? 'iii' }),
      lines('note', optional),
    ],
  }),
  action('/api/complaints/{id}/assignment', {
    key: 'assign', permission: 'complaint.assign', states: ['accepted', 'assigned', 'handling'], group: 'lead', leads_in: ['accepted'],
    fields: [unit('unit_id', { ...optional, hint: 'by_rule' }), person('handler_id', { ...optional, of_unit: 'unit_id' }), lines('reason', optional)],
  }),
  action('/api/complaints/{id}/takeover', {
    key: 'take_over', permission: 'complaint.handle', states: ['assigned'], group: 'lead',
    fits: (it) => it.complaint.handling_unit_id === it.unit_id && (!it.complaint.handler_id || it.complaint.handler_id === it.person_id),
    fields: [lines('note', optional)],
  }),
  action('/api/complaints/{id}/supplement-request', {
    key: 'request_supplement', permission: 'complaint.contact', states: undecided,
    fields: [choices('materials', materials), lines('question'), yes('bank_lacks'), date('until_on', optional), lines('again_reason', optional)],
  }),
  action('/api/complaints/{id}/supplement', {
    key: 'supplement', permission: 'complaint.contact', states: open_states,
    fields: [
      choices('materials', materials), yes('is_complete'),
      moment('received_at', { ...optional, first: now_of }), lines('note', optional),
    ],
  }),
  action('/api/complaints/{id}/redirection', {
    key: 'redirect', permission: 'complaint.triage', states: ['registered', 'accepted'], group: 'order', is_grave: true,
    fields: [choice('to', ['consultation', 'suggestion', 'praise', 'tip_off', 'petition', 'other']), lines('reason')],
  }),
  action('/api/complaints/{id}/refusal', {
    key: 'refuse', permission: 'complaint.triage', states: ['registered', 'accepted'], group: 'order', is_grave: true,
    fields: [choice('ground', ['not_the_complainant', 'no_authorisation'], { words: list('refusal') }), lines('reason'), moment('told_at', { first: now_of })],
  }),
  action('/api/complaints/{id}/raising', {
    key: 'raise', permission: 'complaint.assign', states: ['accepted', 'assigned', 'handling'], group: 'order',
    fields: [
      choice('ground', ['repeated', 'many_concerned', 'major', 'other'], { words: list('raising') }),
      other_case('earlier_id', { shown: is('ground', 'repeated') }),
      unit('unit_id'), person('leader_id'), person('handler_id', { ...optional, of_unit: 'unit_id' }), lines('reason'),
    ],
  }),
  action('/api/complaints/{id}/classification', {
    key: 'classify', permission: 'complaint.classify', states: open_states, group: 'order',
    fields: [
      code('source', 'source', { ...optional, first: (it) => it.complaint.source ?? '' }),
      code('intake_channel', 'intake_channel', { first: (it) => it.complaint.intake_channel }),
      code('business_channel', 'business_channel', { ...optional, first: (it) => it.complaint.business_channel ?? '' }),
      code('business', 'business', { ...optional, first: (it) => it.complaint.business ?? '' }),
      code('cause', 'cause', { ...optional, first: (it) => it.complaint.cause ?? '' }),
      code('product', 'product', { ...optional, first: (it) => it.complaint.product ?? '' }),
      code('region', 'region', { ...optional, first: (it) => it.complaint.region ?? '' }),
      codes('rights', 'right', { ...optional, first: (it) => it.complaint.rights }),
      codes('claim_kinds', 'claim_kind', { ...optional, first: (it) => it.complaint.claim_kinds }),
      codes('customer_groups', 'customer_group', { ...optional, first: (it) => it.complaint.customer_groups }),
      money('amount_fen', { ...optional, first: (it) => yuan_of(it.complaint.amount_fen) }),
      lines('reason'),
    ],
  }),
  action('/api/complaints/{id}/accused', {
    key: 'name_accused', permission: 'complaint.triage', states: open_states, group: 'order',
    fields: [person('accused_id'), lines('reason')],
  }),
  action('/api/complaints/{id}/joining', {
    key: 'join', permission: 'complaint.triage', states: undecided, group: 'order', is_grave: true,
    fields: [other_case('into_id'), lines('reason')],
  }),
  action('/api/complaints/{id}/splitting', {
    key: 'split', permission: 'complaint.triage', states: ['joined'], group: 'lead',
    fields: [lines('reason')],
  }),
  action('/api/complaints/{id}/withdrawal', {
    key: 'withdraw', permission: 'complaint.withdraw', states: open_states, group: 'order', is_grave: true,
    fields: [choice('proof', ['signed_paper', 'recorded_call', 'written_message'], { words: list('withdrawal_proof') }), lines('reason', optional)],
  }),
  action('/api/complaints/{id}/preservation', {
    key: 'preserve', permission: 'complaint.preserve', states: open_states,
    fields: [
      choice('kind', ['cctv', 'sales_recording', 'call_recording', 'transaction_log', 'voucher', 'other'], { words: list('evidence') }),
      lines('what'), line('place', optional), line('keeper'), date('recorded_on'), date('kept_until', optional),
    ],
  }),
] as const
