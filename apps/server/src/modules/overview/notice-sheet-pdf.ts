import { noticeSheetWords } from '@azalea/records'
import type { Language } from '../../platform/http/language.ts'
import type { NoticeSheet, NoticeSheetRow } from '../../platform/on-paper.ts'
import { pointsText } from './data-bank-words.ts'
import { drawQr } from './draw-qr.ts'
import { Paper } from './paper.ts'

const MARGIN_POINTS = 42
const INK = '#000000'
const SOFT = '#444444'
const LINE_POINTS = 0.5
const QR_SIDE_POINTS = 96
/** Room for who to tell, signatures, seal and code below the last row. */
const FOOT_POINTS = 250
const CELL_PADDING_POINTS = 4
/** Room to write on. */
const BLANK = '____________________'
const GAP_POINTS = 24
/** Shares of the width: number, group, head, added, deducted, total, items. */
const SHARES = [0.07, 0.1, 0.15, 0.11, 0.11, 0.11, 0.35]
const NUMERIC = new Set([0, 3, 4, 5])

/** A notice as an A4 sheet to hang up: masked names, whom to tell, room for the seal, a code to verify. */
export function writeNoticeSheetPdf(sheet: NoticeSheet, language: Language): Promise<Buffer> {
  const say = noticeSheetWords[language]
  const title = say.title(sheet.villageName, say.month(sheet.publishedOn))
  const pdf = new Paper({
    title,
    madeAt: new Date(`${sheet.publishedOn}T00:00:00Z`),
    marginPoints: MARGIN_POINTS,
  })
  pdf.font('strong').fontSize(20).fillColor(INK).text(title, { align: 'center' })
  const period = `${say.serial(sheet.serial)}　${say.period(say.day(sheet.publishedOn), say.day(sheet.lastDay))}`
  pdf.font('body').fontSize(11).moveDown(0.3).text(period, { align: 'center' }).moveDown(0.6)
  writeTable(pdf, sheet, language)
  writeFoot(pdf, sheet, language)
  numberPages(pdf, language)
  return pdf.finish()
}

function writeTable(pdf: Paper, { rows }: NoticeSheet, language: Language): void {
  const say = noticeSheetWords[language]
  if (rows.length === 0) {
    pdf.text(say.nothing, { align: 'center' })
    return
  }
  writeRow(pdf, say.heads, 'strong')
  for (const row of rows) {
    const cells = cellsOf(row, say)
    if (pdf.y + heightOf(pdf, cells, 'body') > pdf.page.height - MARGIN_POINTS) {
      pdf.addPage()
      writeRow(pdf, say.heads, 'strong')
    }
    writeRow(pdf, cells, 'body')
  }
}

function cellsOf(row: NoticeSheetRow, say: (typeof noticeSheetWords)[Language]): readonly string[] {
  const { no, groupName, headMasked, plusHundredths, minusHundredths } = row
  return [
    String(no),
    groupName,
    headMasked || say.deductions,
    plusHundredths === 0 ? '' : pointsText(plusHundredths),
    minusHundredths === 0 ? '' : pointsText(minusHundredths),
    row.totalHundredths === null ? '' : pointsText(row.totalHundredths),
    [...marksOf(row, say), row.summary].join(' '),
  ]
}

/** What has come up since about a line: it is disputed, or was corrected. */
function marksOf(
  { disputed, corrected, correctedOn }: NoticeSheetRow,
  say: (typeof noticeSheetWords)[Language],
): string[] {
  const serials = correctedOn.map(({ serial }) => serial)
  return [
    ...(disputed === 0 ? [] : [say.disputed(disputed)]),
    ...(corrected === 0 ? [] : [say.corrected(corrected, serials)]),
  ]
}

type Face = 'body' | 'strong'

function widthOf(pdf: Paper, column: number): number {
  return (pdf.page.width - 2 * MARGIN_POINTS) * (SHARES[column] ?? 0)
}

