// The receipt as a picture for phones without a printer. Drawn on the device; black on white, whatever the page is.
import { qr_code } from '@/ui/qr/qr_code'

const width = 720
const margin = 48
const room = width - 2 * margin
const side = 320

export interface Line { name: string, value: string, large?: boolean }
export interface Paper {
  bank: string
  title: string
  lines: readonly Line[]
  address: string
  // Under the code, as on the page.
  caption: string
  warning: string
  meaning: string
}

// `above` is the room above the first line.
interface Paragraph { text: string, size: number, weight: number, above: number }

export async function save_picture(paper: Paper, file_name: string): Promise<void> {
  const canvas = document.createElement('canvas')
  const pen = canvas.getContext('2d')
  if (!pen) return
  const font = getComputedStyle(document.body).fontFamily
  const set_font = (one: Paragraph) => { pen.font = `${one.weight} ${one.size}px ${font}` }
  const broken_up = (one: Paragraph) => {
    set_font(one)
    return broken(pen, one.text, room)
  }
  const height_of = (all: Paragraph[]) => all.reduce((sum, one) => sum + one.above + broken_up(one).length * line_of(one), 0)
  const before = head_of(paper)
  const after = foot_of(paper)
  canvas.width = width
  canvas.height = margin * 2.5 + height_of(before) + side + height_of(after)
  pen.fillStyle = '#fff'
  pen.fillRect(0, 0, canvas.width, canvas.height)
  pen.fillStyle = '#000'
  const write = (all: Paragraph[], top: number) => all.reduce((at, one) => {
    const lines = broken_up(one)
    lines.forEach((text, row) => pen.fillText(text, margin, at + one.above + row * line_of(one) + one.size, room))
    return at + one.above + lines.length * line_of(one)
  }, top)
  const code_top = write(before, margin) + margin / 2
  draw_code(pen, paper.address, margin, code_top)
  write(after, code_top + side)
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/png'))
  if (blob) download(blob, `${file_name}.png`)
}

const line_of = (one: Paragraph) => one.size * 1.4

function head_of({ bank, title, lines }: Paper): Paragraph[] {
  return [
    ...(bank ? [{ text: bank, size: 28, weight: 400, above: 0 }] : []),
    { text: title, size: 36, weight: 700, above: 4 },
    ...lines.flatMap(({ name, value, large }) => [
      { text: name, size: 24, weight: 400, above: 16 },
      { text: value, size: large ? 38 : 30, weight: 700, above: 0 },
    ]),
  ]
}

function foot_of({ caption, warning, meaning }: Paper): Paragraph[] {
  return [
    { text: caption, size: 24, weight: 400, above: 0 },
    { text: warning, size: 26, weight: 700, above: 28 },
    { text: meaning, size: 24, weight: 400, above: 16 },
  ]
}

function draw_code(pen: CanvasRenderingContext2D, address: string, left: number, top: number): void {
  const square = qr_code(address)
  const dot = Math.floor(side / square.length)
  square.forEach((row, y) => row.forEach((dark, x) => { if (dark) pen.fillRect(left + x * dot, top + y * dot, dot, dot) }))
}

function broken(pen: CanvasRenderingContext2D, text: string, most: number): string[] {
  const lines: string[] = ['']
  for (const part of text.match(/[\w’'.,-]+\s*|[^\w]/gu) ?? []) {
    const last = lines.length - 1
    if (pen.measureText(lines[last] + part).width > most) lines.push(part)
    else lines[last] += part
  }
  return lines
}

function download(blob: Blob, name: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(blob)
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}
