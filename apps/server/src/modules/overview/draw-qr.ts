import { encode } from 'uqr'

/** What is drawn on: of a PDF document, the part used here. */
interface Canvas {
  addContent(operators: string): unknown
}

/** How much of a code may be lost, at most: 7, 15, 25 or 30 per cent (ISO/IEC 18004). */
export type Correction = 'L' | 'M' | 'Q' | 'H'

/** Modules of white around a code, so that readers find its edge (ISO/IEC 18004). */
const QUIET_MODULES = 4

export interface QrLook {
  readonly correction?: Correction
  /**
   * One of the eight masks instead of the best of them, whose search is most of the work; every
   * reader reads each.
   */
  readonly mask?: number
}

/**
 * Draws a text as a black QR code in a square, in PDF points.
 * @throws RangeError when the text has more bytes than the largest code holds: 2,953
 */
export function drawQr(
  canvas: Canvas,
  text: string,
  { x, y, side }: { x: number; y: number; side: number },
  { correction = 'L', mask = -1 }: QrLook = {},
): void {
  const { data, size } = encode(text, {
    ecc: correction,
    maskPattern: mask,
    border: QUIET_MODULES,
  })
  const module = side / size
  const runs = data.flatMap((modules, row) => {
    const rectangles: string[] = []
    for (let from = 0; from < size; from++) {
      if (!modules[from]) continue
      let to = from
      while (modules[to + 1]) to++
      const [left, top] = [x + from * module, y + row * module]
      const width = (to - from + 1) * module
      rectangles.push([left, top, width, module].map((n) => n.toFixed(3)).join(' ') + ' re')
      from = to
    }
    return rectangles
  })
  canvas.addContent(`q 0 g ${runs.join(' ')} f Q`)
}

/** How wide a module comes out, in the measure of the side. */
export function moduleOf(text: string, side: number, correction: Correction): number {
  return side / encode(text, { ecc: correction, maskPattern: 0, border: QUIET_MODULES }).size
}
