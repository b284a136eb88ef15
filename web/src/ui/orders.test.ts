// The arrow of a column says which way the server sorts: by some names the newest come first without a `-`.
import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const stores = readdirSync('../src', { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('store.cpp')).map((name) => readFileSync(`../src/${name}`, 'utf8'))
const newest_first = new Map(stores.flatMap((text) => [...text.matchAll(/\{"(\w+)", "[\w.]+",\s*(true|false),/g)]).map(([, name = '', falls]) => [name, falls === 'true']))
const pages = Object.keys(import.meta.glob('../features/**/*.{vue,ts}')).map((file) => file.replace('../', 'src/'))

test('each column that sorts falls where the server does', () => {
  expect(newest_first.get('received_at')).toBe(true)
  expect(newest_first.get('due_at')).toBe(false)
  const wrong = pages.flatMap((file) => [...readFileSync(file, 'utf8').matchAll(/\{ key: [^{}]* sort: '([a-z_]+)'(, falls: true)?/g)]
    .filter(([, name = '', falls]) => newest_first.has(name) && newest_first.get(name) !== !!falls).map(([found]) => `${file}:${found}`))
  // An order that is asked for is no column.
  expect(wrong.filter((one) => !/places\.ts|ViewTabs/.test(one))).toEqual([])
})

test('each order that a column asks for is one that its list knows', () => {
  const folder = (file: string) => file.split('/').slice(0, -1).join('/')
  const lists = pages.filter((file) => readFileSync(file, 'utf8').includes('default_sort:'))
  expect(lists.length).toBeGreaterThan(10)
  const unknown = pages.filter((file) => lists.some((list) => folder(list) === folder(file))).flatMap((file) => {
    const beside = lists.filter((list) => list === file || (!lists.includes(file) && folder(list) === folder(file))).map((list) => readFileSync(list, 'utf8')).join('')
    const known = [...beside.matchAll(/(?:default_sort|sorts|else): (?:'-?(\w+)'|\[([^\]]*)\])/g)].flatMap(([, one = '', several = '']) => [one, ...several.split(/[ ,'-]+/)])
    return [...readFileSync(file, 'utf8').matchAll(/\{ key: [^{}]* sort: '([a-z_]+)'/g)].filter(([, name = '']) => !known.includes(name)).map(([found]) => `${file}: ${found}`)
  })
  expect(unknown).toEqual([])
})
