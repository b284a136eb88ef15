import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { asked_by, matters, query, states, view_of } from './filters'

test('a way to look at the list stands in the address and is known again', () => {
  const asked = asked_by('settled')
  expect(view_of(query.read(query.write(asked) as never))).toBe('settled')
  expect(view_of(query.read({}))).toBe('all')
  expect(view_of({ filters: { state: ['waiting'], matter: ['offer'] }, sort: '-asked_at' })).toBeUndefined()
})

test('states and matters are those of the server', () => {
  const api = JSON.parse(readFileSync('../docs/openapi.json', 'utf8')) as
    { components: { schemas: Record<string, { properties: Record<string, { enum?: string[] }> }> } }
  expect([...states].sort()).toEqual([...api.components.schemas['approvals.ApprovalItem']?.properties.state?.enum ?? []].sort())
  for (const matter of matters) expect(readFileSync(`../data/approvals/${matter}.toml`, 'utf8')).toContain(`matter = "${matter}"`)
})
