// The addresses of all pages, as the features and the portal declare them: a page that is added is here by itself.
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const source = (path: string) => fileURLToPath(new URL(`../../src/${path}`, import.meta.url))

function paths_in(file: string): string[] {
  return [...readFileSync(file, 'utf8').matchAll(/path: '([^']+)'/g)].map(([, path]) => path ?? '')
}

export interface Declared {
  // With its parameters: /complaints/:id(\d+).
  path: string
  permission: string | undefined
}

export function console_routes(): Declared[] {
  return readdirSync(source('features')).flatMap((name) => readFileSync(source(`features/${name}/feature.ts`), 'utf8').split('\n')).flatMap((line) => {
    const path = /path: '([^']+)'/.exec(line)?.[1]?.replaceAll('\\\\', '\\')
    return path ? [{ path, permission: /permission: '([^']+)'/.exec(line)?.[1] }] : []
  })
}

export function portal_paths(): string[] {
  return paths_in(source('portal/router.ts')).filter((path) => !path.includes(':'))
}

export const is_whole = (path: string) => !path.includes(':')
// What an address of this page looks like: /complaints/7.
export const pattern_of = (path: string) => new RegExp(`^${path.replace(/:\w+\(([^)]*)\)/g, '$1').replace(/:\w+/g, '[^/]+')}$`)
