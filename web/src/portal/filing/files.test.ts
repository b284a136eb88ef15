import { readFileSync } from 'node:fs'
import { beforeAll, expect, test, vi } from 'vitest'
import { add_texts } from '@/i18n/language'
import { texts } from '../texts'
import { accept_of, taken, useUploads } from './files'
import type { KeptFile } from '@/api/portal'

beforeAll(() => add_texts('portal', texts))

const photo = (name = 'a.png') => new File(['x'], name, { type: 'image/png', lastModified: 1 })
const kept = (id: number): KeptFile => ({ id, kind: 'supporting_document', name: 'a.png', type: 'png', media_type: 'image/png', bytes: 1 })

test('what can be chosen is what the server takes', () => {
  const source = readFileSync('../src/platform/files/kinds.cpp', 'utf8')
  const rows = [...source.matchAll(/\{"(\w+)", "[\w/.+-]+",\s+FileKind::\w+, "(\w*)"\}/g)]
  const endings = rows.flatMap(([, name, other]) => [name, other]).filter(Boolean)
  expect(endings.length).toBeGreaterThan(20)
  expect(Object.values(taken).flat().sort()).toEqual(endings.sort())
  expect(accept_of('paper')).toBe('.pdf,.docx,.xlsx,.pptx,.ofd,.txt,.log')
})

test('a file that the server has already is said to be there', async () => {
  const there = new Set<number>()
  const done = ({ id }: KeptFile) => !there.has(id) && !!there.add(id)
  const it = useUploads({ put: () => Promise.resolve(kept(7)), done, limits: () => undefined })
  it.add([photo(), photo('b.png')], 'supporting_document')
  await vi.waitFor(() => expect(it.uploads.map((one) => one.problem?.text['zh-CN'] ?? one.state)).toEqual(['done', '这张已经传过了。']))
})

test('what is held goes when it is told to, and can be taken back before', async () => {
  const put: string[] = []
  const it = useUploads({ put: (file) => { put.push(file.name); return Promise.resolve(kept(put.length)) }, done: () => true, limits: () => undefined, is_held: true })
  it.add([photo('a.png'), photo('b.png')], 'supporting_document')
  it.add([photo('a.png')], 'supporting_document')
  expect(it.uploads.map((one) => one.state)).toEqual(['waiting', 'waiting', 'refused'])
  it.uploads.slice(1).forEach((one) => it.drop(one))
  await it.run()
  expect(put).toEqual(['a.png'])
})
