// What each permission opens, for whoever grants one: `import permissions from 'permissions'` gives of each code the
// sentences of the operations that ask for it, from docs/openapi.json.
import { readFileSync } from 'node:fs'
import type { Plugin } from 'vite'

const name = 'permissions'
type Operations = Record<string, Record<string, { 'summary'?: string, 'description'?: string, 'x-permission'?: string }>>
type Words = Record<string, { 'zh-CN': string[], 'en': string[] }>

export function permissions(document: string): Plugin {
  return {
    name,
    resolveId: (id) => (id === name ? '\0' + id : undefined),
    load(id) {
      if (id !== '\0' + name) return undefined
      this.addWatchFile(document)
      return `export default ${JSON.stringify(words_of((JSON.parse(readFileSync(document, 'utf8')) as { paths: Operations }).paths))}`
    },
  }
}

export function words_of(paths: Operations): Words {
  const found: Words = {}
  for (const operation of Object.values(paths).flatMap((one) => Object.values(one))) {
    const code = operation['x-permission']
    if (!code) continue
    const words = found[code] ??= { 'zh-CN': [], 'en': [] }
    words['zh-CN'].push(operation.description ?? '')
    words.en.push(operation.summary ?? '')
  }
  return found
}