function heightOf(pdf: Paper, cells: readonly string[], face: Face): number {
  pdf.font(face).fontSize(10)
  const heights = cells.map((text, column) =>
    pdf.heightOfString(text, { width: widthOf(pdf, column) - 2 * CELL_PADDING_POINTS }),
  )
  return Math.max(...heights) + 2 * CELL_PADDING_POINTS
}

/** One row of ruled cells. */
function writeRow(pdf: Paper, cells: readonly string[], face: Face): void {
  const height = heightOf(pdf, cells, face)
  const top = pdf.y
  let x = MARGIN_POINTS
  for (const [column, text] of cells.entries()) {
    const width = widthOf(pdf, column)
    pdf.rect(x, top, width, height).lineWidth(LINE_POINTS).stroke(INK)
    pdf.fillColor(INK).text(text, x + CELL_PADDING_POINTS, top + CELL_PADDING_POINTS, {
      width: width - 2 * CELL_PADDING_POINTS,
      align: NUMERIC.has(column) ? 'right' : 'left',
    })
    x += width
  }
  pdf.x = MARGIN_POINTS
  pdf.y = top + height
}

function writeFoot(pdf: Paper, sheet: NoticeSheet, language: Language): void {
  const say = noticeSheetWords[language]
  if (pdf.y + FOOT_POINTS > pdf.page.height - MARGIN_POINTS) pdf.addPage()
  pdf.font('body').fontSize(10).fillColor(INK).moveDown()
  pdf.text(say.object(say.day(sheet.lastDay)) + (sheet.objectionPhone ?? BLANK)).moveDown(0.5)
  if (sheet.rows.some(({ disputed }) => disputed > 0)) pdf.text(say.disputedNote).moveDown(0.5)
  if (sheet.rows.some(({ corrected }) => corrected > 0)) pdf.text(say.correctedNote).moveDown(0.5)
  pdf.fillColor(SOFT).fontSize(8.5).text(say.total).moveDown(1.5)
  const top = pdf.y
  const codeX = pdf.page.width - MARGIN_POINTS - QR_SIDE_POINTS
  const width = codeX - MARGIN_POINTS - GAP_POINTS
  for (const [no, who] of [say.committee, say.supervisors].entries()) {
    const y = top + no * 2 * GAP_POINTS
    pdf.fillColor(INK).fontSize(10).text(who, MARGIN_POINTS, y, { width })
    pdf
      .moveTo(MARGIN_POINTS + 190, y + 14)
      .lineTo(MARGIN_POINTS + width, y + 14)
      .stroke(INK)
  }
  const signed = `${sheet.townName}${sheet.villageName}　${say.day(sheet.publishedOn)}`
  pdf.fillColor(INK).text(signed, MARGIN_POINTS, top + 4 * GAP_POINTS, { width })
  if (sheet.verifyUrl !== null)
    drawQr(pdf, sheet.verifyUrl, { x: codeX, y: top, side: QR_SIDE_POINTS })
  pdf.fillColor(INK).fontSize(8)
  pdf.text(
    sheet.verifyUrl === null ? say.noAddress : say.verify,
    codeX - GAP_POINTS / 2,
    top + QR_SIDE_POINTS + 2,
    {
      width: QR_SIDE_POINTS + GAP_POINTS,
      align: 'center',
    },
  )
  pdf.fillColor(SOFT).fontSize(7.5)
  pdf.text(`${say.print} ${sheet.hash}`, MARGIN_POINTS, top + 4 * GAP_POINTS + 20, { width })
}

function numberPages(pdf: Paper, language: Language): void {
  const { start, count } = pdf.bufferedPageRange()
  if (count === 1) return
  for (let page = start; page < start + count; page++) {
    pdf.switchToPage(page)
    pdf.page.margins.bottom = 0 // the number stands in the margin and must not begin a new page
    pdf.font('body').fontSize(8).fillColor(SOFT)
    const text = noticeSheetWords[language].page(page + 1, count)
    pdf.text(text, MARGIN_POINTS, pdf.page.height - 30, { align: 'center' })
  }
}
