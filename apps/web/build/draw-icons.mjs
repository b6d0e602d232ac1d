// Draws the PNG icons from public/icon.svg; run it by hand after changing the drawing.
import { readFile } from 'node:fs/promises'
import sharp from 'sharp'

const folder = new URL('../public/', import.meta.url)
const drawing = await readFile(new URL('icon.svg', folder), 'utf8')
// A maskable icon is cut to any shape by the phone: no corners of its own, and the flower smaller.
const maskable = drawing.replace('rx="14"', '').replace('scale(.82)', 'scale(.62)')

for (const [name, svg, sizePixels] of [
  ['icon-192.png', drawing, 192],
  ['icon-512.png', drawing, 512],
  ['icon-maskable-512.png', maskable, 512],
]) {
  await sharp(Buffer.from(svg), { density: 1200 })
    .resize(sizePixels, sizePixels)
    .png({ compressionLevel: 9, palette: true })
    .toFile(new URL(name, folder).pathname)
}
