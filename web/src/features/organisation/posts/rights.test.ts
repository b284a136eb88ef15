import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { PostGrant } from '@/api/types'
import { rights_of } from './rights'
import en from './texts.en'
import zh from './texts.zh'

const grant = (permission: string): PostGrant => ({ permission, reach: 'bank', sensitivity: 'masked' })

test('rights stand by module, in the order of a day', () => {
  const rights = rights_of(['system.read', 'complaint.read', 'complaint.assign', 'intake.praise', 'zebra.feed'].map(grant))
  expect(rights.map((one) => one.module)).toEqual(['intake', 'complaint', 'system', 'zebra'])
  expect(rights[1]?.grants.map((one) => one.permission)).toEqual(['complaint.read', 'complaint.assign'])
})

test('every permission that a post has is named in both languages, and none besides', () => {
  const folder = '../data/posts'
  const held = new Set(readdirSync(folder).flatMap((file) => [...readFileSync(`${folder}/${file}`, 'utf8').matchAll(/permission = "([^"]+)"/g)].map(([, code]) => code ?? '')))
  const named = (tree: Record<string, Record<string, string>>) => Object.entries(tree).flatMap(([module, all]) => Object.keys(all).map((deed) => `${module}.${deed}`)).sort()
  expect(named(zh.permission)).toEqual([...held].sort())
  expect(named(en.permission)).toEqual([...held].sort())
  for (const module of new Set([...held].map((one) => one.split('.')[0] ?? ''))) expect(zh.module).toHaveProperty(module)
})
