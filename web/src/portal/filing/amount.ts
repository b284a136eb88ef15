// Yuan as people type them, and fen. Pure.

// Null for nothing, undefined for what is no amount.
export function fen_of(text: string): number | null | undefined {
  const plain = text.normalize('NFKC').replace(/[\s,，¥元]/g, '')
  if (!plain) return null
  const [, yuan, rest = ''] = /^(\d{1,11})(?:\.(\d{1,2}))?$/.exec(plain) ?? []
  return yuan === undefined ? undefined : Number(yuan) * 100 + Number(rest.padEnd(2, '0'))
}

export function yuan_of(fen: number | null | undefined): string {
  if (fen === null || fen === undefined) return ''
  return fen % 100 ? (fen / 100).toFixed(2) : String(fen / 100)
}
