// Number and code of a receipt as they are written, and where its QR code leads.

// 1234 5678 9012 3456: numbers and codes are read aloud and copied in fours.
export function code_text(code: string): string {
  return code.replace(/\s/g, '').replace(/(.{4})(?=.)/g, '$1 ')
}

// What the QR code opens. The part after # never leaves the phone.
export function follow_address(origin: string, number: string, code: string): string {
  return `${origin}/follow#${number}.${code}`
}
