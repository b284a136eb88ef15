import { expect, test } from 'vitest'
import { neighbours, speaker_of, step_of_field, steps_for, title_of } from './steps'

test('who speaks for himself is asked neither for a relation nor for a company', () => {
  expect(steps_for({ customer_kind: 'personal' }, false)).toEqual(
    ['speaker', 'care', 'place', 'business', 'what', 'wanted', 'amount', 'files', 'name', 'phone', 'more', 'review'])
})

test('who speaks for another says how they are related, a company who it is', () => {
  expect(steps_for({ step: 'agent' }, false)[1]).toBe('agent')
  expect(steps_for({ agent: { relation: 'guardian', name: '李明' } }, true)[1]).toBe('agent')
  expect(steps_for({ customer_kind: 'enterprise' }, false)[1]).toBe('company')
})

test('elder mode asks only what is needed', () => {
  expect(steps_for({ customer_kind: 'enterprise' }, true)).toEqual(['speaker', 'care', 'what', 'wanted', 'files', 'name', 'phone', 'review'])
})

test('a question knows its place; one that elder mode leaves out leads on to the next', () => {
  expect(neighbours('what', { customer_kind: 'personal' }, true)).toEqual({ before: 'care', after: 'wanted', place: 3, count: 8 })
  expect(neighbours('place', { customer_kind: 'personal' }, true)).toMatchObject({ before: 'care', after: 'what' })
  expect(neighbours('review', {}, false).after).toBeUndefined()
})

test('the speaker follows from the answers', () => {
  expect([speaker_of({}), speaker_of({ customer_kind: 'personal' }), speaker_of({ customer_kind: 'self_employed' }), speaker_of({ agent: { relation: 'heir', name: '王' } })])
    .toEqual([undefined, 'self', 'company', 'other'])
})

test('a refusal leads to its question', () => {
  expect([step_of_field('agent.phone'), step_of_field('description'), step_of_field('card_number'), step_of_field(undefined)])
    .toEqual(['agent', 'what', 'more', undefined])
})

test('who speaks for himself is spoken to; for another or a firm it is the third person', () => {
  const [self, other, firm] = [{ customer_kind: 'personal' }, { agent: { relation: 'heir', name: '王' } }, { customer_kind: 'enterprise' }] as const
  expect([self, other, firm].map((one) => title_of('name', one))).toEqual(['portal.filing.name.self_title', 'portal.filing.name.title', 'portal.filing.name.company_title'])
  expect([self, other, firm].map((one) => title_of('phone', one))).toEqual(['portal.filing.phone.self_title', 'portal.filing.phone.title', 'portal.filing.phone.title'])
  expect(title_of('what', self)).toBe('portal.filing.what.title')
})
