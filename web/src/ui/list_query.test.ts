import { expect, test } from 'vitest'
import { list_query, with_value, without } from './list_query'

const list = list_query({ filters: ['state', 'due_before'], dates: ['due_before'], default_sort: 'due_at', sorts: ['received_at'] })

test('the address holds filters and sort, and nothing that is no filter', () => {
  const asked = list.read({ state: ['received', 'done'], phone: '13800000000', sort: '-received_at' })
  expect(asked).toEqual({ filters: { state: ['received', 'done'] }, sort: '-received_at' })
  expect(list.write(asked)).toEqual({ state: ['received', 'done'], sort: '-received_at' })
  expect(list.write(list.read({}))).toEqual({})
})

test('what the list does not sort by is no order, in whatever address it stands', () => {
  expect(list.read({ sort: '-asked_at' }).sort).toBe('due_at')
  expect(list.read({ sort: '-due_at' }).sort).toBe('-due_at')
})

test('a date begins where the day of the bank begins', () => {
  expect(list.to_server({ due_before: ['2026-11-21'], state: ['done'] }))
    .toEqual({ due_before: ['2026-11-21T00:00:00+08:00'], state: ['done'] })
})

test('a figure of the desk asks by an instant, which stays as it is', () => {
  expect(list.to_server({ due_before: ['2026-11-21T03:00:00.001Z'] })).toEqual({ due_before: ['2026-11-21T03:00:00.001Z'] })
})

test('what an order leaves out is shown in another', () => {
  const tasks = list_query({ filters: ['state'], default_sort: 'due_at', only: { by: 'state', values: ['open'], sorts: ['due_at'], else: 'sent_at' } })
  expect(tasks.read({}).sort).toBe('due_at')
  expect(tasks.read({ state: 'answered' }).sort).toBe('sent_at')
  expect(tasks.read({ state: 'answered', sort: '-due_at' }).sort).toBe('sent_at')
  const answered = tasks.narrowed(tasks.read({}), { state: ['answered'] })
  expect(tasks.write(answered)).toEqual({ state: ['answered'] })
  expect(tasks.write(tasks.narrowed(answered, {}))).toEqual({})
  expect(tasks.narrowed({ filters: {}, sort: '-sent_at' }, { state: ['open'] }).sort).toBe('-sent_at')
})

test('taking the last value away takes the filter away', () => {
  expect(without({ state: ['received', 'done'] }, 'state', 'done')).toEqual({ state: ['received'] })
  expect(without({ state: ['received'] }, 'state', 'received')).toEqual({})
  expect(with_value({ state: ['received'] }, 'state', undefined)).toEqual({})
  expect(with_value({ state: ['received'] }, 'state', 'done')).toEqual({ state: ['done'] })
})
