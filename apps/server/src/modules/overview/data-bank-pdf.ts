import { doorText } from '@azalea/text'
import { z } from 'zod'
import type { Contributions } from '../../platform/contributions.ts'
import type { Language } from '../../platform/http/language.ts'
import type { PaperReceipt } from '../../platform/on-paper.ts'
import type { DataBank } from './read-data-bank.ts'
import { dataBankWords, day, pointsText, receiptCaption } from './data-bank-words.ts'
import { drawQr } from './draw-qr.ts'
import { Paper } from './paper.ts'

/** What of a data bank is written out. */
const onPaper = z.looseObject({
  generatedAt: z.string(),
  village: z.looseObject({ name: z.string(), townName: z.string() }),
  person: z.looseObject({
    name: z.string().nullable(),
    phone: z.string().nullable(),
    birthYear: z.int().nullable(),
  }),
  household: z.looseObject({ houseNo: z.string(), groupNo: z.int() }),
  account: z.looseObject({ honourHundredths: z.int(), walletHundredths: z.int() }),
  awards: z.array(
    z.looseObject({
      occurredOn: z.string(),
      itemName: z.string(),
      pointsHundredths: z.int(),
      state: z.string(),
      stages: z.array(z.looseObject({ sentence: z.string() })),
    }),
  ),
})
type Printed = z.infer<typeof onPaper>

const MARGIN_POINTS = 48
const INK = '#29231e'
const SOFT = '#5d5248'
const ACCENT = '#bc1f49'
const MOST_ROWS = 400
const QR_GAP_POINTS = 24

export interface DataBankOnPaper {
  readonly bank: DataBank
  /** The lists that are only counted, with their words. */
  readonly counted: Contributions['dataBankCounted']
  readonly receipts: readonly PaperReceipt[]
}

/** A person's data bank as an A4 document: who, what is held, and every award in words. */
export function writeDataBankPdf(
  { bank: held, counted, receipts }: DataBankOnPaper,
  language: Language,
): Promise<Buffer> {
  const bank = onPaper.parse(held)
  const pdf = new Paper({
    title: dataBankWords[language].title,
    madeAt: new Date(bank.generatedAt),
    marginPoints: MARGIN_POINTS,
  })
  writeHead(pdf, bank, language)
  writeAwards(pdf, bank, language)
  writeCounts(pdf, held, counted, language)
  if (receipts.length > 0) writeReceipts(pdf, receipts, language)
  numberPages(pdf)
  return pdf.finish()
}

function writeHead(pdf: Paper, bank: Printed, language: Language): void {
  const words = dataBankWords[language]
  pdf.font('strong').fontSize(20).fillColor(INK).text(words.title)
  pdf.font('body').fontSize(10).fillColor(SOFT)
  pdf.text(
    `${bank.village.townName} ${bank.village.name} · ${words.madeOn} ${day(bank.generatedAt)}`,
  )
  pdf.moveDown()
  const { name, phone, birthYear } = bank.person
  const { houseNo, groupNo } = bank.household
  const facts: [string, string | number | null][] = [
    [words.name, name],
    [words.phone, phone],
    [words.birthYear, birthYear],
    [words.house, doorText({ groupName: words.group(String(groupNo)), houseNo }, language)],
    [words.honour, pointsText(bank.account.honourHundredths)],
    [words.wallet, pointsText(bank.account.walletHundredths)],
  ]
  for (const [label, value] of facts)
    pdf
      .fillColor(SOFT)
      .text(`${label}  `, { continued: true })
      .fillColor(INK)
      .text(String(value ?? '—'))
}

function writeAwards(pdf: Paper, bank: Printed, language: Language): void {
  const words = dataBankWords[language]
  heading(pdf, words.awards(bank.awards.length))
  for (const award of bank.awards.slice(0, MOST_ROWS)) {
    const { occurredOn, itemName, pointsHundredths, state, stages } = award
    const line = `${occurredOn}  ${itemName}  ${pointsText(pointsHundredths)}  ${words.state(state)}`
    pdf.font('strong').fontSize(10).fillColor(INK).text(line)
    pdf.font('body').fontSize(8.5).fillColor(SOFT)
    pdf.text(stages.map(({ sentence }) => sentence).join(' '), { indent: 12 })
    pdf.moveDown(0.4)
  }
  const left = bank.awards.length - MOST_ROWS
  if (left > 0) pdf.text(words.moreAwards(left))
}

function writeCounts(
  pdf: Paper,
  held: DataBank,
  counted: Contributions['dataBankCounted'],
  language: Language,
): void {
  const words = dataBankWords[language]
  heading(pdf, words.alsoHeld)
  pdf.font('body').fontSize(10).fillColor(INK)
  for (const [list, label] of Object.entries(counted)) {
    const rows = held[list]
    pdf.text(`${label[language]}: ${Array.isArray(rows) ? rows.length : 0}`)
  }
  pdf.moveDown(0.5).fontSize(9).fillColor(SOFT).text(words.inFull)
}

/** On a page of their own, since each code is large: a phone must tell its dots apart. */
function writeReceipts(pdf: Paper, receipts: readonly PaperReceipt[], language: Language): void {
  const words = dataBankWords[language]
  pdf.addPage()
  heading(pdf, words.receipts)
  pdf.font('body').fontSize(9).fillColor(SOFT).text(words.receiptsMeaning)
  const top = pdf.y + 12
  const side = (pdf.page.width - 2 * MARGIN_POINTS - QR_GAP_POINTS) / 2
  for (const [at, { kind, index, recordedAt, text }] of receipts.entries()) {
    const x = MARGIN_POINTS + (at % 2) * (side + QR_GAP_POINTS)
    const y = top + Math.floor(at / 2) * (side + 40)
    drawQr(pdf, text, { x, y, side })
    const caption = receiptCaption(day(recordedAt.toISOString()), words.recordKind(kind), index)
    pdf.fillColor(SOFT).text(caption, x, y + side + 6, { width: side, lineBreak: false })
  }
}

function heading(pdf: Paper, text: string): void {
  pdf.moveDown().font('strong').fontSize(13).fillColor(ACCENT).text(text).moveDown(0.3)
}

function numberPages(pdf: Paper): void {
  const { start, count } = pdf.bufferedPageRange()
  for (let page = start; page < start + count; page++) {
    pdf.switchToPage(page)
    pdf.page.margins.bottom = 0 // the number stands in the margin and must not begin a new page
    pdf.font('body').fontSize(8).fillColor(SOFT)
    pdf.text(`${page + 1} / ${count}`, MARGIN_POINTS, pdf.page.height - 30, { align: 'right' })
  }
}
