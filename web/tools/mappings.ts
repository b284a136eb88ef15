// The layouts of tables that the server takes, for the screens: `import layouts from 'shipped-mappings'` gives those of
// data/mappings/<target>/*.toml with the columns each asks for.
import { readdirSync, readFileSync } from 'node:fs'
import type { Plugin } from 'vite'

const name = 'shipped-mappings'

export interface Layout {
  name: string
  columns: { name: string, fields: string[], needed: boolean }[]
}

export function mappings(folder: string): Plugin {
  return {
    name,
    resolveId: (id) => (id === name ? '\0' + id : undefined),
    load(id) {
      if (id !== '\0' + name) return undefined
      const targets = readdirSync(folder).map((target) => {
        const files = readdirSync(`${folder}/${target}`).filter((file) => file.endsWith('.toml'))
        return [target, files.map((file) => {
          const path = `${folder}/${target}/${file}`
          this.addWatchFile(path)
          return layout_of(readFileSync(path, 'utf8'))
        })] as const
      })
      return `export default ${JSON.stringify(Object.fromEntries(targets))}`
    },
  }
}

// What docs/guide/import.md describes of it: name, source_id, and of each field its columns.
export function layout_of(toml: string): Layout {
  const columns = new Map<string, { name: string, fields: string[], needed: boolean }>()
  const take = (column: string) => {
    const found = columns.get(column) ?? { name: column, fields: [], needed: false }
    columns.set(column, found)
    return found
  }
  let named = ''
  for (const section of toml.split(/^(?=\[)/m)) {
    const head = /^\[fields\.("[^"]+"|\w+)\]/.exec(section)
    if (!head && section.startsWith('[')) continue
    const value = (key: string) => new RegExp(`^${key} = (.+)$`, 'm').exec(section)?.[1]
    if (!head) {
      named = JSON.parse(value('name') ?? '""') as string
      const id = value('source_id')
      if (id) take(JSON.parse(id) as string).needed = true
      continue
    }
    const field = (head[1] ?? '').replaceAll('"', '')
    const told = value('columns') ?? (value('column') ? `[${value('column')}]` : '[]')
    for (const column of JSON.parse(told) as string[]) {
      const found = take(column)
      found.fields.push(field)
      if (!/^optional = true$/m.test(section)) found.needed = true
    }
  }
  return { name: named, columns: [...columns.values()] }
}
