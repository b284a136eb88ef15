// A table somebody brings, whatever it came in: headings and rows to look at, and its bytes with other headings.
import { decode, delimiter_of, parse_csv, write_csv } from './csv'
import { open_workbook } from './workbook'

export interface Table {
  name: string
  headings: string[]
  // The first ones.
  rows: string[][]
  count: number
  // The file as it is sent: with these headings instead of its own.
  with_headings: (headings: readonly string[]) => Promise<Blob>
}

const shown_rows = 200

export async function open_file(file: File): Promise<Table> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  const is_archive = bytes[0] === 0x50 && bytes[1] === 0x4b
  if (!is_archive) return open_text(decode(bytes), file.name)
  const sheet = await open_workbook(bytes)
  const headings = trimmed(sheet.rows[0])
  return {
    name: file.name,
    headings,
    rows: sheet.rows.slice(1),
    count: sheet.count,
    with_headings: (wanted) => (is_same(headings, wanted) ? Promise.resolve(file) : sheet.renamed(wanted)),
  }
}

export function open_text(text: string, name: string): Table {
  const all = parse_csv(text, delimiter_of(text))
  return {
    name,
    headings: trimmed(all[0]),
    rows: all.slice(1, shown_rows + 1),
    count: Math.max(0, all.length - 1),
    with_headings: (wanted) => Promise.resolve(new Blob([write_csv([wanted, ...all.slice(1)])])),
  }
}

const trimmed = (row: readonly string[] | undefined) => (row ?? []).map((one) => one.trim())
const is_same = (a: readonly string[], b: readonly string[]) => a.length === b.length && a.every((one, at) => one === b[at])
