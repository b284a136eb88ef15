// Every key that is asked for is there in both languages, every text is asked for, and no language is mixed into
// the other. Texts of the server are the server's to check.
import { readFileSync } from 'node:fs'
import permissions from 'permissions'
import { expect, test } from 'vitest'
import type { InBoth, Texts } from './i18n/language'
import { texts as console_texts } from './console/texts'
import { texts as ui_texts } from './ui/texts'
import type { Feature } from './feature'

const features = import.meta.glob<{ default: Feature }>('./features/*/feature.ts', { eager: true })
const portals = import.meta.glob<{ texts: InBoth }>('./portal/texts.ts', { eager: true })
const own_texts = import.meta.glob<{ default: Texts }>('./**/texts.zh.ts', { eager: true })
const sources = Object.keys(import.meta.glob(['./**/*.{ts,vue}', '!./**/*.test.ts', '!./api/*.ts']))

const all: [string, InBoth][] = [
  ['ui', ui_texts], ['console', console_texts],
  ...Object.values(portals).map(({ texts }): [string, InBoth] => ['portal', texts]),
  ...Object.values(features).map(({ default: one }): [string, InBoth] => [one.name, one.texts]),
]

function flat(tree: Texts, before: string): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]): [string, string][] => {
    const name = `${before}.${key}`
    return typeof value === 'string' ? [[name, value]] : flat(value, name)
  })
}

const zh = new Map(all.flatMap(([name, texts]) => flat(texts['zh-CN'], name)))
const en = new Map(all.flatMap(([name, texts]) => flat(texts.en, name)))
const names = all.map(([name]) => name).join('|')

// Keys as they stand in the sources, whole or with a gap: `complaints.state.${row.state}`.
const asked = sources.flatMap((file) => {
  const found = readFileSync(`src/${file.slice(2)}`, 'utf8').matchAll(new RegExp(`['"\`]((?:${names})\\.(?:[\\w-]|\\.|\\$\\{[^}]*\\})+)['"\`]`, 'g'))
  return [...found].map(([, key]) => ({ file, key: key ?? '' }))
})
const pattern_of = (key: string) => new RegExp(`^${key.split(/\$\{[^}]*\}/).map((part) => part.replaceAll('.', '\\.')).join('.+')}$`)
// Names of routes and permissions look like keys.
const others = new Set([...Object.values(features).flatMap(({ default: one }) => one.routes.map((route) => String(route.name))), ...Object.keys(permissions)])

test('each key that is asked for is there', () => {
  const missing = asked.filter(({ key }) => {
    if (others.has(key) || zh.has(key)) return false
    const pattern = pattern_of(key)
    return ![...zh.keys()].some((one) => pattern.test(one))
  })
  expect(missing).toEqual([])
})

test('both languages have the same keys, and the same gaps in them', () => {
  expect([...en.keys()].sort()).toEqual([...zh.keys()].sort())
  const gaps = (text: string) => [...new Set(text.match(/\{\w+\}/g))].sort().join(' ')
  const differ = [...zh].filter(([key, text]) => gaps(text) !== gaps(en.get(key) ?? '')).map(([key]) => key)
  expect(differ).toEqual([])
})

// ./features/complaints/page/texts.zh.ts -> complaints.page
const place_of = (file: string) => file.replace(/^\.\/(features\/)?/, '').split('/').slice(0, -1).join('.')

test('each text is asked for', () => {
  const whole = new Set(asked.map(({ key }) => key))
  const patterns = [...whole].filter((key) => key.includes('$')).map(pattern_of)
  const own = Object.entries(own_texts).flatMap(([file, { default: tree }]) => flat(tree, place_of(file)))
  const unused = own.filter(([key]) => !whole.has(key) && !patterns.some((one) => one.test(key))).map(([key]) => key)
  expect(unused).toEqual([])
})

test('no language is mixed into the other', () => {
  const han = /\p{Script=Han}/u
  expect([...en].filter(([, text]) => han.test(text)).map(([key]) => key)).toEqual([])
  const foreign = [...zh].filter(([, text]) => !han.test(text) && /[a-z]{3}/.test(text.replaceAll(/\{\w+\}/g, ''))).map(([key]) => key)
  expect(foreign).toEqual([])
})
