import { expect, test } from 'vitest'
import { fen_in, yuan_of } from './money'

test.each([['1,200.50', 120050], ['¥600', 60000], ['６００元', 60000], ['0.1', 10], ['1，000', 100000], ['0.29', 29], ['19.99', 1999], [' ￥1 000 ', 100000], ['90071992547.40', 9007199254740]])('%s is %d fen', (yuan, fen) => expect(fen_in(yuan)).toBe(fen))
test.each(['about 600', '1.234', '-5', '', '1e3'])('%s is no amount', (yuan) => expect(fen_in(yuan)).toBeUndefined())
test('what stands in a field is read again as the same', () => {
  for (const fen of [0, 5, 10, 123450, 60000]) expect(fen_in(yuan_of(fen))).toBe(fen)
  expect([yuan_of(null), yuan_of(20000), yuan_of(3850)]).toEqual(['', '200', '38.50'])
})
