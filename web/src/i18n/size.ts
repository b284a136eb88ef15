// How large a file is, the same wherever it is named: begun kilobytes, megabytes with one decimal.
const kib = 1024
const mib = 1_048_576

export function size_text(bytes: number): string {
  return bytes < mib ? `${Math.ceil(bytes / kib)} KB` : `${(bytes / mib).toFixed(1)} MB`
}
