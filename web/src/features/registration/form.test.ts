import { expect, test } from 'vitest'
import { empty_form, form_of_draft, input_of, is_blank } from './form'

test('what was not told is not sent', () => {
  const form = { ...empty_form(), intake_channel: 'counter', summary: ' 年费未告知 ' }
  form.complainant.phone = '13800138000'
  expect(input_of(form)).toEqual({
    intake_channel: 'counter', source: 'own', summary: '年费未告知', customer_kind: 'personal', complainant: { phone: '13800138000' },
  })
})

test('only what was settled on the spot says how, and it asks for nothing', () => {
  const form = { ...empty_form(), kind: 'on_the_spot' as const, method: '当面解释', result: '客户满意', claim: '退费' }
  expect(input_of(form)).toMatchObject({ method: '当面解释', result: '客户满意' })
  expect(input_of(form)).not.toHaveProperty('claim')
  expect(input_of({ ...form, kind: 'complaint' })).not.toHaveProperty('method')
})

test('an agent is told only where somebody speaks for another', () => {
  const form = empty_form()
  form.agent.name = '李梅'
  expect(input_of(form)).not.toHaveProperty('agent')
  expect(input_of({ ...form, by_agent: true })).toMatchObject({ agent: { name: '李梅' } })
})

test('a time told at the counter is of the zone of the bank', () => {
  expect(input_of({ ...empty_form(), received: '2026-11-20T09:30' }).received_at).toBe('2026-11-20T09:30:00+08:00')
})

test('a form with nothing but choices is blank', () => {
  expect(is_blank({ ...empty_form(), business: 'loan' })).toBe(true)
  expect(is_blank({ ...empty_form(), claim: '退费' })).toBe(false)
})

test('a draft comes back whole, also one of an earlier form', () => {
  const form = { ...empty_form(), description: '排队两小时' }
  expect(form_of_draft(JSON.stringify(form))).toEqual(form)
  expect(form_of_draft('{"summary":"旧","complainant":{"phone":"1"}}')).toMatchObject({ summary: '旧', complainant: { phone: '1', email: '' } })
  expect(form_of_draft('not json')).toBeUndefined()
})
