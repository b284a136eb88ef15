// Gives a file that was fetched to whoever asked for it, as the browser saves files.
const kept_ms = 60_000

export function save_file({ blob, name }: { blob: Blob, name: string }): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(blob)
  link.download = name
  link.click()
  // Not at once: browsers fetch it after this returns.
  setTimeout(() => { URL.revokeObjectURL(link.href) }, kept_ms)
}
