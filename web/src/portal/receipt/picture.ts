// The receipt as a picture for phones without a printer. Drawn on the device; black on white, whatever the page is.
import { qr_code } from './qr_code'

const width = 720
const margin = 48
const line = 44

export interface Line { name: string, value: string, large?: boolean }

export async function save_picture(title: string, lines: readonly Line[], foot: string, address: string, file_name: string): Promise<void> {
  const canvas = document.createElement('canvas')
  const pen = canvas.getContext('2d')
  if (!pen) return
  const font = getComputedStyle(document.body).fontFamily
  const text = (size: number, weight = 400) => { pen.font = `${weight} ${size}px ${font}` }
  text(24)
  const feet = broken(pen, foot, width - 2 * margin)
  const side = 320
  canvas.width = width
  canvas.height = margin * 3 + line * (1.5 + lines.length * 2 + feet.length) + side
  pen.fillStyle = '#fff'
  pen.fillRect(0, 0, canvas.width, canvas.height)
  pen.fillStyle = '#000'
  let y = margin + line
  text(36, 700)
  pen.fillText(title, margin, y)
  y += line * 0.5
  for (const one of lines) {
    text(24)
    pen.fillText(one.name, margin, y += line)
    text(one.large ? 38 : 30, 700)
    pen.fillText(one.value, margin, y += line, width - 2 * margin)
  }
  draw_code(pen, address, margin, y + margin / 2, side)
  y += side + margin
  text(24)
  for (const part of feet) pen.fillText(part, margin, y += line * 0.8)
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/png'))
  if (blob) download(blob, `${file_name}.png`)
}

function draw_code(pen: CanvasRenderingContext2D, address: string, left: number, top: number, side: number): void {
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
