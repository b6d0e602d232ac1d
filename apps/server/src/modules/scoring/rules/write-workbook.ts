import { formatHundredths, type RuleItem, type RuleSheet } from '@azalea/scoring'
import { writeXlsx, type CellValue } from 'hucre/xlsx'
import { goodColumns, itemColumns, worksheetNames } from './workbook-layout.ts'

const guide =
  '一行一个事项。分值：加分写正数，扣分写负数。封顶写成“每年最多3分”或“每月最多1次”。公示天数不写即7天。'
const widths = [12, 12, 40, 40, 8, 8, 28, 16, 10, 20]

/** An empty workbook in the layout of {@link itemColumns}, to be filled in by hand. */
export function writeTemplate(): Promise<Uint8Array> {
  return write([], [], [])
}

/** A sheet as a workbook that reads back to the same bytes. */
export function writeWorkbook(sheet: RuleSheet): Promise<Uint8Array> {
  return write(
    sheet.items.map(itemRow),
    sheet.goods.map((good) => [
      good.ref,
      good.category,
      good.name.zh,
      ownEnglish(good.name),
      Number(formatHundredths(good.costHundredths)),
      good.unit.zh,
      good.verifier.zh,
      JSON.stringify(good),
    ]),
    [
      ['标题', sheet.title.zh],
      ['标题（英文）', ownEnglish(sheet.title)],
      ['施行日期', sheet.effectiveFrom],
      ['来源', sheet.sourceNote],
      ['总则（JSON）', JSON.stringify(sheet.policies)],
      ['类别（JSON）', JSON.stringify(sheet.categories)],
    ],
  )
}

/** An empty cell where the Chinese stands in for English: that is how it reads back. */
function ownEnglish({ zh, en }: RuleSheet['title']): string | null {
  return en === zh ? null : en
}

function itemRow(item: RuleItem): CellValue[] {
  return [
    item.ref,
    item.category,
    item.name.zh,
    ownEnglish(item.name),
    pointsCell(item),
    item.unit.zh,
    item.verifier.zh,
    null,
    item.noticeDays,
    JSON.stringify(item),
  ]
}

function pointsCell({ base, kind }: RuleItem): number | null {
  if (base.kind === 'bands') return null
  const points = Number(formatHundredths(base.pointsHundredths))
  return kind === 'merit' ? points : -points
}

function write(items: CellValue[][], goods: CellValue[][], notes: CellValue[][]) {
  const columns = widths.map((width) => ({ width }))
  return writeXlsx({
    sheets: [
      { name: worksheetNames.items, columns, rows: [[guide], [...itemColumns], ...items] },
      { name: worksheetNames.goods, columns, rows: [[...goodColumns], ...goods] },
      { name: worksheetNames.notes, columns: [{ width: 16 }, { width: 80 }], rows: notes },
    ],
  })
}
