// What a closed case waits for comes before its archiving.
import { expect, test } from 'vitest'
import { case_actions, leads } from './table'
import type { Case } from './types'

const closed = { complaint: { state: 'closed', decided_at: '2026-11-20T02:00:00Z' }, person_id: 2, unit_id: 3, rests: false, finding: null, has_cause: false } as unknown as Case
const found = (finding: string) => ({ finding, state: 'standing' }) as unknown as NonNullable<Case['finding']>
const leading = (it: Case) => case_actions.filter((one) => one.states.includes(it.complaint.state) && (one.fits?.(it) ?? true) && leads(one, it)).map((one) => one.key)

test('responsibility first, then the cause where it is the bank\'s, then the archive', () => {
  expect(leading(closed)).toEqual(['find_responsibility'])
  expect(leading({ ...closed, finding: found('responsible') })).toEqual(['name_cause'])
  expect(leading({ ...closed, finding: found('responsible'), has_cause: true })).toEqual(['archive'])
  expect(leading({ ...closed, finding: found('not_responsible') })).toEqual(['archive'])
})

test('what was never decided goes to the archive at once', () => {
  expect(leading({ ...closed, complaint: { ...closed.complaint, decided_at: null } })).toEqual(['archive'])
  expect(leading({ ...closed, complaint: { ...closed.complaint, state: 'withdrawn' } })).toEqual(['archive'])
})
