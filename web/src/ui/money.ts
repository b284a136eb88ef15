// Yuan as people write them: 1,200.50, ¥600, ６００元. Pure.

// In fen; nothing where it is no amount.
export function fen_in(yuan: string): number | undefined {
  const found = /^(\d{1,13})(?:\.(\d{1,2}))?$/.exec(yuan.normalize('NFKC').replace(/[,\s¥元]/g, ''))
  return found ? Number(found[1]) * 100 + Number((found[2] ?? '').padEnd(2, '0')) : undefined
}

// As it stands in a field.
export const yuan_of = (fen: number | null | undefined): string =>
  (fen == null ? '' : fen % 100 ? (fen / 100).toFixed(2) : String(fen / 100))
