import { yuanText } from '@azalea/scoring/sharing'
import type { Language } from '../../platform/http/language.ts'
import type { PaymentSheet } from '../../platform/on-paper.ts'
import { Paper } from './paper.ts'

const MARGIN_POINTS = 42
const PADDING_POINTS = 4
/** Room for a finger's print beside a name. */
const LEAST_ROW_POINTS = 26
/** Room for the sum and who signs for it. */
const FOOT_POINTS = 80
/** Shares of the width: number, place, name, yuan, reason, signature. */
const SHARES = [0.07, 0.17, 0.14, 0.13, 0.27, 0.22]
const NUMERIC = new Set([0, 3])

const words = {
  zh: {
    heads: ['序号', '组别户号', '姓名', '金额（元）', '事由', '签字（按手印）'],
    bankHeads: ['序号', '组别户号', '姓名', '金额（元）', '事由', '备注'],
    about: (day: string, run: string) => `${day}开出　付款单号 ${run}`,
    corrects: (run: string) => `本单更正付款单 ${run} 里没付成的款项。`,
    total: (count: number, yuan: string) => `共 ${count} 笔，合计 ${yuan} 元`,
    signs: '经办人：____________　　监委：____________　　日期：____________',
    page: (page: number, pages: number) => `第 ${page} 页，共 ${pages} 页`,
  },
  en: {
    heads: ['No.', 'Group, house', 'Name', 'Yuan', 'For', 'Signature'],
    bankHeads: ['No.', 'Group, house', 'Name', 'Yuan', 'For', 'Remark'],
    about: (day: string, run: string) => `Ordered on ${day}, payments ${run}`,
    corrects: (run: string) => `Corrects what failed of the payments ${run}.`,
    total: (count: number, yuan: string) =>
      `${count === 1 ? '1 payment' : `${count} payments`}, ${yuan} yuan in all`,
    signs: 'Paid by: ____________   Supervisors: ____________   Date: ____________',
    page: (page: number, pages: number) => `Page ${page} of ${pages}`,
  },
} as const

/** Payments as A4 sheets: who gets what and why, and where one signs for cash. */
export function writePaymentSheetPdf(sheet: PaymentSheet, language: Language): Promise<Buffer> {
  const say = words[language]
  const { villageName, title, orderedOn, run, corrects, lines, means } = sheet
  const pdf = new Paper({
    title: `${villageName} ${title}`,
    madeAt: new Date(`${orderedOn}T00:00:00Z`),
    marginPoints: MARGIN_POINTS,
  })
  pdf.font('strong').fontSize(18).text(`${villageName} ${title}`, { align: 'center' })
  pdf.font('body').fontSize(9).moveDown(0.3).text(say.about(orderedOn, run), { align: 'center' })
  if (corrects !== null) pdf.text(say.corrects(corrects), { align: 'center' })
  pdf.moveDown(0.6)
  const heads = means === 'cash' ? say.heads : say.bankHeads
  writeRow(pdf, heads, 'strong')
  for (const [at, line] of lines.entries()) {
    const cells = [
      String(line.no),
      line.place,
      line.payeeName,
      yuanText(line.amountFen),
      line.reason,
      '',
    ]
    // The last row stays with the sum: no page has nothing but that to sign.
    const needed = heightOf(pdf, cells) + (at === lines.length - 1 ? FOOT_POINTS : 0)
    if (pdf.y + needed > pdf.page.height - MARGIN_POINTS) {
      pdf.addPage()
      writeRow(pdf, heads, 'strong')
    }
    writeRow(pdf, cells, 'body')
  }
  writeFoot(pdf, sheet, language)
  numberPages(pdf, language)
  return pdf.finish()
}

function widthOf(pdf: Paper, column: number): number {
  return (pdf.page.width - 2 * MARGIN_POINTS) * (SHARES[column] ?? 0)
}

function heightOf(pdf: Paper, cells: readonly string[]): number {
  pdf.fontSize(10)
  const heights = cells.map((text, column) =>
    pdf.heightOfString(text, { width: widthOf(pdf, column) - 2 * PADDING_POINTS }),
  )
  return Math.max(LEAST_ROW_POINTS, Math.max(...heights) + 2 * PADDING_POINTS)
}

function writeRow(pdf: Paper, cells: readonly string[], face: 'body' | 'strong'): void {
  pdf.font(face)
  const height = heightOf(pdf, cells)
  const top = pdf.y
  let x = MARGIN_POINTS
  for (const [column, text] of cells.entries()) {
    const width = widthOf(pdf, column)
    pdf.rect(x, top, width, height).lineWidth(0.5).stroke('#000000')
    pdf.fillColor('#000000').text(text, x + PADDING_POINTS, top + PADDING_POINTS, {
      width: width - 2 * PADDING_POINTS,
      align: NUMERIC.has(column) ? 'right' : 'left',
    })
    x += width
  }
  pdf.x = MARGIN_POINTS
  pdf.y = top + height
}

function writeFoot(pdf: Paper, { lines }: PaymentSheet, language: Language): void {
  const say = words[language]
  const total = lines.reduce((sum, { amountFen }) => sum + amountFen, 0)
  pdf
    .moveDown()
    .font('strong')
    .fontSize(11)
    .text(say.total(lines.length, yuanText(total)))
  pdf.moveDown(1.5).font('body').fontSize(10).text(say.signs)
}

function numberPages(pdf: Paper, language: Language): void {
  const { start, count } = pdf.bufferedPageRange()
  if (count === 1) return
  for (let page = start; page < start + count; page++) {
    pdf.switchToPage(page)
    pdf.page.margins.bottom = 0 // the number stands in the margin and must not begin a new page
    const text = words[language].page(page + 1, count)
    pdf
      .font('body')
      .fontSize(8)
      .text(text, MARGIN_POINTS, pdf.page.height - 30, {
        align: 'center',
      })
  }
}
