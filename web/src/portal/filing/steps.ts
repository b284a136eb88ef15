// Which questions are asked, in which order. Pure. Elder mode asks only what is needed to begin.
import type { Filing } from '@/api/portal'

export const steps = ['speaker', 'agent', 'company', 'care', 'place', 'business', 'what', 'wanted', 'amount', 'files', 'name', 'phone', 'more', 'review'] as const
export type Step = typeof steps[number]

// For whom one speaks: said by the answers themselves.
export type Speaker = 'self' | 'other' | 'company'

const not_for_elders: readonly Step[] = ['company', 'place', 'business', 'amount', 'more']

export function speaker_of(filing: Filing): Speaker | undefined {
  if (filing.agent || filing.step === 'agent') return 'other'
  if (filing.customer_kind === 'personal') return 'self'
  return filing.customer_kind ? 'company' : undefined
}

export function steps_for(filing: Filing, elder: boolean): Step[] {
  const speaker = speaker_of(filing)
  return steps.filter((step) => {
    if (elder && not_for_elders.includes(step)) return false
    if (step === 'agent') return speaker === 'other'
    return step !== 'company' || speaker === 'company'
  })
}

export function neighbours(of: Step, filing: Filing, elder: boolean): { before?: Step, after?: Step, place: number, count: number } {
  const asked = steps_for(filing, elder)
  // A question that this mode leaves out stands where it would.
  const at = asked.indexOf(of)
  const place = at >= 0 ? at : asked.filter((step) => steps.indexOf(step) < steps.indexOf(of)).length
  return { before: asked[place - 1], after: asked[at >= 0 ? place + 1 : place], place: place + 1, count: asked.length }
}

export function as_step(name: unknown): Step | undefined {
  return steps.find((step) => step === name)
}

// The key of what is asked: who speaks for himself is spoken to.
export function title_of(step: Step, filing: Filing): string {
  const speaker = speaker_of(filing)
  if (step === 'name' && speaker === 'company') return 'portal.filing.name.company_title'
  if (speaker !== 'self') return `portal.filing.${step}.title`
  if (step === 'name') return 'portal.filing.name.self_title'
  if (step === 'phone') return 'portal.filing.phone.self_title'
  return step === 'care' ? 'portal.filing.care.self_title' : `portal.filing.${step}.title`
}

// Where each member is asked, to lead a refusal to its question.
const asked_at: Record<string, Step> = {
  customer_kind: 'speaker', agent: 'agent', credit_code: 'company', customer_groups: 'care', unit_code: 'place',
  business: 'business', product: 'business', summary: 'what', description: 'what', claim: 'wanted',
  claim_kinds: 'wanted', amount_fen: 'amount', complainant: 'name', name: 'name', phone: 'phone', file: 'files',
  identity_number: 'more', card_number: 'more', email: 'more', address: 'more',
}

export function step_of_field(field: string | undefined): Step | undefined {
  return field === undefined ? undefined : asked_at[field.split('.')[0] ?? '']
}
