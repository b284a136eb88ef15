import { expect, test } from 'vitest'
import { add_texts } from '@/i18n/language'
import { texts } from '../texts'
import { fen_of } from './amount'
import { too_large } from './files'
import { looks_like_phone, plain_phone } from './phone'

test.each([['', null], ['200', 20000], ['38.5', 3850], ['¥1,200.05元', 120005], ['１２', 1200], ['二百', undefined], ['-1', undefined], ['1.234', undefined]])(
  'the amount %s is %s fen', (text, fen) => { expect(fen_of(text)).toBe(fen) })

test.each(['13800138000', '138 0013 8000', '+86 13800138000', '0571-88881234', '４００-123-4567', '+447700900123'])('%s is a telephone number', (text) => {
  expect(looks_like_phone(text)).toBe(true)
})
test.each(['138', '1380013800', '88881234', 'abc'])('%s is none', (text) => {
  expect(looks_like_phone(text)).toBe(false)
})
test('a number is sent without its spaces', () => {
  expect(plain_phone('（0571）8888 1234')).toBe('057188881234')
})

add_texts('portal', texts)
const limits = { image_mb: 1, document_mb: 2, text_mb: 1, audio_mb: 3, video_mb: 4, files_max: 20, total_mb: 200 }
test.each([['image/png', 1, undefined], ['image/png', 1.1, '最多 1 MB'], ['video/mp4', 3.9, undefined], ['audio/mpeg', 3.5, '最多 3 MB'], ['application/pdf', 2.5, '最多 2 MB']])(
  'a file of %s with %d MB', (type, mb, told) => {
    const problem = too_large({ type, size: mb * 1_048_576 }, limits)
    if (told === undefined) expect(problem).toBeUndefined()
    else expect(problem?.text['zh-CN']).toContain(told)
  })
