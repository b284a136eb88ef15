import { expect, test } from 'vitest'
import { missing_parts } from './parts'

test('a decision of which one part is blank lacks that part', () => {
  const whole = { findings: '核实', decision: '决定', grounds: '依据', remedies: '救济' }
  expect(missing_parts(whole)).toEqual([])
  expect(missing_parts({ ...whole, remedies: ' \n' })).toEqual(['remedies'])
  expect(missing_parts({})).toHaveLength(4)
})
