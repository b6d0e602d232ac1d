import type { Language } from '../../../../platform/http/language.ts'
import type { readInputReport } from './read-input-report.ts'

type Report = Awaited<ReturnType<typeof readInputReport>>

const words = {
  zh: {
    heading: ['种植季', '地块', '面积（平方米）', '类别', '单位', '总量', '每亩', '次数'],
    pesticide: '农药',
    fertiliser: '肥料',
    all: '全村',
  },
  en: {
    heading: ['season', 'plot', 'area (m²)', 'kind', 'unit', 'total', 'per mu', 'times'],
    pesticide: 'pesticide',
    fertiliser: 'fertiliser',
    all: 'whole village',
  },
} as const

/** The report as a table that spreadsheets open: of the village first, of each plot below. */
export function writeReportCsv({ seasons, plots }: Report, language: Language): Buffer {
  const said = words[language]
  const names = new Map(seasons.map(({ season, name }) => [season, name]))
  const lines = [
    ...seasons.flatMap(({ season, areaSquareMetres, lines: of }) =>
      of.map((line) => ({ ...line, season, areaSquareMetres, label: said.all })),
    ),
    ...plots,
  ]
  const rows = lines.map((line) => [
    names.get(line.season) ?? line.season,
    line.label,
    String(line.areaSquareMetres),
    said[line.kind],
    line.unit,
    inUnit(line.thousandths),
    inUnit(line.perMu),
    String(line.times),
  ])
  const text = [said.heading, ...rows].map((row) => row.map(cell).join(',')).join('\r\n')
  return Buffer.from(`\uFEFF${text}\r\n`)
}

function inUnit(thousandths: number): string {
  return (thousandths / 1000).toFixed(3)
}

/** Quoted; what a spreadsheet would take for a formula begins with an apostrophe. */
function cell(text: string): string {
  const plain = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return `"${plain.replaceAll('"', '""')}"`
}
