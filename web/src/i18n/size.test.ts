import { expect, test } from 'vitest'
import { size_text } from './size'

test.each([[0, '0 KB'], [1, '1 KB'], [51_300, '51 KB'], [1_048_575, '1024 KB'], [1_048_576, '1.0 MB'], [5_400_000, '5.1 MB']])('%d bytes are %s', (bytes, text) => {
  expect(size_text(bytes)).toBe(text)
})
