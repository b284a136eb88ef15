// Gives a file that was fetched to whoever asked for it, as the browser saves files.
export function save_file({ blob, name }: { blob: Blob, name: string }): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(blob)
  link.download = name
  link.click()
  URL.revokeObjectURL(link.href)
}
