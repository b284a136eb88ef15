// The files inside an office file, and the same archive with one of them replaced.
export interface Entry {
  name: string
  // As it stands in the archive: stored (0) or deflated (8).
  method: number
  packed: Uint8Array
  crc: number
  size: number
}

const central_mark = 0x02014b50
const local_mark = 0x04034b50
const end_mark = 0x06054b50

// Throws where the bytes are no archive, or one of a kind that office programs do not write.
export function read_zip(bytes: Uint8Array): Entry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let end = bytes.length - 22
  while (end >= 0 && view.getUint32(end, true) !== end_mark) end -= 1
  if (end < 0) throw new Error('no archive')
  const entries: Entry[] = []
  let at = view.getUint32(end + 16, true)
  for (let left = view.getUint16(end + 10, true); left > 0; left -= 1) {
    if (view.getUint32(at, true) !== central_mark) throw new Error('no entry')
    const [name_length, extra, comment] = [28, 30, 32].map((offset) => view.getUint16(at + offset, true)) as [number, number, number]
    const local = view.getUint32(at + 42, true)
    const from = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true)
    const packed_size = view.getUint32(at + 20, true)
    entries.push({
      name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + name_length)),
      method: view.getUint16(at + 10, true),
      packed: bytes.subarray(from, from + packed_size),
      crc: view.getUint32(at + 16, true),
      size: view.getUint32(at + 24, true),
    })
    at += 46 + name_length + extra + comment
  }
  return entries
}

export async function unpacked(entry: Entry | undefined): Promise<string> {
  if (!entry) throw new Error('no such part')
  const bytes = entry.method === 0 ? entry.packed : await piped(entry.packed, new DecompressionStream('deflate-raw'))
  return new TextDecoder().decode(bytes)
}

export async function packed(name: string, text: string): Promise<Entry> {
  const bytes = new TextEncoder().encode(text)
  return { name, method: 8, packed: await piped(bytes, new CompressionStream('deflate-raw')), crc: crc_of(bytes), size: bytes.length }
}

export function write_zip(entries: readonly Entry[]): Blob {
  const parts: Uint8Array[] = []
  const central: Uint8Array[] = []
  let at = 0
  for (const entry of entries) {
    const name = new TextEncoder().encode(entry.name)
    const local = header(entry, name, local_mark, 30, 0)
    central.push(header(entry, name, central_mark, 46, at))
    parts.push(local, entry.packed)
    at += local.length + entry.packed.length
  }
  const size = central.reduce((sum, one) => sum + one.length, 0)
  const end = new DataView(new ArrayBuffer(22))
  end.setUint32(0, end_mark, true)
  end.setUint16(8, entries.length, true)
  end.setUint16(10, entries.length, true)
  end.setUint32(12, size, true)
  end.setUint32(16, at, true)
  return new Blob([...parts, ...central, new Uint8Array(end.buffer)] as BlobPart[])
}

// Both headers have the same middle; the one of the list at the end says where the entry begins.
function header(entry: Entry, name: Uint8Array, mark: number, length: number, begins: number): Uint8Array {
  const bytes = new Uint8Array(length + name.length)
  const view = new DataView(bytes.buffer)
  const shift = mark === central_mark ? 2 : 0
  view.setUint32(0, mark, true)
  if (shift) view.setUint16(4, 20, true)
  view.setUint16(4 + shift, 20, true)
  view.setUint16(6 + shift, 0x0800, true)
  view.setUint16(8 + shift, entry.method, true)
  view.setUint16(12 + shift, 0x21, true)
  view.setUint32(14 + shift, entry.crc, true)
  view.setUint32(18 + shift, entry.packed.length, true)
  view.setUint32(22 + shift, entry.size, true)
  view.setUint16(26 + shift, name.length, true)
  if (shift) view.setUint32(42, begins, true)
  bytes.set(name, length)
  return bytes
}

async function piped(bytes: Uint8Array, through: CompressionStream | DecompressionStream): Promise<Uint8Array> {
  const stream = new Blob([bytes as BlobPart]).stream().pipeThrough(through)
  return new Uint8Array(await new Response(stream).arrayBuffer())
}

function crc_of(bytes: Uint8Array): number {
  let crc = -1
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0)
  }
  return ~crc >>> 0
}
