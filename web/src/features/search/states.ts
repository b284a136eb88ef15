// The state of what was found, in the words and tones of its own page.
import type { ComplaintItem, Hit, ReferralItem, Staff } from '@/api/types'
import { complaint_tones, is_complaint_over, referral_tones, staff_tones } from '@/reference/tones'

interface State { key: string, tone: 'plain' | 'ink' | 'soon' | 'late' | 'kept', done: boolean }

export function state_of(hit: Pick<Hit, 'kind' | 'state'>): State {
  if (hit.kind === 'complaint') {
    const state = hit.state as ComplaintItem['state']
    return { key: `complaints.state.${state}`, tone: complaint_tones[state], done: is_complaint_over(state) }
  }
  if (hit.kind === 'referral') {
    const state = hit.state as ReferralItem['state']
    return { key: `referrals.state.${state}`, tone: referral_tones[state], done: state === 'done' }
  }
  if (hit.kind === 'person') {
    const state = hit.state as Staff['status']
    return { key: `organisation.status.${state}`, tone: staff_tones[state], done: state === 'active' }
  }
  return { key: `search.unit.${hit.state}`, tone: hit.state === 'open' ? 'kept' : 'plain', done: hit.state === 'open' }
}
