import { yuanText } from '@azalea/scoring/sharing'
import { inLanguage, type Language } from '../../platform/http/language.ts'
import type { IncomeSheet } from '../../platform/on-paper.ts'
import { Paper } from './paper.ts'
import { writeRuledRow, type RuledTable } from './ruled-row.ts'

const MARGIN_POINTS = 48
const ROW_POINTS = 22
/** Its columns: what for, times, earned, paid. */
const TABLE: RuledTable = {
  marginPoints: MARGIN_POINTS,
  rowPoints: ROW_POINTS,
  fontPoints: 10,
  shares: [0.4, 0.16, 0.22, 0.22],
  numeric: new Set([1, 2, 3]),
}

const words = {
  zh: {
    title: '家庭收入单',
    made: (day: string) => `${day}打印`,
    between: '不在种植季内',
    heads: ['来源', '次数', '收入（元）', '已付（元）'],
    harvest: '卖给合作社',
    year_end: '年终分配',
    rest: '其他',
    sum: '合计',
    all: (yuan: string) => `全部收入 ${yuan} 元`,
    foot: '收入按付款单开出的日子归入种植季；没付成的以后重付，只算一次。',
  },
  en: {
    title: 'Income of a household',
    made: (day: string) => `Printed on ${day}`,
    between: 'In no growing season',
    heads: ['For', 'Times', 'Earned (yuan)', 'Paid (yuan)'],
    harvest: 'Sold to the company',
    year_end: 'Year-end share-out',
    rest: 'Other',
    sum: 'Sum',
    all: (yuan: string) => `${yuan} yuan in all`,
    foot: 'It counts in the growing season in which its payment was ordered; what failed and is paid later counts once.',
  },
} as const

/** A household's income as an A4 sheet. */
export function writeIncomePdf(sheet: IncomeSheet, language: Language): Promise<Buffer> {
  const say = words[language]
  const pdf = new Paper({
    title: say.title,
    madeAt: new Date(`${sheet.madeOn}T00:00:00Z`),
    marginPoints: MARGIN_POINTS,
  })
  pdf.font('strong').fontSize(18).text(sheet.householdName, { align: 'center' })
  pdf.fontSize(13).text(say.title, { align: 'center' })
  pdf.font('body').fontSize(9).moveDown(0.4)
  pdf.text(`${sheet.villageName}　${sheet.place}　${say.made(sheet.madeOn)}`, { align: 'center' })
  for (const season of sheet.seasons) {
    if (pdf.y > pdf.page.height - MARGIN_POINTS - 5 * ROW_POINTS) pdf.addPage()
    const name =
      season.seasonId === null ? say.between : inLanguage(language, season.nameZh, season.nameEn)
    pdf.moveDown().font('strong').fontSize(12).text(name).moveDown(0.3)
    writeRuledRow(pdf, TABLE, say.heads, 'strong')
    for (const { source, times, earnedFen, paidFen } of season.sources)
      writeRuledRow(
        pdf,
        TABLE,
        [say[source], String(times), yuanText(earnedFen), yuanText(paidFen)],
        'body',
      )
    writeRuledRow(
      pdf,
      TABLE,
      [say.sum, '', yuanText(season.earnedFen), yuanText(season.paidFen)],
      'strong',
    )
  }
  const allFen = sheet.seasons.reduce((sum, { earnedFen }) => sum + earnedFen, 0)
  pdf
    .moveDown()
    .font('strong')
    .fontSize(12)
    .text(say.all(yuanText(allFen)))
  pdf.moveDown(0.5).font('body').fontSize(9).text(say.foot)
  return pdf.finish()
}
