// Photos, recordings and papers on their way: one after the other, with the part that has gone.
import { reactive } from 'vue'
import { problem_of, type Problem } from '@/api/problem'
import { own_refusal } from '../server/refusals'
import type { KeptFile, Limits } from '@/api/portal'

export type FileKind = 'supporting_document' | 'authorisation' | 'recording'
export interface Upload {
  key: number
  name: string
  bytes: number
  kind: FileKind
  file: File
  part: number
  state: 'waiting' | 'sending' | 'done' | 'refused'
  problem?: Problem
  kept?: KeptFile
}
export interface Way {
  // Where they go: into a draft or to a case.
  put: (file: File, kind: FileKind, on_part: (part: number) => void) => Promise<KeptFile>
  // False where the server has had that very file from here already.
  done: (file: KeptFile) => boolean
  limits: () => Limits | undefined
  // They wait for `run`, and can be taken back until then. Otherwise they go at once, and again once the network is back.
  is_held?: boolean
}

const retry_ms = 5000

export function useUploads({ put, done, limits, is_held }: Way) {
  const uploads = reactive<Upload[]>([])
  let last = 0
  let running = false
  let retry: ReturnType<typeof setTimeout> | undefined

  function add(files: Iterable<File>, kind: FileKind): void {
    for (const file of files) {
      const problem = uploads.some((one) => one.state === 'waiting' && is_same(one.file, file)) ? known(file.type) : too_large(file, limits())
      const state = problem ? 'refused' : 'waiting'
      uploads.push({ key: ++last, name: file.name, bytes: file.size, kind, file, part: 0, state, ...(problem && { problem }) })
    }
    if (!is_held) void run()
  }

  // All went if none waits and none is refused then.
  async function run(): Promise<void> {
    if (running) return
    running = true
    clearTimeout(retry)
    for (let next = first(); next; next = first()) {
      if (!await send(next)) break
    }
    running = false
  }

  const first = () => uploads.find((one) => one.state === 'waiting')

  // False where the network is away: then the rest waits, too.
  async function send(upload: Upload): Promise<boolean> {
    upload.state = 'sending'
    try {
      upload.kept = await put(upload.file, upload.kind, (part) => { upload.part = part })
      upload.state = 'done'
      if (!done(upload.kept)) Object.assign(upload, { state: 'refused', problem: known(upload.kept.media_type) })
    } catch (error) {
      const problem = problem_of(error)
      upload.part = 0
      upload.state = problem.is_passing ? 'waiting' : 'refused'
      if (!problem.is_passing) upload.problem = problem
      else if (!is_held) retry = setTimeout(() => void run(), retry_ms)
      return !problem.is_passing
    }
    return true
  }

  function drop(upload: Upload): void {
    const at = uploads.indexOf(upload)
    if (at >= 0) uploads.splice(at, 1)
  }

  function clear(): void {
    uploads.splice(0)
    clearTimeout(retry)
  }

  return { uploads, add, drop, run, clear }
}

// Said before a long way is begun in vain; the server judges by the content.
export function too_large(file: Pick<File, 'type' | 'size'>, limits: Limits | undefined): Problem | undefined {
  if (!limits) return undefined
  const [family = ''] = file.type.split('/')
  const most = { image: limits.image_mb, audio: limits.audio_mb, video: limits.video_mb }[family] ?? limits.document_mb
  if (file.size <= most * 1_048_576) return undefined
  return own_refusal({ status: 422, code: 'file.too_large', field: 'file' }, 'portal.filing.files.too_large', { most })
}

const is_same = (one: File, other: File) => one.name === other.name && one.size === other.size && one.lastModified === other.lastModified

// Said at the second one, which goes nowhere.
function known(type: string): Problem {
  const what = type.startsWith('image/') ? 'photo' : 'file'
  return own_refusal({ status: 409, code: 'file.known', field: 'file' }, `portal.filing.files.known.${what}`)
}

// What the server takes (src/platform/files/kinds.cpp), as endings; telephones choose by type.
export const taken = {
  image: ['jpg', 'jpeg', 'png', 'gif', 'webp', 'bmp', 'tif', 'tiff', 'heic'],
  audio: ['mp3', 'wav', 'amr', 'm4a', 'ogg', 'flac'],
  video: ['mp4', '3gp', 'mov', 'avi', 'mkv', 'webm'],
  paper: ['pdf', 'docx', 'xlsx', 'pptx', 'ofd', 'txt', 'log'],
}
const types: Record<keyof typeof taken, readonly string[]> = {
  image: ['image/jpeg', 'image/png', 'image/gif', 'image/webp', 'image/bmp', 'image/tiff', 'image/heic'],
  audio: ['audio/*'],
  video: ['video/*'],
  paper: [],
}

export function accept_of(...kinds: (keyof typeof taken)[]): string {
  return kinds.flatMap((kind) => [...types[kind], ...taken[kind].map((ending) => `.${ending}`)]).join(',')
}
