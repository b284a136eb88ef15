// The bytes of a QR code (ISO/IEC 18004, error correction M, byte mode): data, padding, Reed-Solomon words, interleaved.
export interface Size { version: number, total: number, blocks: number, correction: number }

// Versions 1 to 10: all code words, blocks, correction words of a block.
const numbers: readonly (readonly [number, number, number])[] = [
  [26, 1, 10], [44, 1, 16], [70, 1, 26], [100, 2, 18], [134, 2, 24],
  [172, 4, 16], [196, 4, 18], [242, 4, 22], [292, 5, 22], [346, 5, 26],
]
const sizes: readonly Size[] = numbers.map(([total, blocks, correction], index) => ({ version: index + 1, total, blocks, correction }))

const room_of = (size: Size) => size.total - size.blocks * size.correction
const count_bits = (size: Size) => (size.version < 10 ? 8 : 16)

// The smallest size that holds `length` bytes, 213 at most.
export function size_for(length: number): Size {
  const size = sizes.find((one) => 4 + count_bits(one) + length * 8 <= room_of(one) * 8)
  if (!size) throw new RangeError('too long for a QR code of version 10')
  return size
}

export function words_of(text: string): { size: Size, words: Uint8Array } {
  const bytes = new TextEncoder().encode(text)
  const size = size_for(bytes.length)
  return { size, words: interleaved(data_words(bytes, size), size) }
}

function data_words(bytes: Uint8Array, size: Size): Uint8Array {
  const room = room_of(size)
  const bits: number[] = []
  const put = (value: number, count: number) => {
    for (let i = count - 1; i >= 0; i--) bits.push((value >> i) & 1)
  }
  put(0b0100, 4)
  put(bytes.length, count_bits(size))
  bytes.forEach((byte) => put(byte, 8))
  put(0, Math.min(4, room * 8 - bits.length))
  put(0, (8 - bits.length % 8) % 8)
  for (let i = 0; bits.length < room * 8; i++) put(i % 2 ? 0x11 : 0xec, 8)
  return Uint8Array.from({ length: room }, (_, i) => bits.slice(i * 8, i * 8 + 8).reduce((byte, bit) => byte * 2 + bit, 0))
}

function interleaved(data: Uint8Array, size: Size): Uint8Array {
  const short = Math.floor(data.length / size.blocks)
  const longer_from = size.blocks - data.length % size.blocks
  const blocks: Uint8Array[] = []
  for (let i = 0, at = 0; i < size.blocks; i++) {
    const length = short + (i >= longer_from ? 1 : 0)
    blocks.push(data.subarray(at, at + length))
    at += length
  }
  const corrections = blocks.map((block) => remainder(block, size.correction))
  return Uint8Array.from([...columns(blocks), ...columns(corrections)])
}

function columns(blocks: Uint8Array[]): number[] {
  const longest = Math.max(...blocks.map((block) => block.length))
  const found: number[] = []
  for (let i = 0; i < longest; i++) {
    for (const block of blocks) found.push(...block.subarray(i, i + 1))
  }
  return found
}

// Product in GF(256) modulo x^8 + x^4 + x^3 + x^2 + 1.
function product(a: number, b: number): number {
  let result = 0
  for (let i = 7; i >= 0; i--) result = (result << 1) ^ ((result >> 7) * 0x11d) ^ (((b >> i) & 1) * a)
  return result
}

function divisor(degree: number): Uint8Array {
  const found = new Uint8Array(degree)
  found[degree - 1] = 1
  for (let i = 0, root = 1; i < degree; i++, root = product(root, 2)) {
    for (let j = 0; j < degree; j++) found[j] = product(found[j] ?? 0, root) ^ (found[j + 1] ?? 0)
  }
  return found
}

function remainder(block: Uint8Array, degree: number): Uint8Array {
  const by = divisor(degree)
  let left: number[] = Array.from({ length: degree }, () => 0)
  for (const byte of block) {
    const factor = byte ^ (left[0] ?? 0)
    left = [...left.slice(1), 0].map((word, i) => word ^ product(by[i] ?? 0, factor))
  }
  return Uint8Array.from(left)
}
