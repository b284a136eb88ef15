// The server's sentences for the screens: `import texts from 'server-texts:complaints/complaint.state'` gives the
// keys of data/texts/<language>/complaints.toml below `complaint.state.`, in both languages.
import { readFileSync } from 'node:fs'
import type { Plugin } from 'vite'

const prefix = 'server-texts:'

export function serverTexts(folder: string): Plugin {
  return {
    name: 'server-texts',
    resolveId: (id) => (id.startsWith(prefix) ? '\0' + id : undefined),
    load(id) {
      if (!id.startsWith('\0' + prefix)) return undefined
      const [file = '', branch = ''] = id.slice(prefix.length + 1).split('/')
      const texts: Record<string, Record<string, string>> = {}
      for (const language of ['zh-CN', 'en']) {
        const path = `${folder}/${language}/${file}.toml`
        this.addWatchFile(path)
        texts[language] = below(branch, readFileSync(path, 'utf8'))
      }
      return `export default ${JSON.stringify(texts)}`
    },
  }
}

// Texts are flat TOML: `"key" = "sentence"`, one a line (tools/tidy.py, texts_are_toml).
function below(branch: string, toml: string): Record<string, string> {
  const found: Record<string, string> = {}
  for (const line of toml.split('\n')) {
    const [, key, value] = /^("[^"]+") = (".*")$/.exec(line) ?? []
    if (!key || !value) continue
    const name = JSON.parse(key) as string
    if (name.startsWith(branch + '.')) {
      found[name.slice(branch.length + 1)] = JSON.parse(value) as string
    }
  }
  return found
}
