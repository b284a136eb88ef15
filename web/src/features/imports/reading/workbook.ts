// The first sheet of an XLSX file: its headings, some rows to look at, and the same file with other headings. Only the
// heading row is written anew, so dates and long numbers reach the server as the spreadsheet has them.
import { packed, read_zip, unpacked, write_zip, type Entry } from './zip'

const shown_rows = 200
const row_end = /<\/(?:\w+:)?row>/g
const excel_day_zero = Date.UTC(1899, 11, 30)

export interface Sheet {
  rows: string[][]
  count: number
  renamed: (headings: readonly string[]) => Promise<Blob>
}

export async function open_workbook(bytes: Uint8Array): Promise<Sheet> {
  const entries = read_zip(bytes)
  const part = (name: string) => entries.find((one) => one.name === name)
  const path = await first_sheet(part)
  const xml = await unpacked(part(path))
  const strings = part('xl/sharedStrings.xml') ? shared_strings(await unpacked(part('xl/sharedStrings.xml'))) : []
  const dates = part('xl/styles.xml') ? date_styles(await unpacked(part('xl/styles.xml'))) : new Set<number>()
  const ends = [...xml.matchAll(row_end)]
  return {
    rows: read_rows(xml, ends, strings, dates),
    count: Math.max(0, ends.length - 1),
    renamed: async (headings) => write_zip(await Promise.all(entries.map((one: Entry) =>
      (one.name === path ? packed(path, with_headings(xml, headings)) : one)))),
  }
}

async function first_sheet(part: (name: string) => Entry | undefined): Promise<string> {
  const sheet = tags(parsed(await unpacked(part('xl/workbook.xml'))), 'sheet')[0]
  const id = [...sheet?.attributes ?? []].find((one) => one.name.endsWith(':id'))?.value
  const relation = tags(parsed(await unpacked(part('xl/_rels/workbook.xml.rels'))), 'Relationship').find((one) => one.getAttribute('Id') === id)
  const target = relation?.getAttribute('Target') ?? 'worksheets/sheet1.xml'
  return target.startsWith('/') ? target.slice(1) : `xl/${target}`
}

function shared_strings(xml: string): string[] {
  return tags(parsed(xml), 'si').map((one) => tags(one, 't')
    .filter((text) => text.parentElement?.localName !== 'rPh').map((text) => text.textContent).join(''))
}

// Which styles of cells show a day: the built-in formats 14 to 22, and own ones that name year, month or day.
function date_styles(xml: string): Set<number> {
  const styles = parsed(xml)
  const own = new Set(tags(styles, 'numFmt').filter((one) => /[ymd]/i.test((one.getAttribute('formatCode') ?? '').replace(/"[^"]*"|\[[^\]]*\]/g, '')))
    .map((one) => Number(one.getAttribute('numFmtId'))))
  const formats = tags(styles, 'cellXfs')[0]
  return new Set([...formats?.children ?? []].flatMap((one, index) => {
    const format = Number(one.getAttribute('numFmtId'))
    return (format >= 14 && format <= 22) || own.has(format) ? [index] : []
  }))
}

function read_rows(xml: string, ends: RegExpExecArray[], strings: readonly string[], dates: ReadonlySet<number>): string[][] {
  const last = ends[Math.min(ends.length, shown_rows + 1) - 1]
  if (!last) return []
  const prefix = /<\/(\w+:)?row>/.exec(last[0])?.[1] ?? ''
  const some = parsed(`${xml.slice(0, last.index + last[0].length)}</${prefix}sheetData></${prefix}worksheet>`)
  return tags(some, 'row').map((row) => {
    const cells: string[] = []
    for (const cell of tags(row, 'c')) cells[column_of(cell.getAttribute('r'), cells.length)] = value_of(cell, strings, dates)
    return Array.from(cells, (one) => one ?? '')
  })
}

function value_of(cell: Element, strings: readonly string[], dates: ReadonlySet<number>): string {
  const type = cell.getAttribute('t')
  if (type === 'inlineStr') return tags(cell, 't').map((one) => one.textContent).join('')
  const value = tags(cell, 'v')[0]?.textContent ?? ''
  if (type === 's') return strings[Number(value)] ?? ''
  if (value && !type && dates.has(Number(cell.getAttribute('s')))) return day_of(Number(value))
  return value
}

function day_of(serial: number): string {
  const at = new Date(excel_day_zero + Math.round(serial * 86_400) * 1000).toISOString()
  return Number.isInteger(serial) ? at.slice(0, 10) : at.slice(0, 16).replace('T', ' ')
}

// `C7` stands in the third column; without a name a cell follows the one before.
function column_of(name: string | null, next: number): number {
  const letters = /^[A-Z]+/.exec(name ?? '')?.[0]
  return letters ? [...letters].reduce((sum, one) => sum * 26 + one.charCodeAt(0) - 64, 0) - 1 : next
}

function name_of(column: number): string {
  return (column >= 26 ? name_of(Math.floor(column / 26) - 1) : '') + String.fromCharCode(65 + column % 26)
}

export function with_headings(xml: string, headings: readonly string[]): string {
  const found = /<(\w+:)?row\b[^>]*>[\s\S]*?<\/(?:\w+:)?row>/.exec(xml)
  if (!found) return xml
  const prefix = found[1] ?? ''
  const number = /\br="(\d+)"/.exec(found[0])?.[1] ?? '1'
  const text = (value: string) => value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
  const cells = headings.map((heading, column) =>
    `<${prefix}c r="${name_of(column)}${number}" t="inlineStr"><${prefix}is><${prefix}t>${text(heading)}</${prefix}t></${prefix}is></${prefix}c>`)
  const row = `<${prefix}row r="${number}">${cells.join('')}</${prefix}row>`
  return xml.slice(0, found.index) + row + xml.slice(found.index + found[0].length)
}

function parsed(xml: string): Document {
  return new DOMParser().parseFromString(xml, 'text/xml')
}

function tags(within: Document | Element, name: string): Element[] {
  return [...within.getElementsByTagNameNS('*', name)]
}
