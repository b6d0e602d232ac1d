import { encode } from 'uqr'

/** What is drawn on: of a PDF document, the part used here. */
interface Canvas {
  rect(x: number, y: number, width: number, height: number): Canvas
  fill(colour: string): Canvas
}

/** Modules of white around a code, so that readers find its edge (ISO/IEC 18004). */
const QUIET_MODULES = 4

/**
 * Draws a text as a QR code in a square, in PDF points.
 * @throws RangeError when the text has more bytes than the largest code holds: 2,953
 */
export function drawQr(
  canvas: Canvas,
  text: string,
  { x, y, side }: { x: number; y: number; side: number },
): void {
  const { data, size } = encode(text, { ecc: 'L', border: QUIET_MODULES })
  const module = side / size
  for (const [row, modules] of data.entries())
    for (let from = 0; from < size; from++) {
      if (!modules[from]) continue
      let to = from
      while (modules[to + 1]) to++
      canvas.rect(x + from * module, y + row * module, (to - from + 1) * module, module)
      from = to
    }
  canvas.fill('#000000')
}
