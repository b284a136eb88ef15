// What may be done with units and people: what has to be told, by whom it may be done, and where it is sent.
import { post } from '@/api/client'

export interface Input {
  key: string
  kind: 'text' | 'lines' | 'date' | 'unit' | 'post' | 'person' | 'choice' | 'permission'
  required?: boolean
  choices?: readonly string[]
  first?: string
  max?: number
}

export interface Command {
  permission: string | undefined
  inputs: readonly Input[]
  // `id` is the unit, person, appointment, grant or reset it is about; 0 where it is about none yet.
  send: (id: number, body: never, key: string, version: number | undefined) => Promise<unknown>
  danger?: boolean
}

const reason: Input = { key: 'reason', kind: 'lines', required: true, max: 500 }
const on: Input = { key: 'on', kind: 'date' }
const appointment = (before: string, required: boolean): Input[] => [
  { key: `${before}unit_id`, kind: 'unit', required }, { key: `${before}post`, kind: 'post', required },
  { key: `${before}since_on`, kind: 'date' },
]
const period: readonly Input[] = [{ key: 'since_on', kind: 'date', required: true }, { key: 'until_on', kind: 'date', required: true }]
const kinds = ['branch', 'sub_branch', 'outlet', 'department', 'committee', 'head_office'] as const

