// Text against every ground it may stand on: 4.5 and more, 7 and more in elder mode (WCAG 2.2, 1.4.3 and 1.4.6).
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const sheet = ['../../ui/styles/tokens.css', '../portal.css'].map((file) => readFileSync(join(import.meta.dirname, file), 'utf8')).join('\n')

function values_of(...selectors: string[]): Map<string, string> {
  const found = new Map<string, string>()
  for (const selector of selectors) {
    for (const rule of sheet.split('}')) {
      const [head = '', body = ''] = rule.split('{')
      if (head.replace(/\/\*[\s\S]*?\*\//g, '').trim() !== selector) continue
      for (const [, name = '', value = ''] of body.matchAll(/--([\w-]+):\s*(#[0-9a-f]{3,6});/g)) found.set(name, value)
    }
  }
  return found
}

function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = (colour.slice(1).match(/../g) ?? []).map((pair) => {
    const part = parseInt(pair, 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function contrast(one: string, other: string): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}

const grounds = ['ground', 'surface', 'sunken']
const pairs: [string, string][] = [
  ...['text', 'muted', 'ink', 'soon', 'late', 'kept'].flatMap((text) => grounds.map((ground) => [text, ground] as [string, string])),
  ['ink', 'ink-soft'], ['text', 'ink-soft'], ['muted', 'ink-soft'], ['soon', 'soon-soft'], ['late', 'late-soft'], ['kept', 'kept-soft'], ['text', 'kept-soft'],
  ['on-ink', 'button'],
]

const light = [':root']
const dark = [':root', '[data-theme="dark"]']
test.each([
  ['light', light, 4.5],
  ['dark', dark, 4.5],
  ['elder', [...light, '.portal.elder'], 7],
  ['elder in the dark', [...dark, '.portal.elder', '[data-theme="dark"] .portal.elder'], 7],
])('text stands out from its ground: %s', (_, selectors, least) => {
  const values = values_of(...selectors)
  const faint = pairs.flatMap(([text, ground]) => {
    const found = contrast(values.get(text) ?? '', values.get(ground) ?? '')
    return found >= least ? [] : [`${text} on ${ground}: ${found.toFixed(2)}`]
  })
  expect(faint).toEqual([])
})
