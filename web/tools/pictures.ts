// The pictures of docs/guide, out of what the journeys have photographed: cut, made smaller, and 60 KB each at most.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { chromium, type Page } from 'playwright-core'
import { shots } from '../journeys/harness/look.ts'

const folder = fileURLToPath(new URL('../../docs/guide/pictures', import.meta.url))
const bytes_max = 60 * 1024

// The photograph in web/journeys/shots, and what it is called in the guide.
const chosen: readonly (readonly [string, string])[] = [
  ...(['zh', 'en'] as const).flatMap((mode) => [
    [`today/today-${mode}`, `today-${mode}`],
    [`list/list-${mode}`, `complaints-${mode}`],
    [`triage/in_hand-${mode}`, `case-${mode}`],
    [`registration/filled-${mode}`, `registration-${mode}`],
    [`decide/approval-${mode}`, `approval-${mode}`],
  ] as const),
  ['triage/in_hand-dark', 'case-dark'],
  ['portal_consumer/home-phone', 'portal-phone'],
  ['portal_consumer/case-phone', 'portal_case-phone'],
  ['portal_elder/home-elder', 'portal-elder'],
]

// As wide as a page of the guide; of a long page its beginning, of a telephone one screen.
const width_max = 960
const height_max = 1100
const telephone_height = 740
const qualities = [0.85, 0.75, 0.65, 0.55, 0.45]

async function as_webp(page: Page, png: Buffer, high: number, quality: number): Promise<Buffer> {
  const encoded = await page.evaluate(async ([source, wide, tall, at]) => {
    const image = await createImageBitmap(await (await fetch(`data:image/png;base64,${source}`)).blob())
    const scale = Math.min(1, wide / image.width)
    const canvas = document.createElement('canvas')
    canvas.width = Math.round(image.width * scale)
    canvas.height = Math.min(tall, Math.round(image.height * scale))
    const surface = canvas.getContext('2d')
    if (!surface) throw new Error('no surface to draw on')
    surface.imageSmoothingQuality = 'high'
    surface.drawImage(image, 0, 0, canvas.width, Math.round(image.height * scale))
    return canvas.toDataURL('image/webp', at).split(',')[1] ?? ''
  }, [png.toString('base64'), width_max, high, quality] as const)
  return Buffer.from(encoded, 'base64')
}

const missing = chosen.filter(([shot]) => !existsSync(`${shots}/${shot}.png`)).map(([shot]) => shot)
if (missing.length) throw new Error(`walk the journeys first; there is no ${missing.join(', ')}`)

const browser = await chromium.launch({ executablePath: process.env.XB_CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox'] })
try {
  const page = await browser.newPage()
  mkdirSync(folder, { recursive: true })
  for (const [shot, name] of chosen) {
    const png = readFileSync(`${shots}/${shot}.png`)
    const high = /(phone|elder)$/.test(shot) ? telephone_height : height_max
    let picture: Buffer | undefined
    for (const quality of qualities) {
      picture = await as_webp(page, png, high, quality)
      if (picture.length <= bytes_max) break
    }
    if (!picture || picture.length > bytes_max) throw new Error(`${shot} does not fit into ${bytes_max} bytes`)
    writeFileSync(`${folder}/${name}.webp`, picture)
    process.stdout.write(`${name}.webp ${(picture.length / 1024).toFixed(0)} KB\n`)
  }
} finally {
  await browser.close()
}
