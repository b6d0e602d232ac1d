import { yuanText } from '@azalea/scoring/sharing'
import type { Language } from '../../platform/http/language.ts'
import type { MerchantSheet } from '../../platform/on-paper.ts'
import { Paper } from './paper.ts'
import { writeRuledRow, type RuledTable } from './ruled-row.ts'

const MARGIN_POINTS = 48
const ROW_POINTS = 20
/** Room for the sum, the account and who signs for it. */
const FOOT_POINTS = 100
/** Its columns: number, time, voucher, yuan. */
const TABLE: RuledTable = {
  marginPoints: MARGIN_POINTS,
  rowPoints: ROW_POINTS,
  fontPoints: 10,
  shares: [0.1, 0.3, 0.4, 0.2],
  numeric: new Set([0, 3]),
}

const words = {
  zh: {
    title: (month: string) => `${month} 消费券对账单`,
    heads: ['序号', '核销时间', '消费券', '金额（元）'],
    settled: (day: string) => `${day}结算`,
    settlement: (id: string) => `结算号 ${id}`,
    run: (id: string) => `付款单号 ${id}`,
    bank: (holder: string, bank: string, ends: string) => `收款：${holder}，${bank}，尾号 ${ends}`,
    cash: '收款：现金，凭签字领取',
    total: (count: number, yuan: string) => `共 ${count} 笔，合计 ${yuan} 元`,
    signs: '村委：____________　　监委：____________　　商户：____________',
  },
  en: {
    title: (month: string) => `Vouchers of ${month}`,
    heads: ['No.', 'Taken at', 'Voucher', 'Yuan'],
    settled: (day: string) => `Settled on ${day}`,
    settlement: (id: string) => `Settlement ${id}`,
    run: (id: string) => `Payments ${id}`,
    bank: (holder: string, bank: string, ends: string) =>
      `Paid to: ${holder}, ${bank}, account ending in ${ends}`,
    cash: 'Paid in cash, against a signature',
    total: (count: number, yuan: string) =>
      `${count === 1 ? '1 voucher' : `${count} vouchers`}, ${yuan} yuan in all`,
    signs: 'Committee: __________   Supervisors: __________   Merchant: __________',
  },
} as const

/** A merchant's month as A4 sheets, from its snapshot alone. */
export function writeMerchantStatementPdf(
  sheet: MerchantSheet,
  language: Language,
): Promise<Buffer> {
  const say = words[language]
  const { villageName, merchantName, month, settledOn, settlement, run, lines } = sheet
  const pdf = new Paper({
    title: `${merchantName} ${say.title(month)}`,
    madeAt: new Date(`${settledOn}T00:00:00Z`),
    marginPoints: MARGIN_POINTS,
  })
  pdf.font('strong').fontSize(18).text(merchantName, { align: 'center' })
  pdf.fontSize(13).text(say.title(month), { align: 'center' })
  pdf.font('body').fontSize(9).moveDown(0.4)
  pdf.text(`${villageName}　${say.settled(settledOn)}`, { align: 'center' })
  pdf.text(say.settlement(settlement), { align: 'center' })
  pdf.text(say.run(run), { align: 'center' }).moveDown(0.8)
  writeRuledRow(pdf, TABLE, say.heads, 'strong')
  for (const [index, { no, at, voucherName, amountFen }] of lines.entries()) {
    // The last row stays with the sum: no page has nothing but that to sign.
    const needed = ROW_POINTS + (index === lines.length - 1 ? FOOT_POINTS : 0)
    if (pdf.y + needed > pdf.page.height - MARGIN_POINTS) {
      pdf.addPage()
      writeRuledRow(pdf, TABLE, say.heads, 'strong')
    }
    writeRuledRow(
      pdf,
      TABLE,
      [String(no), at.replace('T', ' '), voucherName, yuanText(amountFen)],
      'body',
    )
  }
  writeFoot(pdf, sheet, language)
  return pdf.finish()
}

function writeFoot(pdf: Paper, sheet: MerchantSheet, language: Language): void {
  const say = words[language]
  const { lines, means, holderName, bankName, accountEnds } = sheet
  const totalFen = lines.reduce((sum, { amountFen }) => sum + amountFen, 0)
  pdf
    .moveDown()
    .font('strong')
    .fontSize(11)
    .text(say.total(lines.length, yuanText(totalFen)))
  pdf.moveDown(0.5).font('body').fontSize(10)
  pdf.text(means === 'cash' ? say.cash : say.bank(holderName, bankName, accountEnds))
  pdf.moveDown(1.5).text(say.signs)
}
