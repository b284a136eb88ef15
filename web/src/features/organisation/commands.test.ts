import { expect, test } from 'vitest'
import { body_of, commands } from './commands'

test('what is typed goes as the server takes it: ids as numbers, a post inside its appointment, nothing empty', () => {
  const told = { 'staff_no': '100900', 'name': '周宁', 'login': ' ', 'appointment.unit_id': '1168', 'appointment.post': 'branch_head' }
  expect(body_of(commands.hire.inputs, told)).toEqual({ staff_no: '100900', name: '周宁', appointment: { unit_id: 1168, post: 'branch_head' } })
})