export const commands = {
  open: {
    permission: 'organisation.change',
    inputs: [
      { key: 'parent_id', kind: 'unit' }, { key: 'kind', kind: 'choice', choices: kinds, first: 'branch' },
      { key: 'code', kind: 'text', required: true, max: 20 }, { key: 'name', kind: 'text', required: true, max: 100 },
      { key: 'name_en', kind: 'text', max: 100 }, { key: 'line', kind: 'text', max: 100 }, { key: 'opened_on', kind: 'date' },
    ],
    send: (_, body, key) => post('/api/organisation/units', { body, idempotency_key: key }),
  },
  move: {
    permission: 'organisation.change',
    inputs: [{ key: 'parent_id', kind: 'unit', required: true }, on, reason],
    send: (id, body, key, version) => post('/api/organisation/units/{id}/move', { path: { id }, body, ...conduct(key, version) }),
  },
  rename: {
    permission: 'organisation.change',
    inputs: [{ key: 'name', kind: 'text', required: true, max: 100 }, { key: 'name_en', kind: 'text', max: 100 }, { key: 'line', kind: 'text', max: 100 }, on, reason],
    send: (id, body, key, version) => post('/api/organisation/units/{id}/renaming', { path: { id }, body, ...conduct(key, version) }),
  },
  close: {
    permission: 'organisation.change', danger: true,
    inputs: [{ key: 'successor_id', kind: 'unit', required: true }, on, reason],
    send: (id, body, key, version) => post('/api/organisation/units/{id}/closure', { path: { id }, body, ...conduct(key, version) }),
  },
  give_jurisdiction: {
    permission: 'organisation.change',
    inputs: [{ key: 'over_id', kind: 'unit', required: true }, { key: 'matter', kind: 'text', required: true, max: 100 }, { key: 'since_on', kind: 'date' }],
    send: (id, body: object, key) => post('/api/organisation/jurisdictions', { body: { unit_id: id, ...body } as never, idempotency_key: key }),
  },
  end_jurisdiction: {
    permission: 'organisation.change', inputs: [], danger: true,
    send: (id) => post('/api/organisation/jurisdictions/{id}/end', { path: { id } }),
  },
  hire: {
    permission: 'people.appoint',
    inputs: [
      { key: 'staff_no', kind: 'text', required: true, max: 40 }, { key: 'name', kind: 'text', required: true, max: 100 },
      { key: 'login', kind: 'text', max: 40 }, { key: 'identity_number', kind: 'text', max: 30 }, ...appointment('appointment.', true),
    ],
    send: (_, body, key) => post('/api/people', { body, idempotency_key: key }),
  },
  change: {
    permission: 'people.change',
    inputs: [{ key: 'name', kind: 'text', required: true, max: 100 }, { key: 'login', kind: 'text', max: 40 }, { key: 'identity_number', kind: 'text', max: 30 }],
    send: (id, body, key, version) => post('/api/people/{id}/change', { path: { id }, body, ...conduct(key, version) }),
  },
  suspend: {
    permission: 'people.change', inputs: [reason], danger: true,
    send: (id, body, key, version) => post('/api/people/{id}/suspension', { path: { id }, body, ...conduct(key, version) }),
  },
  reinstate: {
    permission: 'people.appoint', inputs: [reason],
    send: (id, body, key, version) => post('/api/people/{id}/reinstatement', { path: { id }, body, ...conduct(key, version) }),
  },
  leave: {
    permission: 'people.appoint', danger: true,
    inputs: [{ key: 'successor_id', kind: 'person' }, reason],
    send: (id, body, key, version) => post('/api/people/{id}/leaving', { path: { id }, body, ...conduct(key, version) }),
  },
  rehire: {
    permission: 'people.appoint', inputs: [reason],
    send: (id, body, key, version) => post('/api/people/{id}/return', { path: { id }, body, ...conduct(key, version) }),
  },
  appoint: {
    permission: 'people.appoint',
    inputs: [...appointment('', true), { key: 'kind', kind: 'choice', choices: ['main', 'part_time'], first: 'part_time' }, { key: 'until_on', kind: 'date' }],
    send: (id, body, key) => post('/api/people/{id}/appointments', { path: { id }, body, idempotency_key: key }),
  },
  transfer: {
    permission: 'people.appoint', inputs: appointment('', true),
    send: (id, body, key) => post('/api/people/{id}/transfer', { path: { id }, body, idempotency_key: key }),
  },
  end_appointment: {
    permission: 'people.appoint', danger: true,
    inputs: [{ key: 'until_on', kind: 'date' }, { key: 'successor_id', kind: 'person' }],
    send: (id, body) => post('/api/appointments/{id}/end', { path: { id }, body }),
  },
  grant: {
    permission: 'people.grant',
    inputs: [
      { key: 'permission', kind: 'permission', required: true },
      { key: 'reach', kind: 'choice', choices: ['department', 'unit', 'sub_branch', 'branch', 'bank'], first: 'unit' },
      { key: 'sensitivity', kind: 'choice', choices: ['masked', 'personal', 'restricted'], first: 'masked' },
      { key: 'until_on', kind: 'date', required: true }, reason,
    ],
    send: (id, body, key) => post('/api/appointments/{id}/grants', { path: { id }, body, idempotency_key: key }),
  },
  end_grant: {
    permission: 'people.grant', inputs: [], danger: true,
    send: (id) => post('/api/grants/{id}/end', { path: { id } }),
  },
  substitute: {
    permission: 'people.substitute', inputs: [{ key: 'substitute_id', kind: 'person', required: true }, ...period],
    send: (id, body, key) => post('/api/people/{id}/substitutes', { path: { id }, body, idempotency_key: key }),
  },
  own_substitute: {
    permission: undefined, inputs: [{ key: 'substitute_id', kind: 'person', required: true }, ...period],
    send: (_, body, key) => post('/api/substitutes', { body, idempotency_key: key }),
  },
  end_substitute: {
    permission: undefined, inputs: [], danger: true,
    send: (id) => post('/api/substitutes/{id}/end', { path: { id } }),
  },
  end_sessions: {
    permission: 'sessions.end', inputs: [], danger: true,
    send: (id) => post('/api/people/{id}/sessions/end', { path: { id } }),
  },
  ask_reset: {
    permission: 'people.reset', inputs: [reason],
    send: (id, body, key) => post('/api/people/{id}/resets', { path: { id }, body, idempotency_key: key }),
  },
  approve_reset: {
    permission: 'people.approve_reset', inputs: [],
    send: (id) => post('/api/resets/{id}/approval', { path: { id } }),
  },
  refuse_reset: {
    permission: 'people.approve_reset', inputs: [], danger: true,
    send: (id) => post('/api/resets/{id}/refusal', { path: { id } }),
  },
} as const satisfies Record<string, Command>

export type CommandName = keyof typeof commands
export const command_of = (name: CommandName): Command => commands[name]

const conduct = (key: string, version: number | undefined) => ({ idempotency_key: key, ...(version === undefined ? {} : { if_match: version }) })

// What was typed as the server takes it: empty is left out, ids are numbers, a dot makes an inner object.
export function body_of(inputs: readonly Input[], told: Readonly<Record<string, string>>): Record<string, unknown> {
  const body: Record<string, unknown> = {}
  for (const { key, kind } of inputs) {
    const text = told[key]?.trim()
    if (!text) continue
    const value = kind === 'unit' || kind === 'person' ? Number(text) : text
    const [outer = '', inner] = key.split('.')
    if (inner) body[outer] = { ...body[outer] as object | undefined, [inner]: value }
    else body[outer] = value
  }
  return body
}
