import { writeXlsx } from 'hucre/xlsx'
import type { CellText, ListColumn } from './list-column.ts'
import { fileCell } from './desk-rows.ts'

const WIDEST = 60
const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** The rows as a workbook of one sheet: what the columns say, under their headings. */
export async function tableFile<Row>(
  name: string,
  columns: readonly ListColumn<Row>[],
  rows: readonly Row[],
): Promise<Uint8Array> {
  const body = rows.map((row) => columns.map(({ text }) => fileCell(text(row))))
  const head = columns.map(({ title }) => title)
  return writeXlsx({
    sheets: [
      {
        // What a sheet may not be called.
        name: name.replaceAll(/[[\]*?:/\\]/g, ' ').slice(0, 31),
        columns: head.map((title, index) => ({
          width: widthOf([title, ...body.map((row) => row[index])]),
        })),
        rows: [head, ...body],
      },
    ],
  })
}

/** Hands the rows to the browser as a file to keep. */
export async function saveTable<Row>(
  name: string,
  columns: readonly ListColumn<Row>[],
  rows: readonly Row[],
): Promise<void> {
  const bytes = await tableFile(name, columns, rows)
  const address = URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type }))
  const link = document.createElement('a')
  link.href = address
  link.download = `${name}.xlsx`
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}

/** In characters of a figure's width; those of Chinese are twice as wide. */
function widthOf(cells: readonly (CellText | undefined)[]): number {
  let widest = 8
  for (const cell of cells) {
    const text = String(cell ?? '')
    const wide = Array.from(text).filter((sign) => sign > 'ÿ').length
    widest = Math.max(widest, text.length + wide + 2)
  }
  return Math.min(WIDEST, widest)
}
