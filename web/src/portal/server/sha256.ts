// SHA-256 (FIPS 180-4) of short texts, at once: the browser's own answers one hash at a time and later, and is missing
// outside secure contexts. For puzzles only, never for secrets.
const primes = first_primes(64)
const k = Uint32Array.from(primes, (prime) => fraction(Math.cbrt(prime)))
const start = Uint32Array.from(primes.slice(0, 8), (prime) => fraction(Math.sqrt(prime)))
const w = new Uint32Array(64)

function first_primes(count: number): number[] {
  const found: number[] = []
  for (let n = 2; found.length < count; n++) {
    if (found.every((prime) => n % prime !== 0)) found.push(n)
  }
  return found
}

function fraction(value: number): number {
  return ((value - Math.floor(value)) * 2 ** 32) >>> 0
}

const at = (words: Uint32Array, i: number) => words[i] ?? 0
const right = (value: number, by: number) => (value >>> by) | (value << (32 - by))

export function sha256(text: Uint8Array): Uint32Array {
  const blocks = (text.length + 72) >> 6
  const bytes = new Uint8Array(blocks * 64)
  bytes.set(text)
  bytes[text.length] = 0x80
  const view = new DataView(bytes.buffer)
  view.setUint32(bytes.length - 4, text.length * 8)
  const state = start.slice()
  for (let block = 0; block < blocks; block++) stir(state, view, block * 64)
  return state
}

function stir(state: Uint32Array, view: DataView, offset: number): void {
  for (let i = 0; i < 16; i++) w[i] = view.getUint32(offset + i * 4)
  for (let i = 16; i < 64; i++) {
    const [near, far] = [at(w, i - 2), at(w, i - 15)]
    w[i] = at(w, i - 16) + at(w, i - 7) + (right(far, 7) ^ right(far, 18) ^ (far >>> 3))
      + (right(near, 17) ^ right(near, 19) ^ (near >>> 10))
  }
  let [a, b, c, d, e, f, g, h] = state as unknown as [number, number, number, number, number, number, number, number]
  for (let i = 0; i < 64; i++) {
    const one = (h + (right(e, 6) ^ right(e, 11) ^ right(e, 25)) + ((e & f) ^ (~e & g)) + at(k, i) + at(w, i)) | 0
    const two = ((right(a, 2) ^ right(a, 13) ^ right(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0
    h = g; g = f; f = e; e = (d + one) | 0
    d = c; c = b; b = a; a = (one + two) | 0
  }
  ;[a, b, c, d, e, f, g, h].forEach((value, i) => { state[i] = at(state, i) + value })
}
