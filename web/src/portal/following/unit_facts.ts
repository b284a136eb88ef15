// Which unit it is: before somebody is charged with it, the one complained about, or the department that took it in
// where no unit was named; then the one that handles it.
import { choices, unit_text } from '../server/choices'
import type { Case } from '@/api/portal'

// A receipt knows no steps.
type Told = Pick<Case, 'state' | 'unit'> & Partial<Pick<Case, 'steps'>>

const unassigned: readonly Case['state'][] = ['registered', 'accepted']
const ended_early: readonly Case['state'][] = ['withdrawn', 'redirected', 'refused', 'joined']

export function unit_facts(it: Told, say: (key: string) => string): { name: string, value: string }[] {
  const unit = unit_text(it.unit)
  const is_known = choices.value?.units.some((one) => one.name === it.unit.name)
  const about = { name: say(is_known ? 'portal.following.case.unit_about' : 'portal.following.case.unit_taken'), value: unit }
  if (unassigned.includes(it.state)) return [about, { name: say('portal.following.case.unit'), value: say('portal.following.case.unit_open') }]
  const was_handled = !it.steps || it.steps.some((one) => one.step === 'handling' && one.at)
  if (ended_early.includes(it.state) && !was_handled) return [about]
  return [{ name: say('portal.following.case.unit'), value: unit }]
}
