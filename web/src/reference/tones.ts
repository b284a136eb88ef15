// The tone in which a state is shown, the same wherever it is.
import type { ComplaintItem, ReferralItem, Staff } from '@/api/types'

export const complaint_tones = {
  registered: 'soon', accepted: 'ink', assigned: 'ink', handling: 'ink', proposed: 'ink', decided: 'ink', answered: 'kept',
  closed: 'kept', withdrawn: 'plain', redirected: 'plain', refused: 'plain', joined: 'plain',
} as const satisfies Record<ComplaintItem['state'], string>

export const is_complaint_over = (state: ComplaintItem['state']) =>
  ['closed', 'withdrawn', 'redirected', 'refused', 'joined'].includes(state)

export const referral_tones = {
  received: 'late', signed_in: 'soon', contacted: 'ink', working: 'ink', account_drafted: 'soon', account_approved: 'soon',
  filled_back: 'kept', returned: 'late', done: 'kept',
} as const satisfies Record<ReferralItem['state'], string>

export const staff_tones = { active: 'kept', suspended: 'late', left: 'plain' } as const satisfies Record<Staff['status'], string>
