// Photos, recordings and papers on their way: one after the other, with the part that has gone, tried again once the
// network is back. `put` says where they go: into a draft or to a case.
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
type Put = (file: File, kind: FileKind, on_part: (part: number) => void) => Promise<KeptFile>

const retry_ms = 5000

export function useUploads(put: Put, done: (file: KeptFile) => void, limits: () => Limits | undefined) {
  const uploads = reactive<Upload[]>([])
  let last = 0
  let running = false
  let retry: ReturnType<typeof setTimeout> | undefined

  function add(files: Iterable<File>, kind: FileKind): void {
    for (const file of files) {
      const problem = too_large(file, limits())
      const state = problem ? 'refused' : 'waiting'
      uploads.push({ key: ++last, name: file.name, bytes: file.size, kind, file, part: 0, state, ...(problem && { problem }) })
    }
    void run()
  }

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
      done(upload.kept)
    } catch (error) {
      const problem = problem_of(error)
      upload.part = 0
      upload.state = problem.is_passing ? 'waiting' : 'refused'
      if (!problem.is_passing) upload.problem = problem
      else retry = setTimeout(() => void run(), retry_ms)
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

export function size_text(bytes: number): string {
  return bytes < 1_048_576 ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / 1_048_576).toFixed(1)} MB`
}
