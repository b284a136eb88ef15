// A complaint number and a receipt code as people type or scan them. Pure.
export function plain_number(text: string): string {
  return text.normalize('NFKC').replace(/\s/g, '').replace(/[‐‑‒–—−]/g, '-').toUpperCase()
}

export function digits_of(text: string): string {
  return text.normalize('NFKC').replace(/[\s-]/g, '')
}

// `#number.code` of a receipt's QR code.
export function from_fragment(fragment: string): { number: string, code: string } | undefined {
  const [, number, code] = /^#(.{1,40})\.(\d{16})$/.exec(decoded(fragment)) ?? []
  return number && code ? { number, code } : undefined
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return ''
  }
}
