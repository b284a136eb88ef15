// Telephone numbers as people type them. The server has the last word.
export function plain_phone(text: string): string {
  return text.normalize('NFKC').replace(/[\s()（）-]/g, '')
}

// A mobile number of mainland China, a fixed line with its area code, or one from abroad.
export function looks_like_phone(text: string): boolean {
  return /^(?:(?:\+?86)?1[3-9]\d{9}|0\d{9,11}|\+\d{7,15}|[48]00\d{7})$/.test(plain_phone(text))
}
