import { readXlsx, type CellValue, type Workbook } from 'hucre/xlsx'
import { unpackedSizeOf } from './unpacked-size.ts'

export interface WorkbookLimits {
  readonly unpackedBytes: number
  /** Rows of a sheet that are read; what stands below is left out. */
  readonly rows: number
  readonly columns: number
  /** Cells that hold something, of all sheets. */
  readonly cells: number
}

const MAX_ENTRIES = 1_000
/** No spreadsheet lets anybody type more into a cell. */
const MAX_CELL_CHARACTERS = 32_767
/** Of all cells, a shared text counted as often as it is used. */
const MAX_CHARACTERS = 16_000_000

/** Reads an .xlsx as far as the limits go. Only for programs that stand apart. */
export async function openWorkbook(
  bytes: Buffer,
  limits: WorkbookLimits,
): Promise<Workbook | 'too_large' | 'unreadable'> {
  const unpacked = unpackedSizeOf(bytes, { bytes: limits.unpackedBytes, entries: MAX_ENTRIES })
  if (unpacked === 'no_archive') return 'unreadable'
  if (unpacked === 'too_large') return 'too_large'
  const range = `A1:${columnName(limits.columns)}${limits.rows}`
  const workbook = await readXlsx(bytes, { range }).catch(() => null)
  if (workbook === null) return 'unreadable'
  return holdsTooMuch(workbook, limits.cells) ? 'too_large' : workbook
}

function holdsTooMuch({ sheets }: Workbook, mostCells: number): boolean {
  let cells = 0
  let characters = 0
  for (const { rows } of sheets)
    for (const row of rows)
      for (const cell of row) {
        if (cell === null) continue
        const length = lengthOf(cell)
        cells += 1
        characters += length
        if (length > MAX_CELL_CHARACTERS) return true
      }
  return cells > mostCells || characters > MAX_CHARACTERS
}

function lengthOf(cell: CellValue): number {
  return typeof cell === 'string' ? cell.length : 0
}

/** The letters above a column, counted from 1: A … Z, AA … ZZ. */
function columnName(column: number): string {
  const first = Math.floor((column - 1) / 26)
  const last = String.fromCharCode(65 + ((column - 1) % 26))
  return first === 0 ? last : `${String.fromCharCode(64 + first)}${last}`
}
