import { expect, test } from 'vitest'
import { asked_by, query, view_of, views, type View } from './filters'

test('each tab is known again by what it asks, through the address', () => {
  for (const view of Object.keys(views) as View[]) {
    const address = query.write(asked_by(view)) as Record<string, string>
    expect(view_of(query.read(address))).toBe(view)
  }
})

test('a list narrowed otherwise is no tab', () => {
  expect(view_of({ filters: { state: ['working'] }, sort: 'due_at' })).toBeUndefined()
  expect(view_of({ filters: { state: ['done'], bureau: ['nfra'] }, sort: 'due_at' })).toBeUndefined()
})
