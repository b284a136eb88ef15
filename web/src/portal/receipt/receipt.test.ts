import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { qr_code } from '@/ui/qr/qr_code'
import { size_for } from '@/ui/qr/qr_words'

const drawn = (text: string) => qr_code(text).map((row) => row.map((dark) => (dark ? '#' : '.')).join(''))

// The squares were read back by an independent reader (jsQR) when these were written down.
test.each([
  ['https://bank.example/follow#2026112200000001.1234567890123456', 33, '553e858066912eac'],
  ['消费者权益保护', 25, '8b04115912a9ae3d'],
  ['x'.repeat(200), 57, '52694c754b2960b4'],
])('the code of %j is as it was read', (text, side, told) => {
  const rows = drawn(text)
  expect(rows).toHaveLength(side)
  expect(createHash('sha256').update(rows.join('\n')).digest('hex').slice(0, 16)).toBe(told)
})

test('each corner but one has its finder', () => {
  const rows = drawn('a')
  const finder = ['#######', '#.....#', '#.###.#', '#.###.#', '#.###.#', '#.....#', '#######']
  const corner = (x: number, y: number) => rows.slice(y, y + 7).map((row) => row.slice(x, x + 7))
  expect(corner(0, 0)).toEqual(finder)
  expect(corner(14, 0)).toEqual(finder)
  expect(corner(0, 14)).toEqual(finder)
  expect(corner(14, 14)).not.toEqual(finder)
})

test('the smallest size that holds the text is taken, and no larger text than fits', () => {
  expect(size_for(14).version).toBe(1)
  expect(size_for(15).version).toBe(2)
  expect(size_for(213).version).toBe(10)
  expect(() => size_for(214)).toThrow(RangeError)
})
