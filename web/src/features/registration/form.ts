// What is typed while somebody speaks, and the registration it becomes. Pure.
import type { NewComplaint } from '@/api/types'
import { instant_of } from '@/i18n/time'
import { fen_in } from '@/ui/money'

export const kinds = ['complaint', 'on_the_spot', 'consultation', 'suggestion', 'praise', 'petition'] as const
export type Kind = typeof kinds[number]

export const permission_of: Record<Kind, string> = {
  complaint: 'complaint.register', on_the_spot: 'intake.on_the_spot', consultation: 'intake.consultation',
  suggestion: 'intake.suggestion', praise: 'intake.praise', petition: 'intake.petition',
}

const personal_names = ['phone', 'name', 'identity_number', 'card_number', 'email', 'credit_code', 'address'] as const
const agent_names = ['name', 'phone', 'identity_number', 'proof'] as const

export function empty_form() {
  return {
    kind: 'complaint' as Kind,
    complainant: { phone: '', name: '', identity_number: '', card_number: '', email: '', credit_code: '', address: '' },
    customer_kind: 'personal',
    by_agent: false,
    agent: { relation: '', name: '', phone: '', identity_number: '', proof: '' },
    repeats_number: '',
    description: '',
    summary: '',
    method: '',
    result: '',
    claim: '',
    claim_kinds: [] as string[],
    business: '',
    cause: '',
    product: '',
    business_channel: '',
    amount: '',
    region: '',
    rights: [] as string[],
    intake_channel: '',
    source: 'own',
    // `2026-11-23T09:30` at the bank; empty is now.
    received: '',
    heard_by_id: 0,
    accused_id: 0,
    customer_groups: [] as string[],
    told: false,
    next_contact_on: '',
  }
}
export type Form = ReturnType<typeof empty_form>

// Whether anything was told that would be lost.
export function is_blank(form: Form): boolean {
  const texts = [...personal_names.map((name) => form.complainant[name]), ...agent_names.map((name) => form.agent[name]),
    form.description, form.summary, form.method, form.result, form.claim]
  return texts.every((text) => !text.trim())
}

export function input_of(form: Form): NewComplaint {
  const settled = form.kind === 'on_the_spot'
  return {
    intake_channel: form.intake_channel,
    summary: form.summary.trim(),
    complainant: told(form.complainant, personal_names),
    ...(form.by_agent ? { agent: agent_of(form) } : {}),
    ...told(form, ['description', 'source', 'business_channel', 'business', 'cause', 'product', 'region', 'repeats_number']),
    ...told(form, settled ? ['method', 'result'] : ['claim']),
    ...list(form, ['rights', 'claim_kinds', 'customer_groups']),
    ...(is_customer_kind(form.customer_kind) ? { customer_kind: form.customer_kind } : {}),
    // What is no amount the form refuses before it is sent.
    ...(fen_in(form.amount) === undefined ? {} : { amount_fen: fen_in(form.amount) }),
    ...(form.received ? { received_at: instant_of(form.received) } : {}),
    ...(form.heard_by_id ? { heard_by_id: form.heard_by_id } : {}),
    ...(form.accused_id ? { accused_id: form.accused_id } : {}),
  }
}

function agent_of(form: Form): NonNullable<NewComplaint['agent']> {
  return { relation: form.agent.relation, name: form.agent.name.trim(), ...told(form.agent, ['phone', 'identity_number', 'proof']) }
}

// What was told of these, and nothing of what was not: the server takes no empty text.
function told<Name extends string>(from: Record<Name, string>, names: readonly Name[]): Partial<Record<Name, string>> {
  const found: Partial<Record<Name, string>> = {}
  for (const name of names) if (from[name].trim()) found[name] = from[name].trim()
  return found
}

function list<Name extends string>(from: Record<Name, string[]>, names: readonly Name[]): Partial<Record<Name, string[]>> {
  const found: Partial<Record<Name, string[]>> = {}
  for (const name of names) if (from[name].length) found[name] = from[name]
  return found
}

function is_customer_kind(text: string): text is NonNullable<NewComplaint['customer_kind']> {
  return ['personal', 'self_employed', 'enterprise'].includes(text)
}

// A draft is kept as text; what it lacks, or what is of another time, is as in an empty form.
export function form_of_draft(content: string): Form | undefined {
  try {
    const kept = JSON.parse(content) as Partial<Form>
    const form = empty_form()
    return { ...form, ...kept, complainant: { ...form.complainant, ...kept.complainant }, agent: { ...form.agent, ...kept.agent } }
  } catch {
    return undefined
  }
}
