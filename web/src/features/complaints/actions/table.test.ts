// The table against what the server says of itself: every address, permission, field, choice and state.
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { texts as complaint_texts } from '../texts'
import { list } from './make'
import zh from './texts.zh'
import { all_actions } from './table'
import type { Action, Field } from './types'

interface Schema { type?: string, enum?: string[], items?: Schema, anyOf?: Schema[], oneOf?: Schema[], $ref?: string, properties?: Record<string, Schema>, required?: string[] }
interface Api {
  paths: Record<string, Record<string, { 'x-permission'?: string, requestBody?: { content: Record<string, { schema: Schema }> } }>>
  components: { schemas: Record<string, Schema> }
}
const api = JSON.parse(readFileSync('../docs/openapi.json', 'utf8')) as Api

function resolved(schema: Schema | undefined): Schema {
  if (!schema) return {}
  if (schema.$ref) return resolved(api.components.schemas[schema.$ref.split('/').at(-1) ?? ''])
  const told = (schema.anyOf ?? schema.oneOf)?.find((one) => one.type !== 'null')
  return told ? resolved(told) : schema
}
const body_of = (action: Action) => resolved(api.paths[action.path]?.post?.requestBody?.content['application/json']?.schema)

function schema_at(action: Action, field: Field): Schema | undefined {
  let at: Schema | undefined = body_of(action)
  for (const part of field.name.split('.')) at = resolved(at).properties?.[part]
  return at && resolved(at)
}

// What only the customer's own hand in the portal makes true; nobody at the bank chooses it.
const of_the_portal = ['sms_code', 'portal']

test.each(all_actions.map((one) => [one.key, one] as const))('%s is what the server takes', (_, action) => {
  expect(api.paths[action.path]?.post?.['x-permission']).toBe(action.permission)
  const required = body_of(action).required ?? []
  const told = action.fields.map((field) => field.name.split('.')[0])
  expect(required.filter((name) => !told.includes(name))).toEqual([])
  for (const field of action.fields) {
    const schema = schema_at(action, field)
    expect(schema, `${action.key}.${field.name}`).toBeDefined()
    const taken = (schema?.enum ?? resolved(schema?.items).enum ?? []).filter((one) => !of_the_portal.includes(one))
    // What the server always asks for is asked for before it is sent.
    if (required.includes(field.name) && !field.shown) expect(field.is_optional, `${action.key}.${field.name}`).toBeFalsy()
    if (field.choices) expect([...field.choices].sort(), field.name).toEqual([...taken].sort())
  }
})

test.each(all_actions.map((one) => [one.key, one] as const))('every word of %s is there', (_, action) => {
  const deed = (zh.do as Record<string, { name: string, happens: string }>)[action.key]
  expect(deed?.name && deed.happens).toBeTruthy()
  for (const field of action.fields) {
    expect((zh.field as Record<string, string>)[field.name.replace('.', '_')], field.name).toBeTruthy()
    for (const key of (field.choices ?? []).map(field.words ?? list(field.name))) {
      for (const texts of [complaint_texts['zh-CN'], complaint_texts.en]) {
        const word = key.split('.').slice(1).reduce<unknown>((at, part) => (at as Record<string, unknown> | undefined)?.[part], texts)
        expect(word, key).toBeTruthy()
      }
    }
  }
})

test('an action on a row knows where its row is asked for', () => {
  const source = readFileSync('src/features/complaints/page/useCase.ts', 'utf8')
  const wrong = all_actions.filter((one) => (one.group === 'row') !== !!one.part || (one.part && !source.includes(`key(id, '${one.part}')`)))
  expect(wrong.map((one) => one.key)).toEqual([])
})

// | 已登记 · registered | 受理 · accept (`accept`) | 已受理 · accepted | 受理审核 · triage (`complaint.triage`) |
const steps = readFileSync('../docs/lifecycles/complaint.md', 'utf8').split('\n').flatMap((line) => {
  const [, action, permission] = /^\| .* \(`(\w+)`\) \| .* \(`([\w.]+)`\) \|$/.exec(line) ?? []
  const zh_state = line.split('|')[1]?.split('·')[0]?.trim()
  return action && permission && zh_state ? [{ action, permission, state: state_of(zh_state) }] : []
})

function state_of(name: string): string {
  const texts = readFileSync('../data/texts/zh-CN/complaints.toml', 'utf8')
  return new RegExp(`"complaint\\.state\\.(\\w+)" = "${name}"`).exec(texts)?.[1] ?? ''
}

// On the spot is the same action of the lifecycle; a settled case stays one for its rows.
const other_names: Record<string, string> = { settle_on_the_spot: 'close' }

test('the states are those of the printed lifecycle', () => {
  expect(steps.length).toBeGreaterThan(100)
  const by_action = new Map<string, Set<string>>()
  for (const action of all_actions) {
    const name = other_names[action.key] ?? action.key
    const seen = by_action.get(name) ?? new Set()
    action.states.forEach((state) => seen.add(state))
    by_action.set(name, seen)
  }
  for (const [name, told] of by_action) {
    const printed = steps.filter((step) => step.action === name)
    if (printed.length) expect([...told].sort(), name).toEqual([...new Set(printed.map((step) => step.state))].sort())
  }
  // Nothing of the lifecycle is left out but what approvers do, on a page of their own.
  const missing = [...new Set(steps.map((step) => step.action))].filter((name) => !by_action.has(name))
  expect(missing.sort()).toEqual(['decide', 'hand_back'])
})
