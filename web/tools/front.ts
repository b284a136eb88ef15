// web/dist as it was just built, in front of a running server: its headers are the server's own, all else goes to it.
// So pages are tried under the real policy without building the program again.
import { existsSync, readFileSync } from 'node:fs'
import { createServer, request, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join, normalize } from 'node:path'
import { fileURLToPath } from 'node:url'

const dist = fileURLToPath(new URL('../dist', import.meta.url))
const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml', '.png': 'image/png', '.webmanifest': 'application/manifest+json', '.woff2': 'font/woff2',
}

// Listens on a port of 127.0.0.1, on any free one for 0.
export async function open_front(server: string, port: number): Promise<{ url: string, close: () => void }> {
  const page_headers = (await fetch(server, { headers: { Accept: 'text/html' } })).headers
  const kept = ['content-security-policy', 'cross-origin-opener-policy', 'cross-origin-resource-policy', 'x-content-type-options', 'referrer-policy']
  const headers = Object.fromEntries(kept.flatMap((name) => {
    const value = page_headers.get(name)
    return value ? [[name, value]] : []
  }))
  const front = createServer((asked, answer) => {
    const file = file_for(asked)
    if (!file) return pass_on(server, asked, answer)
    answer.writeHead(200, { ...headers, 'Content-Type': types[extname(file)] ?? 'application/octet-stream', 'Cache-Control': 'no-store' })
    answer.end(readFileSync(file))
  })
  await new Promise<void>((ready) => front.listen(port, '127.0.0.1', ready))
  return { url: `http://127.0.0.1:${(front.address() as AddressInfo).port}`, close: () => end(front) }
}

function end(front: Server): void {
  front.closeAllConnections()
  front.close()
}

function file_for(asked: IncomingMessage): string | undefined {
  const path = normalize(new URL(asked.url ?? '/', 'http://localhost').pathname)
  if (path.startsWith('/api')) return undefined
  const file = join(dist, path)
  if (path !== '/' && extname(path) && existsSync(file)) return file
  if (!asked.headers.accept?.includes('text/html')) return undefined
  const page = join(dist, path === '/desk' || path.startsWith('/desk/') ? 'console.html' : 'portal.html')
  return existsSync(page) ? page : undefined
}

function pass_on(server: string, asked: IncomingMessage, answer: ServerResponse): void {
  // The server answers to its own name only.
  const headers = { ...asked.headers, host: new URL(server).host, ...(asked.headers.origin ? { origin: server } : {}) }
  const passed = request(new URL(asked.url ?? '/', server), { method: asked.method, headers }, (got) => {
    answer.writeHead(got.statusCode ?? 502, got.headers)
    got.pipe(answer)
  })
  passed.on('error', () => answer.destroy())
  answer.on('close', () => passed.destroy())
  asked.pipe(passed)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { url } = await open_front(process.env.XB_SERVER ?? 'http://127.0.0.1:8080', Number(process.env.PORT ?? 0))
  process.stdout.write(`${url}/desk\n`)
}
