// What can be done on a case, as data: who may, in which states, what is asked for, and where it is sent.
import type { Component } from 'vue'
import type { Complaint, Conduct, Finding } from '@/api/types'
import type { State } from '../filters'

export type Value = string | string[] | boolean
export type Values = Record<string, Value>

export type FieldKind = 'line' | 'lines' | 'choice' | 'choices' | 'yes' | 'date' | 'moment' | 'money' | 'number'
  | 'score' | 'unit' | 'person' | 'code' | 'codes' | 'clock' | 'case' | 'task' | 'file'

export interface Field {
  // As the server names it; a dot leads into a part: `notice.on`.
  name: string
  kind: FieldKind
  // Stays empty if the reader has nothing to say.
  is_optional?: boolean
  // Where it is optional: whether it has to be told after all, with what else is told.
  needed?: (values: Values, it: Case) => boolean
  // Its label, where it is another than that of its name.
  label?: string
  // Its hint, likewise.
  hint?: string
  choices?: readonly string[]
  // The key of a choice's words, if not below the field's own name.
  words?: (value: string) => string
  // Whose codes are chosen.
  taxonomy?: string
  // People are chosen of the unit in this field; without it, of the whole bank.
  of_unit?: string
  first?: (it: Case) => Value
  shown?: (values: Values, it: Case) => boolean
}

// What the conditions of an action may look at.
export interface Case {
  complaint: Complaint
  person_id: number
  unit_id: number
  // Undefined while it is not known yet.
  finding?: Finding | null | undefined
  // Whether it is known why it came about.
  has_cause?: boolean | undefined
  // Money that was agreed to and that nothing here pays yet, in fen.
  owed_fen?: number | undefined
  // Whether some limit rests.
  rests: boolean
}

// What a command goes to: the case, or a row that belongs to it.
export interface Target {
  id: number
  version: number
}

export type Group = 'lead' | 'work' | 'limits' | 'after' | 'order' | 'row'

export interface Action<Row extends Target = Target> {
  // Its texts stand below `complaints.actions.do.<key>`; its draft is kept under it.
  key: string
  // The address it posts to, and the permission the server asks for.
  path: string
  permission: string
  states: readonly State[]
  group: Group
  // Where it leads on; elsewhere it is one of several. In all its states, if not told.
  leads_in?: readonly State[]
  // Instead of kind and state: where it is what the case waits for.
  leads_when?: (it: Case) => boolean
  fields: readonly Field[]
  // Beside permission and state; the server has the last word.
  fits?: (it: Case) => boolean
  // Of a row that belongs to the case: whether it may be done on this one.
  fits_row?: (row: Row, it: Case) => boolean
  // Instead of the plain fields.
  editor?: Component
  // Of a row: the part of the case whose rows it is done on, as its question is called in useCase.ts.
  part?: string
  // Takes back or ends something for good.
  is_grave?: boolean
  send: (id: number, body: object, conduct: Conduct) => Promise<unknown>
}
