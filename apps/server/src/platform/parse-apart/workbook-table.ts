import { cleanParagraphs } from '@azalea/text'
import type { CellValue } from 'hucre/xlsx'

/** A row of a worksheet, its cells by the names in the heading. */
export interface TableRow<Column extends string> {
  /** As the spreadsheet counts, from 1. */
  readonly rowNo: number
  /** The cell's text with full-width characters and spaces put right; empty when blank. */
  text(column: Column): string
  /** Where a cell is, for messages: 细则!E12. */
  at(column: Column): string
}

/**
 * The rows under the heading, blank ones left out. The heading is the first row that holds all of
 * `required`; a worksheet without one has no rows.
 */
export function tableOf<Column extends string>(
  worksheet: { readonly name: string; readonly rows: readonly (readonly CellValue[])[] },
  required: readonly Column[],
): TableRow<Column>[] | null {
  const headingAt = worksheet.rows.findIndex((row) => {
    const names = row.map(cellText)
    return required.every((column) => names.includes(column))
  })
  if (headingAt === -1) return null
  const heading = (worksheet.rows[headingAt] ?? []).map(cellText)
  return worksheet.rows.slice(headingAt + 1).flatMap((row, index) => {
    if (row.every((cell) => cellText(cell) === '')) return []
    const rowNo = headingAt + index + 2
    const position = (column: Column) => heading.indexOf(column)
    return [
      {
        rowNo,
        text: (column) => cellText(row[position(column)]),
        at: (column) => `${worksheet.name}!${letterOf(position(column))}${rowNo}`,
      },
    ]
  })
}

export function cellText(cell: CellValue | undefined): string {
  if (cell === null || cell === undefined) return ''
  if (cell instanceof Date) return cell.toISOString().slice(0, 10)
  return cleanParagraphs(String(cell))
}

/** A number as people type it (full-width digits, spaces); null when it is none. */
export function cellNumber(text: string): number | null {
  const plain = text.normalize('NFKC').replaceAll(/[\s,]/g, '')
  return /^[+-]?\d+(\.\d+)?$/.test(plain) ? Number(plain) : null
}

function letterOf(index: number): string {
  return index < 0 ? '?' : String.fromCodePoint(65 + index)
}
