import { parseRoster, type ReadRow } from './parse-roster.ts'
import { isFilled, readSpreadsheet, type Sheet } from './read-spreadsheet.ts'
import { findHeading, type RosterHeading, type SheetHeading } from './roster-columns.ts'
import type { RowCells } from './row-cells.ts'
import { rowList, type RosterError } from './roster-errors.ts'
import { remarkOf, type RosterRemark } from './roster-remarks.ts'
import { refuse } from '../refusals.ts'

/** What a roster file holds, before anything is compared with the roster that stands. */
export interface RosterFile {
  /** Rows that hold a person, good or not. */
  readonly rowCount: number
  /** The rows without a fault. */
  readonly rows: readonly ReadRow[]
  readonly errors: readonly RosterError[]
  /** What was left out, or read though it was hidden. */
  readonly remarks: readonly RosterRemark[]
  readonly heading: RosterHeading
  /** What stands in each row that holds a person, to be given back where it is not imported. */
  readonly cells: readonly RowCells[]
}

const MOST_COLUMNS_NAMED = 12

/**
 * Reads every visible sheet with a heading, one below the other; the others are named.
 * @throws Refusal as `readSpreadsheet`, and 'roster_columns_missing'
 */
export async function readRosterFile(file: Buffer): Promise<RosterFile> {
  const sheets = await readSpreadsheet(file)
  const visible = sheets.filter(({ isHidden }) => !isHidden)
  const found = visible.map((sheet) => ({ sheet, heading: findHeading(sheet.rows) }))
  const read = found.flatMap(({ sheet, heading }) =>
    heading?.columns.has('group') && heading.columns.has('houseNo') ? [{ sheet, heading }] : [],
  )
  if (read.length === 0) throw refuse('roster_columns_missing')
  const heading: RosterHeading = { sheets: stack(read) }
  const parsed = parseRoster(
    read.map(({ sheet }) => sheet.rows),
    heading,
  )
  const names = new Set(read.map(({ sheet }) => sheet.name))
  return {
    ...parsed,
    remarks: [...remarksOn(sheets, names), ...unreadColumns(heading), ...parsed.remarks],
    heading,
  }
}

/** Gives each sheet's rows numbers that go on where those of the sheet above end. */
function stack(
  read: readonly {
    readonly sheet: Sheet
    readonly heading: Omit<SheetHeading, 'name' | 'rowsAbove'>
  }[],
): SheetHeading[] {
  let rowsAbove = 0
  return read.map(({ sheet, heading }) => {
    const stacked = { ...heading, name: read.length > 1 ? sheet.name : null, rowsAbove }
    rowsAbove += sheet.rows.length
    return stacked
  })
}

function remarksOn(sheets: readonly Sheet[], read: ReadonlySet<string | null>): RosterRemark[] {
  const remarks: RosterRemark[] = []
  if (read.size > 1)
    remarks.push(remarkOf('sheets_read', { count: read.size, sheets: listed([...read]) }))
  for (const { name, isHidden, isFiltered, hiddenRows, rows } of sheets) {
    const sheet = name ?? ''
    if (!rows.some(isFilled)) continue
    if (isHidden) remarks.push(remarkOf('sheet_hidden', { sheet }))
    else if (!read.has(name)) remarks.push(remarkOf('sheet_without_heading', { sheet }))
    else {
      const rows = { zh: rowList(hiddenRows, '、'), en: rowList(hiddenRows, ', ') }
      if (hiddenRows.length > 0)
        remarks.push(remarkOf('rows_hidden', { sheet, count: hiddenRows.length, rows }))
      if (isFiltered) remarks.push(remarkOf('sheet_filtered', { sheet }))
    }
  }
  return remarks
}

function unreadColumns({ sheets }: RosterHeading): RosterRemark[] {
  return sheets.flatMap(({ name, unread }) => {
    if (unread.length === 0) return []
    const columns = listed(unread)
    return name === null
      ? remarkOf('columns_unread_of_file', { columns })
      : remarkOf('columns_unread', { sheet: name, columns })
  })
}

function listed(names: readonly (string | null)[]) {
  const shown = names.slice(0, MOST_COLUMNS_NAMED)
  const more = names.length > MOST_COLUMNS_NAMED ? ' …' : ''
  return { zh: shown.join('、') + more, en: shown.join(', ') + more }
}
