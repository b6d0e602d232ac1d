import { PDFiumLibrary } from '@hyzyla/pdfium'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import sharp from 'sharp'
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'

/** Printers of labels draw 203 dots to the inch; a telephone sees about as much. */
const DOTS_PER_INCH = 203

export interface PrintedPage {
  readonly widthMm: number
  readonly heightMm: number
  readonly png: Buffer
}

/** The pages of a PDF as a printer draws them, by the renderer of a browser. */
export async function renderPages(
  pdf: Buffer,
  dotsPerInch = DOTS_PER_INCH,
): Promise<PrintedPage[]> {
  const library = await PDFiumLibrary.init()
  const document = await library.loadDocument(pdf)
  const pages: PrintedPage[] = []
  for (const page of document.pages()) {
    const { originalWidth, originalHeight } = page.getOriginalSize()
    const image = await page.render({
      scale: dotsPerInch / 72,
      render: ({ data, width: across, height: down }) =>
        sharp(data, { raw: { width: across, height: down, channels: 4 } })
          .png()
          .toBuffer(),
    })
    const mm = (points: number) => Math.round((points * 254) / 72) / 10
    pages.push({
      widthMm: mm(originalWidth),
      heightMm: mm(originalHeight),
      png: Buffer.from(image.data),
    })
  }
  document.destroy()
  library.destroy()
  return pages
}

let isPrepared = false

/** What each QR code of a picture says. */
export async function readCodes(png: Buffer): Promise<string[]> {
  if (!isPrepared) {
    const wasm = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm')
    // The package would otherwise fetch the file from another company's servers.
    prepareZXingModule({ overrides: { wasmBinary: readFileSync(wasm).buffer as ArrayBuffer } })
    isPrepared = true
  }
  const read = await readBarcodes(new Uint8Array(png), {
    formats: ['QRCode'],
    maxNumberOfSymbols: 255,
    tryHarder: true,
  })
  return read.map(({ text }) => text)
}
