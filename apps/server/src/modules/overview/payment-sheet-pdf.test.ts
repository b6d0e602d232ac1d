import { inflateSync } from 'node:zlib'
import { expect, it } from 'vitest'
import { writePaymentSheetPdf } from './payment-sheet-pdf.ts'

/** Of each page how many cells are drawn on it. */
function cellsByPage(pdf: Buffer): number[] {
  const pages: number[] = []
  for (let at = pdf.indexOf('stream\n'); at >= 0; at = pdf.indexOf('stream\n', at + 7)) {
    const end = pdf.indexOf('endstream', at)
    try {
      const text = inflateSync(pdf.subarray(at + 7, end)).toString('latin1')
      if (text.includes(' Tf')) pages.push(text.match(/ re\n/g)?.length ?? 0)
    } catch {
      continue // a font, or the end of a stream
    }
  }
  return pages
}

const COLUMNS = 6

it.each(Array.from({ length: 12 }, (_, at) => at + 20))(
  'has no page with nothing but the sum: %i payments',
  async (count) => {
    const lines = Array.from({ length: count }, (_, at) => ({
      no: at + 1,
      place: '第1组 3号',
      payeeName: '陈芳',
      amountFen: 12_345,
      reason: '年终分配',
    }))
    const about = {
      villageName: '大石盖村',
      title: '年终分配',
      means: 'cash',
      corrects: null,
    } as const
    const dated = { orderedOn: '2026-11-30', run: '9234' }
    const pages = cellsByPage(await writePaymentSheetPdf({ ...about, ...dated, lines }, 'zh'))
    // The heads of the columns stand on each page, and a row at least below them.
    for (const cells of pages) expect(cells).toBeGreaterThanOrEqual(2 * COLUMNS)
    const all = pages.reduce((sum, cells) => sum + cells, 0)
    expect(all).toBe((count + pages.length) * COLUMNS)
  },
)
