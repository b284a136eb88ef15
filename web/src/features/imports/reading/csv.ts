// Tables as text: CSV as spreadsheets save it, or cells between tabs as they are copied. Pure.
export type Delimiter = ',' | ';' | '\t'

// Excel saves UTF-8 or GB18030 and says neither.
export function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('gb18030').decode(bytes)
  }
}

// The one that most of the first line's cells stand between.
export function delimiter_of(text: string): Delimiter {
  const first = text.slice(0, text.search(/[\r\n]|$/))
  const count = (one: Delimiter) => first.split(one).length
  return (['\t', ';', ','] as const).reduce((best, one) => (count(one) > count(best) ? one : best), ',')
}

export function parse_csv(text: string, delimiter: Delimiter): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  let cell = ''
  let quoted = false
  const end_cell = () => { row.push(cell); cell = '' }
  const end_row = () => {
    end_cell()
    if (row.length > 1 || row[0] !== '') rows.push(row)
    row = []
  }
  for (let at = 0; at < text.length; at += 1) {
    const one = text[at]
    if (quoted) {
      if (one !== '"') cell += one
      else if (text[at + 1] === '"') { cell += '"'; at += 1 }
      else quoted = false
    } else if (one === '"' && cell === '') quoted = true
    else if (one === delimiter) end_cell()
    else if (one === '\n') end_row()
    else if (one !== '\r') cell += one
  }
  if (cell !== '' || row.length) end_row()
  return rows
}

export function write_csv(rows: readonly (readonly string[])[]): string {
  const written = (cell: string) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)
  return rows.map((row) => row.map(written).join(',')).join('\r\n') + '\r\n'
}
