// What an entry tells beyond its name: its own facts, and the text that stands in the row it made. Pure but for the words.
import type { Attachment, Contact, Fulfilment, Offer, Preservation, Reminder, Supplement, SupplementRequest, Task, CaseEntry } from '@/api/types'
import type { Voice } from '@/ui/voices'
import type { Words } from './useWordsOfCase'

export interface Detail { label: string, value: string }

// The rows that entries refer to by id.
export interface Rows {
  contacts: readonly Contact[]
  tasks: readonly Task[]
  offers: readonly Offer[]
  fulfilments: readonly Fulfilment[]
  requests: readonly SupplementRequest[]
  supplements: readonly Supplement[]
  reminders: readonly Reminder[]
  preservations: readonly Preservation[]
  files: readonly Attachment[]
  span: (span: string) => string
  person: (id: unknown) => string
}

type Facts = Record<string, unknown>
type Teller = (facts: Facts, w: Words, rows: Rows) => (readonly [string, unknown])[]
const by_id = <Row extends { id: number }>(rows: readonly Row[], id: unknown) => rows.find((row) => row.id === Number(id))

const task: Teller = (f, w, rows) => {
  const row = by_id(rows.tasks, f.task_id)
  return [['unit_id', w.unit(f.handling_unit_id)], ['due_on', w.date(f.due_on)], ['question', row?.question]]
}
const reminder: Teller = (f, w, rows) => {
  const row = by_id(rows.reminders, f.supervision_id)
  return [['unit_id', w.unit(f.handling_unit_id)], ['due_on', w.date(f.due_on)], ['letter_no', f.letter_no], ['demand', row?.demand]]
}
const score = (w: Words, value: unknown) => w.choice('score', value)
const approval: Teller = (f, w) => [['matter', w.text(`complaints.page.matter.${f.matter}`)]]
const clock: Teller = (f, w, rows) => [['span', rows.span(String(f.span ?? ''))], ['rung', w.text(`complaints.page.office.${f.rung}`)]]
const file: Teller = (f, w, rows) => [['kind', w.text(`complaints.page.file.kind.${f.kind}`)], ['file', by_id(rows.files, f.attachment_id)?.name]]
const limit: Teller = (f, w, rows) => {
  const steps = Array.isArray(f.clocks) ? f.clocks as { span: string }[] : []
  return [['span', w.list(steps.map((step) => rows.span(step.span)))]]
}

