import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { solve } from './puzzle'
import { sha256 } from './sha256'

const hex = (words: Uint32Array) => [...words].map((word) => word.toString(16).padStart(8, '0')).join('')

test.each([0, 1, 55, 56, 63, 64, 65, 119, 120, 1000])('SHA-256 of %d characters is that of OpenSSL', (length) => {
  const text = 'abcdefghij'.repeat(100).slice(0, length)
  expect(hex(sha256(new TextEncoder().encode(text)))).toBe(createHash('sha256').update(text).digest('hex'))
})

test('each answer makes a hash that begins with the zero bits asked for', () => {
  const puzzle = 'c2lnbmVk.1763800000'
  const answers = solve({ puzzle, count: 4, bits: 10 })
  expect(answers).toHaveLength(4)
  answers.forEach((n, i) => {
    const hash = createHash('sha256').update(`${puzzle}.${i}.${n}`).digest()
    expect(hash.readUInt32BE() >>> 22).toBe(0)
  })
})
