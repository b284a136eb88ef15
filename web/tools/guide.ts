// Help beside the screens: docs/guide/<language>/<feature>.md becomes HTML while building, without its pictures: the
// screen itself stands beside it. What it shows is ours, never a user's. `import pages from 'guide:pages'` gives {language: {feature: () => Promise<html>}}.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { marked } from 'marked'
import type { Plugin } from 'vite'

const listed = 'guide:pages'
const single = 'guide:page/'
// A picture has a line of its own.
const picture = /^!\[[^\n]*\n+/gm

export function guide(folder: string): Plugin {
  return {
    name: 'guide',
    resolveId: (id) => (id === listed || id.startsWith(single) ? '\0' + id : undefined),
    async load(id) {
      if (id === '\0' + listed) return listOf(folder)
      if (!id.startsWith('\0' + single)) return undefined
      const path = `${folder}/${id.slice(single.length + 1)}.md`
      this.addWatchFile(path)
      return `export default ${JSON.stringify(await marked.parse(readFileSync(path, 'utf8').replaceAll(picture, '')))}`
    },
  }
}

function listOf(folder: string): string {
  const languages = ['zh-CN', 'en'].map((language) => {
    const path = `${folder}/${language}`
    const files = existsSync(path) ? readdirSync(path).filter((name) => name.endsWith('.md')) : []
    const pages = files.map((name) => {
      const page = name.slice(0, -3)
      return `${JSON.stringify(page)}: () => import(${JSON.stringify(`${single}${language}/${page}`)}).then((it) => it.default)`
    })
    return `${JSON.stringify(language)}: {${pages.join(',')}}`
  })
  return `export default {${languages.join(',')}}`
}
