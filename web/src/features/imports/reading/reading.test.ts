import { expect, test } from 'vitest'
import { decode, delimiter_of, parse_csv, write_csv } from './csv'
import { open_text } from './table'
import { with_headings } from './workbook'
import { packed, read_zip, unpacked, write_zip } from './zip'

test('quotes keep delimiters, lines and quotes within a cell', () => {
  const text = '编号,内容\r\n1,"甲,乙\n说""好"""\r\n\r\n2,丙\r\n'
  expect(parse_csv(text, ',')).toEqual([['编号', '内容'], ['1', '甲,乙\n说"好"'], ['2', '丙']])
  expect(parse_csv(write_csv(parse_csv(text, ',')), ',')).toEqual(parse_csv(text, ','))
})

test('a file that Excel saved in GB18030 is read', () => {
  expect(decode(new Uint8Array([0xb1, 0xe0, 0xba, 0xc5]))).toBe('编号')
  expect(decode(new TextEncoder().encode('\ufeff编号'))).toBe('编号')
})

test('cells that were copied stand between tabs', async () => {
  expect(delimiter_of('编号\t内容\n')).toBe('\t')
  const table = open_text('号\t内容\n1\t甲,乙\n', '')
  expect(table).toMatchObject({ headings: ['号', '内容'], count: 1 })
  expect(await (await table.with_headings(['编号', '内容'])).text()).toBe('编号,内容\r\n1,"甲,乙"\r\n')
})

test('an archive keeps its parts when one is replaced', async () => {
  const first = new Uint8Array(await write_zip([await packed('a.xml', '<a/>'), await packed('b/c.xml', '旧')]).arrayBuffer())
  const entries = read_zip(first)
  expect(await unpacked(entries[1])).toBe('旧')
  const second = read_zip(new Uint8Array(await write_zip([entries[0] as typeof entries[0] & object, await packed('b/c.xml', '新的内容')]).arrayBuffer()))
  expect(await Promise.all(second.map(unpacked))).toEqual(['<a/>', '新的内容'])
})

test('only the heading row is written anew', () => {
  const sheet = '<worksheet><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c></row><row r="2"><c r="A2"><v>46000</v></c></row></sheetData></worksheet>'
  const written = with_headings(sheet, ['甲 & 乙'])
  expect(written).toContain('<t>甲 &amp; 乙</t>')
  expect(written).toContain('<row r="2"><c r="A2"><v>46000</v></c></row>')
})
