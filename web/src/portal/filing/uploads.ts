// The files of the complaint being written.
import { send_file } from '../server/ask'
import { choices } from '../server/choices'
import type { KeptFile } from '@/api/portal'
import { need_draft, kept_files, on_forget } from './draft'
import { useUploads, type FileKind } from './files'

async function put(file: File, kind: FileKind, on_part: (part: number) => void): Promise<KeptFile> {
  const { id, token } = await need_draft()
  return send_file(`drafts/${id}/attachments?kind=${kind}`, file, { draft_token: token }, on_part)
}

function done(file: KeptFile): boolean {
  if (kept_files.value.some((one) => one.id === file.id)) return false
  kept_files.value = [...kept_files.value, file]
  return true
}

export const draft_uploads = useUploads({ put, done, limits: () => choices.value?.file_limits })

on_forget(() => draft_uploads.clear())