const tellers: Record<string, Teller> = {
  'complaint.registered': (f, w) => [['source', w.code('source', f.source)], ['intake_channel', w.code('intake_channel', f.intake_channel)]],
  'complaint.accepted': (f, w) => [['tier', w.text(`complaints.tier.${f.tier}`)], ['urgency', w.text(`complaints.urgency.${f.urgency}`)]],
  'complaint.assigned': (f, w, rows) => [['unit_id', w.unit(f.handling_unit_id)], ['handler_id', rows.person(f.handler_id)]],
  'complaint.raised': (f, w, rows) => [['ground', w.choice('raising', f.ground)], ['unit_id', w.unit(f.handling_unit_id)], ['leader_id', rows.person(f.leader_id)]],
  'complaint.redirected': (f, w) => [['to', w.choice('to', f.redirected_to)]],
  'complaint.refused': (f, w) => [['ground', w.choice('refusal', f.ground)], ['told_at', w.at(f.told_at)]],
  'complaint.withdrawn': (f, w) => [['proof', w.choice('withdrawal_proof', f.proof)]],
  'complaint.contacted': (f, w, rows) => [
    ['means', `${w.choice('contact_means', f.means)} · ${w.choice('outcome', f.outcome)}`],
    ['said', by_id(rows.contacts, f.contact_id)?.said],
    ['recording', f.recording], ['next_contact_on', w.date(f.next_contact_on)],
  ],
  'complaint.supplement_asked': (f, w, rows) => [
    ['materials', w.list((f.materials as string[] | undefined ?? []).map((one) => w.choice('materials', one)))],
    ['question', by_id(rows.requests, f.request_id)?.question], ['until_on', w.date(f.until_on)],
  ],
  'complaint.supplemented': (f, w, rows) => [
    ['materials', w.list((f.materials as string[] | undefined ?? []).map((one) => w.choice('materials', one)))],
    ['note', by_id(rows.supplements, f.supplement_id)?.note],
  ],
  'complaint.task_dispatched': task,
  'complaint.task_answered': (f, w, rows) => [['unit_id', w.unit(f.handling_unit_id)], ['answer', by_id(rows.tasks, f.task_id)?.answer]],
  'complaint.task_handed_back': (f, w, rows) => [['unit_id', w.unit(f.handling_unit_id)], ['ground', w.choice('hand_back', by_id(rows.tasks, f.task_id)?.ground)]],
  'complaint.chased': reminder,
  'complaint.supervision_ordered': reminder,
  'complaint.supervision_answered': (f, w, rows) => [['unit_id', w.unit(f.handling_unit_id)], ['answer', by_id(rows.reminders, f.supervision_id)?.answer]],
  'complaint.chase_acknowledged': (f, w) => [['unit_id', w.unit(f.handling_unit_id)]],
  'complaint.offered': (f, w, rows) => [['amount_fen', w.money(f.amount_fen)], ['demand_fen', w.money(f.demand_fen)], ['terms', by_id(rows.offers, f.offer_id)?.terms], ['until_on', w.date(f.until_on)]],
  'complaint.offer_settled': (f, w, rows) => [['outcome', w.choice('settling', f.outcome)], ['said', by_id(rows.offers, f.offer_id)?.said]],
  'complaint.proposed': (f, w) => [['outcome', w.text(`complaints.actions.editor.outcome.${f.outcome}`)], ['amount_fen', w.money(f.amount_fen)]],
  'complaint.decided': (f, w) => [['letter', f.letter_number], ['outcome', w.text(`complaints.actions.editor.outcome.${f.outcome}`)], ['amount_fen', w.money(f.amount_fen)]],
  'complaint.answered': (f, w) => [['means', w.choice('answer_means', f.means)], ['given_on', w.date(f.given_on)], ['proof', f.proof], ['reached', f.reached === 'told' ? '' : w.choice('delivery', f.reached)]],
  'complaint.promised': (f, w, rows) => [['kind', w.choice('promise', f.kind)], ['amount_fen', w.money(f.amount_fen)], ['content', by_id(rows.fulfilments, f.fulfilment_id)?.content], ['due_on', w.date(f.due_on)], ['unit_id', w.unit(f.unit_id)]],
  'complaint.fulfilled': (f, w, rows) => [['content', by_id(rows.fulfilments, f.fulfilment_id)?.content], ['outcome', w.choice('fulfilment', f.state)], ['proof', f.proof]],
  'complaint.called_back': (f, w) => [['reached', w.choice('callback_reached', f.reached)], ['result_score', score(w, f.result_score)], ['process_score', score(w, f.process_score)], ['attitude_score', score(w, f.attitude_score)]],
  'complaint.rated': (f, w) => [['result_score', score(w, f.result_score)], ['process_score', score(w, f.process_score)], ['attitude_score', score(w, f.attitude_score)]],
  'complaint.responsibility_found': (f, w) => [['finding', w.choice('finding', f.finding)], ['unit_id', w.unit(f.unit_id)], ['objection_until', w.date(f.objection_until)]],
  'complaint.finding_reviewed': (f, w) => [['finding', w.choice('finding', f.finding)]],
  'complaint.cause_named': (f, w) => [['cause', f.cause], ['unit_id', w.unit(f.unit_id)]],
  'complaint.classified': (f, w) => (Array.isArray(f.changes) ? f.changes as { member: string, from?: string, to?: string }[] : [])
    .map((one) => [one.member, `${w.classes(one.member, one.from)} → ${w.classes(one.member, one.to)}`] as const),
  'complaint.preservation_requested': (f, w, rows) => [['kind', w.choice('evidence', f.kind)], ['what', by_id(rows.preservations, f.preservation_id)?.what], ['gone_at', w.at(f.gone_at)]],
  'complaint.preservation_settled': (f, w) => [['outcome', w.choice('preservation', f.outcome ?? f.state)]],
  'complaint.archived': (f, w) => [['archive_number', f.archive_number], ['keep_until', w.date(f.keep_until)]],
  'complaint.opened': (f, w) => [['fields', w.list((f.fields as string[] | undefined ?? []).map((one) => w.text(`complaints.page.personal.${one}`)))]],
  'complaint.attached': file,
  'complaint.extended': limit,
  'complaint.days_excluded': limit,
  'complaint.exclusion_ended': limit,
  'complaint.clock_restarted': limit,
  'complaint.date_set': limit,
}

export function details_of(entry: CaseEntry, words: Words, rows: Rows): Detail[] {
  const tell = tellers[entry.kind] ?? (entry.kind.startsWith('approval.') ? approval : entry.kind.startsWith('clock.') ? clock : undefined)
  const told = [...tell?.(entry.facts as Facts, words, rows) ?? [], ['written', entry.note] as const]
  return told.filter(([, value]) => value != null && value !== '')
    .map(([label, value]) => ({ label: words.label(label), value: String(value) }))
}

const of_customer = ['complaint.supplemented', 'complaint.withdrawn', 'complaint.rated', 'complaint.registered']
const at_front = ['outlet', 'sub_branch']

// `unit_kind`: that of the unit in which whoever acted works.
export function voice_of(entry: CaseEntry, unit_kind: string | undefined): Voice {
  const facts = entry.facts as Facts
  if (of_customer.includes(entry.kind)) return 'customer'
  // What nobody of the bank brought came through the portal.
  if (entry.kind === 'complaint.attached' && entry.actor_id == null) return 'customer'
  if (entry.kind === 'complaint.contacted' && facts.direction === 'incoming') return 'customer'
  if (entry.kind === 'complaint.date_set' && facts.with === 'regulator') return 'regulator'
  if (entry.actor_id == null || entry.kind.startsWith('clock.')) return 'system'
  return at_front.includes(unit_kind ?? '') ? 'outlet' : 'department'
}

// What the system notes for itself; shown on demand.
export const is_for_the_record = (entry: CaseEntry): boolean => entry.kind.startsWith('clock.') || entry.kind === 'complaint.opened'
  || entry.kind === 'complaint.attachment_opened' || entry.kind === 'approval.laid_before'
