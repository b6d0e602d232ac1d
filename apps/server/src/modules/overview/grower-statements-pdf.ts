import { yuanText } from '@azalea/scoring/sharing'
import { inLanguage, type Language } from '../../platform/http/language.ts'
import type { GrowerSheet } from '../../platform/on-paper.ts'
import { Paper } from './paper.ts'
import { writeRuledRow, type RuledTable } from './ruled-row.ts'

const MARGIN_POINTS = 48
const ROW_POINTS = 20
/** Its columns: number, time, lot, grade, kilograms, price, yuan. */
const TABLE: RuledTable = {
  marginPoints: MARGIN_POINTS,
  rowPoints: ROW_POINTS,
  fontPoints: 9,
  shares: [0.07, 0.22, 0.2, 0.1, 0.13, 0.13, 0.15],
  numeric: new Set([0, 4, 5, 6]),
}

const words = {
  zh: {
    title: (round: string) => `${round} 收购结算单`,
    corrects: (no: number) => `第 ${no} 次结算：更正前面的结算单`,
    heads: (unit: 'jin' | 'kg') => [
      '序号',
      '过磅时间',
      '批号',
      '等级',
      '净重（公斤）',
      unit === 'jin' ? '元/斤' : '元/公斤',
      '金额（元）',
    ],
    grades: { first: '一级', second: '二级', third: '三级' },
    settled: (day: string) => `${day}结算`,
    settlement: (id: string) => `结算号 ${id}`,
    run: (id: string) => `付款单号 ${id}`,
    total: (yuan: string) => `合计 ${yuan} 元`,
    deduction: (name: string, yuan: string) => `扣 ${name} ${yuan} 元`,
    before: (yuan: string) => `前面的结算单已结 ${yuan} 元`,
    carried: (yuan: string) => `补回以前多付的 ${yuan} 元`,
    means: { bank: '银行转账', cash: '现金，凭签字领取', nothing: '这次不付款' },
    ends: (ends: string) => `，尾号 ${ends}`,
    paid: (yuan: string) => `实付 ${yuan} 元`,
    signs: '村委：____________　　监委：____________　　种植户：____________',
  },
  en: {
    title: (round: string) => `Statement: ${round}`,
    corrects: (no: number) => `Settlement ${no} of this round: corrects the earlier ones`,
    heads: (unit: 'jin' | 'kg') => [
      'No.',
      'Weighed at',
      'Lot',
      'Grade',
      'Net (kg)',
      unit === 'jin' ? 'Yuan/jin' : 'Yuan/kg',
      'Yuan',
    ],
    grades: { first: 'First', second: 'Second', third: 'Third' },
    settled: (day: string) => `Settled on ${day}`,
    settlement: (id: string) => `Settlement ${id}`,
    run: (id: string) => `Payments ${id}`,
    total: (yuan: string) => `${yuan} yuan in all`,
    deduction: (name: string, yuan: string) => `less ${name}: ${yuan} yuan`,
    before: (yuan: string) => `Settled by earlier statements: ${yuan} yuan`,
    carried: (yuan: string) => `Made up for what was paid too much before: ${yuan} yuan`,
    means: {
      bank: 'By the bank',
      cash: 'In cash, against a signature',
      nothing: 'Nothing is paid',
    },
    ends: (ends: string) => `, account ending in ${ends}`,
    paid: (yuan: string) => `Paid: ${yuan} yuan`,
    signs: 'Committee: __________   Supervisors: __________   Grower: __________',
  },
} as const

/** Growers' statements as A4 sheets, each on a page of its own, from their snapshots alone. */
export function writeGrowerStatementsPdf(
  sheets: readonly [GrowerSheet, ...GrowerSheet[]],
  language: Language,
): Promise<Buffer> {
  const [first] = sheets
  const pdf = new Paper({
    title: words[language].title(titleOf(first, language)),
    madeAt: new Date(`${first.settledOn}T00:00:00Z`),
    marginPoints: MARGIN_POINTS,
  })
  for (const [at, sheet] of sheets.entries()) {
    if (at > 0) pdf.addPage()
    writeSheet(pdf, sheet, language)
  }
  return pdf.finish()
}

function titleOf({ roundTitle, roundTitleEn }: GrowerSheet, language: Language): string {
  return inLanguage(language, roundTitle, roundTitleEn)
}

function writeSheet(pdf: Paper, sheet: GrowerSheet, language: Language): void {
  const say = words[language]
  const { villageName, growerName, place, settledOn, settlement, run, no, unit, lines } = sheet
  pdf.font('strong').fontSize(18).text(growerName, { align: 'center' })
  pdf.fontSize(13).text(say.title(titleOf(sheet, language)), { align: 'center' })
  pdf.font('body').fontSize(9).moveDown(0.4)
  pdf.text(`${villageName}　${place}　${say.settled(settledOn)}`, { align: 'center' })
  if (no > 1) pdf.text(say.corrects(no), { align: 'center' })
  pdf.text(say.settlement(settlement), { align: 'center' })
  if (run !== '') pdf.text(say.run(run), { align: 'center' })
  pdf.moveDown(0.8)
  writeRuledRow(pdf, TABLE, say.heads(unit), 'strong')
  for (const line of lines) {
    if (pdf.y + ROW_POINTS > pdf.page.height - MARGIN_POINTS) {
      pdf.addPage()
      writeRuledRow(pdf, TABLE, say.heads(unit), 'strong')
    }
    const cells = [
      String(line.no),
      line.at.replace('T', ' '),
      line.lotNumber,
      say.grades[line.grade],
      (line.netGrams / 1_000).toFixed(3),
      yuanText(line.fen),
      yuanText(line.amountFen),
    ]
    writeRuledRow(pdf, TABLE, cells, 'body')
  }
  writeFoot(pdf, sheet, language)
}

function writeFoot(pdf: Paper, sheet: GrowerSheet, language: Language): void {
  const say = words[language]
  const { lines, deductions, settledFen, carriedFen, paidFen, means, accountEnds } = sheet
  if (pdf.y > pdf.page.height - MARGIN_POINTS - 160) pdf.addPage()
  const grossFen = lines.reduce((sum, { amountFen }) => sum + amountFen, 0)
  pdf.moveDown().font('body').fontSize(10)
  pdf.text(say.total(yuanText(grossFen)))
  for (const { nameZh, nameEn, amountFen } of deductions)
    pdf.text(say.deduction(inLanguage(language, nameZh, nameEn), yuanText(amountFen)))
  if (settledFen !== 0) pdf.text(say.before(yuanText(settledFen)))
  if (carriedFen !== 0) pdf.text(say.carried(yuanText(-carriedFen)))
  pdf
    .moveDown(0.4)
    .font('strong')
    .fontSize(12)
    .text(say.paid(yuanText(paidFen)))
  pdf.font('body').fontSize(10)
  const ends = means === 'bank' ? say.ends(accountEnds) : ''
  pdf.text(`${say.means[means]}${ends}`)
  pdf.moveDown(1.5).text(say.signs)
}
