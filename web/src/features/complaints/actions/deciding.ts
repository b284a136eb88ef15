// From the proposal to the archive.
import { defineAsyncComponent } from 'vue'
import { action, choice, code, date, is, line, lines, list, money, number, of_outcome, optional, person, score, unit } from './make'
import { day_from_today } from './body'
import type { Case } from './types'

const told_scores = { shown: is('reached', 'yes') } as const
const learning = ['decided', 'answered', 'closed'] as const
const findings = ['responsible', 'partly', 'not_responsible', 'undetermined'] as const
const of_bank = is('finding', 'responsible', 'partly')
const group = 'after' as const
// What the file of a decided case must hold before it is archived.
const is_decided = (it: Case) => it.complaint.state === 'closed' && !!it.complaint.decided_at
const is_the_banks = (it: Case) => it.finding?.finding === 'responsible' || it.finding?.finding === 'partly'

export const deciding_actions = [
  action('/api/complaints/{id}/proposal', {
    key: 'propose', permission: 'complaint.handle', states: ['handling'], group: 'lead',
    editor: defineAsyncComponent(() => import('./DecisionEditor.vue')),
    fields: [
      choice('outcome', ['supported', 'partly_supported', 'not_supported', 'settled'], { words: of_outcome }), money('amount_fen', optional),
      lines('findings'), lines('decision'), lines('grounds'), lines('remedies'),
    ],
  }),
  action('/api/complaints/{id}/answer', {
    key: 'answer', permission: 'complaint.handle', states: ['decided', 'answered'], group: 'lead', leads_in: ['decided'],
    fields: [
      choice('means', ['telephone', 'letter', 'handed_over', 'settlement_agreement', 'sms', 'email'], { words: list('answer_means') }),
      date('given_on', { first: () => day_from_today(0) }),
      choice('reached', ['told', 'unreachable'], { words: list('delivery'), first: () => 'told' }),
      line('proof'), lines('note', optional),
    ],
  }),
  action('/api/complaints/{id}/closure', {
    key: 'close', permission: 'complaint.close', states: ['answered'], group: 'lead',
    fits: (it) => it.complaint.handler_id !== it.person_id,
    fields: [lines('result', optional)],
  }),
  action('/api/complaints/{id}/closure', {
    key: 'settle_on_the_spot', permission: 'complaint.close', states: ['registered', 'accepted'], group: 'order',
    fields: [lines('result')],
  }),
  action('/api/complaints/{id}/sample-check', {
    key: 'check_sample', permission: 'complaint.check_sample', states: ['closed'], group: 'lead',
    fits: (it) => it.complaint.sample_check === 'due',
    fields: [choice('result', ['passed', 'failed'], { words: list('sample') }), lines('note', { ...optional, needed: is('result', 'failed') })],
  }),
  action('/api/complaints/{id}/responsibility', {
    key: 'find_responsibility', permission: 'complaint.review', states: learning, group,
    fits: (it) => it.finding === null, leads_when: is_decided,
    fields: [
      choice('finding', findings), unit('unit_id', { label: 'responsible_unit', shown: of_bank }),
      person('person_id', { ...optional, of_unit: 'unit_id', shown: of_bank }), lines('grounds'), date('objection_until', optional),
    ],
  }),
  action('/api/complaints/{id}/objection', {
    key: 'object', permission: 'complaint.object', states: learning, group,
    fits: (it) => it.finding?.state === 'standing' && it.finding.unit_id === it.unit_id,
    fields: [lines('grounds')],
  }),
  action('/api/complaints/{id}/responsibility-review', {
    key: 'review_finding', permission: 'complaint.review', states: learning, group,
    fits: (it) => it.finding?.state === 'objected' && it.finding.found_by_id !== it.person_id,
    fields: [choice('finding', findings), lines('grounds')],
  }),
  action('/api/complaints/{id}/root-cause', {
    key: 'name_cause', permission: 'complaint.review', states: learning, group,
    leads_when: (it) => is_decided(it) && is_the_banks(it) && it.has_cause === false,
    fields: [line('cause'), unit('unit_id', optional), lines('analysis'), lines('measures', optional)],
  }),
  action('/api/complaints/{id}/callback', {
    key: 'call_back', permission: 'complaint.call_back', states: ['answered', 'closed'], group,
    fits: (it) => it.complaint.handler_id !== it.person_id,
    fields: [
      choice('means', ['telephone', 'visit', 'sms', 'app', 'paper'], { words: list('callback_means') }),
      choice('reached', ['yes', 'no_answer', 'declined'], { words: list('callback_reached') }),
      score('result_score', told_scores), score('process_score', { ...optional, ...told_scores }),
      score('attitude_score', { ...optional, ...told_scores }), lines('note', optional),
    ],
  }),
  action('/api/complaints/{id}/rating', {
    key: 'rate', permission: 'complaint.call_back', states: ['answered', 'closed'], group,
    fits: (it) => it.complaint.handler_id !== it.person_id,
    fields: [
      choice('means', ['telephone', 'visit', 'sms', 'app', 'paper'], { words: list('callback_means') }),
      score('result_score'), score('process_score'), score('attitude_score'), lines('note', optional),
    ],
  }),
  action('/api/complaints/{id}/archive', {
    key: 'archive', permission: 'complaint.archive', states: ['closed', 'withdrawn', 'refused'], group: 'lead',
    fits: (it) => !it.complaint.archived_on,
    leads_when: (it) => it.complaint.sample_check !== 'due' && (!is_decided(it) || (!!it.finding && (!is_the_banks(it) || it.has_cause === true))),
    fields: [number('retention_years', { ...optional, first: () => '5' }), line('fonds', optional), line('location', optional)],
  }),
] as const

export const check_actions = [
  action('/api/complaints/{id}/classification-check', {
    key: 'check_classes', permission: 'complaint.check_sample', states: ['closed'], group,
    fields: [
      choice('result', ['confirmed', 'corrected'], { words: list('class_check') }),
      code('correction.business', 'business', { ...optional, shown: is('result', 'corrected'), first: (it) => it.complaint.business ?? '' }),
      code('correction.cause', 'cause', { ...optional, shown: is('result', 'corrected'), first: (it) => it.complaint.cause ?? '' }),
      lines('correction.reason', { shown: is('result', 'corrected') }),
    ],
  }),
] as const
