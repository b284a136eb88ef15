// Which columns of a file are which of a layout. Pure.
import shipped from 'shipped-mappings'

export const targets = ['complaints', 'referrals', 'units', 'people'] as const
export type Target = typeof targets[number]

export interface LayoutColumn {
  name: string
  fields: string[]
  needed: boolean
}

export interface Layout {
  name: string
  columns: LayoutColumn[]
}

// The heading of the file for each column of the layout, '' for none.
export type Choice = Record<string, string>

export const layouts_of = (target: Target): readonly Layout[] => shipped[target] ?? []

// The layout with most of its needed columns in the file.
export function best_layout(target: Target, headings: readonly string[]): Layout | undefined {
  const share = ({ columns }: Layout) => {
    const needed = columns.filter((one) => one.needed)
    return needed.filter((one) => headings.includes(one.name)).length / Math.max(1, needed.length)
  }
  return layouts_of(target).reduce<Layout | undefined>((best, one) => (!best || share(one) > share(best) ? one : best), undefined)
}

const plain = (text: string) => text.replace(/[\s()（）:：*_-]/g, '').toLowerCase()

// The same name, or one that holds the other; no heading twice.
export function match(layout: Layout, headings: readonly string[]): Choice {
  const choice: Choice = Object.fromEntries(layout.columns.map((one) => [one.name, headings.includes(one.name) ? one.name : '']))
  const is_free = (heading: string) => !Object.values(choice).includes(heading)
  for (const { name } of layout.columns) {
    if (choice[name]) continue
    choice[name] = headings.find((one) => is_free(one) && plain(one) && (plain(one).includes(plain(name)) || plain(name).includes(plain(one)))) ?? ''
  }
  return choice
}

export interface Fault {
  column: string
  kind: 'missing' | 'twice'
}

export function faults_of(layout: Layout, choice: Choice): Fault[] {
  const chosen = layout.columns.map((one) => choice[one.name]).filter(Boolean)
  return layout.columns.flatMap(({ name, needed }): Fault[] => {
    const heading = choice[name]
    if (!heading) return needed ? [{ column: name, kind: 'missing' }] : []
    return chosen.filter((one) => one === heading).length > 1 ? [{ column: name, kind: 'twice' }] : []
  })
}

// The headings the server is sent: what was chosen bears the layout's name. A heading that has such a name by itself
// and was not chosen is marked, so that it is not taken for it; empty headings get a name, too.
export function renamed(headings: readonly string[], choice: Choice): string[] {
  const name_of = new Map(Object.entries(choice).filter(([, heading]) => heading).map(([name, heading]) => [heading, name]))
  const taken = new Set(Object.keys(choice))
  return headings.map((heading, at) => name_of.get(heading) ?? (heading === '' ? `#${at + 1}` : taken.has(heading) ? `${heading} #${at + 1}` : heading))
}

const personal = /^complainant|^phone$|^wording$|^demand$|^description$|^claim$|identity_number/

// A cell as it is shown before it is imported: what is a customer's is only hinted at.
export function shown_cell(column: LayoutColumn | undefined, text: string): string {
  if (!text || !column?.fields.some((field) => personal.test(field))) return text
  const [first = ''] = text
  return /^\d{7,}$/.test(text) ? `${text.slice(0, 3)}****${text.slice(-2)}` : `${first}**`
}
