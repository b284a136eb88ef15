// What belongs to a case beside its story, as rows with what may be done on each. Pure but for the words.
import type { Attachment, Fulfilment, Offer, Preservation, Reminder, Task } from '@/api/types'
import { size_text } from '@/i18n/size'
import { row_actions } from '../actions/rows'
import { possible_on } from '../actions/table'
import { kinds_of_money } from '../actions/working'
import type { Action, Case, Target } from '../actions/types'
import type { Words } from './useWordsOfCase'

type Tone = 'plain' | 'ink' | 'soon' | 'late' | 'kept'

export interface Row {
  id: number
  title: string
  tag: string
  tone: Tone
  done: boolean
  // Runs until then, and since when.
  due_at?: string
  text?: string | undefined
  lines: (readonly [string, string])[]
  row: Target
  actions: Action[]
}

const rows_with = <T extends Target>(actions: readonly Action<T>[], it: Case, tell: (row: T) => Omit<Row, 'row' | 'actions' | 'id'>) =>
  (row: T): Row => ({ id: row.id, ...tell(row), row, actions: possible_on(actions, row, it) as unknown as Action[] })

const lines = (...all: (readonly [string, unknown])[]) => all
  .filter(([, value]) => value != null && value !== '').map(([label, value]) => [label, String(value)] as const)
// Dates end with their day.
const end_of = (on: string) => new Date(Date.parse(`${on}T00:00:00+08:00`) + 86_400_000).toISOString()

// What was agreed to, and nothing here is to pay yet.
export function unpaid_fen(all: { owed_fen: number, items: readonly Fulfilment[] }): number {
  const under_way = all.items.filter((row) => row.state === 'open' && (kinds_of_money as readonly string[]).includes(row.kind))
  return Math.max(0, all.owed_fen - under_way.reduce((sum, row) => sum + (row.amount_fen ?? 0), 0))
}

export const fulfilment_rows = (items: readonly Fulfilment[], it: Case, w: Words) =>
  items.map(rows_with([row_actions.fulfil], it, (row) => ({
    title: [w.choice('promise', row.kind), row.amount_fen ? w.money(row.amount_fen) : ''].filter(Boolean).join(' '),
    tag: w.text(`complaints.page.fulfilment.${row.state}`),
    tone: row.state === 'done' ? 'kept' : row.is_overdue ? 'late' : row.state === 'open' ? 'ink' : 'plain',
    done: row.state !== 'open',
    ...(row.state === 'open' ? { due_at: end_of(row.due_on) } : {}),
    text: row.content,
    lines: lines([w.label('unit_id'), w.unit(row.unit_id)], [w.label('proof'), row.proof], [w.label('note'), row.outcome_note], [w.label('done_on'), w.date(row.done_on)]),
  })))

export const task_rows = (items: readonly Task[], it: Case, w: Words) =>
  items.map(rows_with([row_actions.answer_task, row_actions.hand_back_task], it, (row) => ({
    title: w.unit(row.handling_unit_id),
    tag: w.text(`complaints.page.task.${row.state}`),
    tone: row.state === 'answered' ? 'kept' : row.state === 'open' ? 'ink' : 'soon',
    done: row.state !== 'open',
    ...(row.state === 'open' ? { due_at: row.due_at } : {}),
    text: row.question,
    lines: lines([w.label('dispatched_at'), w.at(row.dispatched_at)], [w.label('answer'), row.answer], [w.label('ground'), w.choice('hand_back', row.ground)]),
  })))

export const reminder_rows = (items: readonly Reminder[], it: Case, w: Words) =>
  items.map(rows_with([row_actions.acknowledge, row_actions.reply], it, (row) => ({
    title: [w.text(`complaints.page.reminder.${row.kind}`), w.unit(row.handling_unit_id)].join(' · '),
    tag: w.text(`complaints.page.reminder_state.${row.state}`),
    tone: row.state === 'answered' ? 'kept' : row.state === 'open' ? 'soon' : 'plain',
    done: row.state !== 'open',
    ...(row.state === 'open' ? { due_at: row.due_at } : {}),
    text: row.demand ?? undefined,
    lines: lines([w.label('letter_no'), row.letter_no], [w.label('chases'), row.chases || ''], [w.label('answer'), row.answer]),
  })))

export const offer_rows = (items: readonly Offer[], it: Case, w: Words) =>
  items.map(rows_with([row_actions.settle_offer], it, (row) => ({
    title: w.t('complaints.page.round', { round: row.round, amount: w.money(row.amount_fen) }),
    tag: w.text(`complaints.page.offer.${row.state}`),
    tone: row.state === 'accepted' ? 'kept' : ['open', 'waiting'].includes(row.state) ? 'ink' : 'plain',
    done: !['open', 'waiting'].includes(row.state),
    text: row.terms,
    lines: lines([w.label('demand_fen'), w.money(row.demand_fen)], [w.label('until_on'), w.date(row.until_on)], [w.label('said'), row.said]),
  })))

export const preservation_rows = (items: readonly Preservation[], it: Case, w: Words) =>
  items.map(rows_with([row_actions.settle_preservation], it, (row) => ({
    title: `${w.choice('evidence', row.kind)} · ${w.date(row.recorded_on)}`,
    tag: w.text(`complaints.page.preservation.${row.state}`),
    tone: row.state === 'preserved' ? 'kept' : row.state === 'lost' ? 'late' : 'soon',
    done: row.state !== 'requested',
    ...(row.state === 'requested' ? { due_at: row.gone_at } : {}),
    text: row.what,
    lines: lines([w.label('keeper'), row.keeper], [w.label('place'), row.place], [w.label('note'), row.note]),
  })))

export const file_rows = (items: readonly Attachment[], it: Case, w: Words) =>
  items.map(rows_with([row_actions.void_attachment], it, (row) => ({
    title: row.name,
    tag: row.voided_at ? w.t('complaints.page.file.void') : w.text(`complaints.page.file.kind.${row.kind}`),
    tone: 'plain',
    done: !row.voided_at,
    lines: lines([w.label('added_at'), w.at(row.added_at)], [w.label('size'), size_text(row.bytes)]),
  })))
