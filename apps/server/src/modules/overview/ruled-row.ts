import type { Paper } from './paper.ts'

/** A table whose rows are one line each, with a rule below. */
export interface RuledTable {
  readonly marginPoints: number
  readonly rowPoints: number
  readonly fontPoints: number
  /** Of the width between the margins, column by column; they sum to 1. */
  readonly shares: readonly number[]
  /** Columns that stand to the right. */
  readonly numeric: ReadonlySet<number>
}

const PADDING_POINTS = 3
const LINE_POINTS = 12

/** Writes a row where the document stands; what is too wide for its cell ends in an ellipsis. */
export function writeRuledRow(
  pdf: Paper,
  { marginPoints, rowPoints, fontPoints, shares, numeric }: RuledTable,
  cells: readonly string[],
  face: 'body' | 'strong',
): void {
  pdf.font(face).fontSize(fontPoints)
  const top = pdf.y
  let x = marginPoints
  for (const [column, text] of cells.entries()) {
    const width = (pdf.page.width - 2 * marginPoints) * (shares[column] ?? 0)
    pdf.text(text, x + PADDING_POINTS, top + (rowPoints - LINE_POINTS) / 2, {
      width: width - 2 * PADDING_POINTS,
      height: rowPoints - 6,
      ellipsis: true,
      align: numeric.has(column) ? 'right' : 'left',
    })
    x += width
  }
  pdf
    .moveTo(marginPoints, top + rowPoints)
    .lineTo(x, top + rowPoints)
    .lineWidth(0.4)
    .stroke('#000000')
  pdf.x = marginPoints
  pdf.y = top + rowPoints
}
