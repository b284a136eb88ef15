// Whole numbers as people write them: 5, ５, 1,200. Pure.

export function whole_in(text: string): number | undefined {
  const plain = text.normalize('NFKC').replace(/[,\s]/g, '')
  return /^\d{1,9}$/.test(plain) ? Number(plain) : undefined
}
