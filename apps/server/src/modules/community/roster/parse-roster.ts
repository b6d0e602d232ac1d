import { readPersonCells, type PersonCells, type Remark } from './person-cells.ts'
import {
  compactText,
  groupKey,
  isHeadRelation,
  readGroup,
  readHouseNo,
  readName,
  type GroupText,
} from './cell-text.ts'
import type { RosterField, RosterHeading, SheetHeading } from './roster-columns.ts'
import { cellOf, errorAt, rowsNamed, type Complain, type RosterError } from './roster-errors.ts'
import type { Cell } from './read-spreadsheet.ts'
import { readRowCells, type RowCells } from './row-cells.ts'
import { remarkOf, type RosterRemark } from './roster-remarks.ts'
import { readDateLike } from './date-like.ts'

/** One person of the roster, as its row says. */
export interface ReadRow extends PersonCells {
  /** The row's number, from 1; of several sheets they go on from one to the next. */
  readonly row: number
  readonly group: GroupText
  readonly houseNo: string
  readonly isHead: boolean
  readonly name: string
}

/** The same, with a keyed hash in the identity number's place. */
export interface RosterRow extends Omit<ReadRow, 'idNumber'> {
  readonly idHash: string | null
}

export interface ParsedRoster {
  /** Rows that hold a person, good or not. */
  readonly rowCount: number
  /** The rows without a fault. */
  readonly rows: readonly ReadRow[]
  readonly errors: readonly RosterError[]
  readonly remarks: readonly RosterRemark[]
  /** What stands in each row that holds a person. */
  readonly cells: readonly RowCells[]
}

const FOOTER = /^(合计|总计|小计|备注|说明|注:|填表|制表|审核|负责人|联系人)/

/** What the rows above say for a row whose cells are merged with theirs, or left empty. */
interface Above {
  group: GroupText | null
  houseNo: string | null
  hasHead: boolean
}

/** Reads the rows below each sheet's heading. Empty group and house cells take what stands above them. */
export function parseRoster(
  sheetRows: readonly (readonly (readonly Cell[])[])[],
  heading: RosterHeading,
): ParsedRoster {
  const parsed = { rowCount: 0, rows: [], errors: [], remarks: [], cells: [] } as Parsing
  for (const [no, sheet] of heading.sheets.entries())
    parseSheet(sheetRows[no] ?? [], sheet, heading, parsed)
  return parsed
}

interface Parsing {
  rowCount: number
  readonly rows: ReadRow[]
  readonly errors: RosterError[]
  readonly remarks: RosterRemark[]
  readonly cells: RowCells[]
}

function parseSheet(
  rows: readonly (readonly Cell[])[],
  sheet: SheetHeading,
  heading: RosterHeading,
  parsed: Parsing,
): void {
  const above: Above = { group: null, houseNo: null, hasHead: false }
  const filled: number[] = []
  for (const [index, cells] of rows.entries()) {
    if (index < sheet.firstRow || isBeside(cells, sheet)) continue
    parsed.rowCount += 1
    const no = sheet.rowsAbove + index + 1
    const before = parsed.errors.length
    const left: [RosterField, ...Parameters<typeof remarkOf>][] = []
    const complain: Complain = (field, code, params) =>
      void parsed.errors.push(errorAt(heading, no, field, code, params))
    const remark: Remark = (field, code, params = {}) => void left.push([field, code, params])
    const row = readRow(no, cells, { sheet, above, complain, remark })
    parsed.cells.push(
      readRowCells(no, (field) => cells[sheet.columns.get(field) ?? -1] ?? null, {
        group: above.group?.name ?? '',
        houseNo: above.houseNo ?? '',
      }),
    )
    if (!row || parsed.errors.length > before) continue
    parsed.rows.push(row)
    if (takesFromAbove(cells, sheet)) filled.push(no)
    for (const [field, code, params] of left)
      parsed.remarks.push(
        remarkOf(code, { ...params, name: row.name }, cellOf(heading, no, field).cell),
      )
  }
  const [first] = filled
  if (first !== undefined)
    parsed.remarks.unshift(
      remarkOf('rows_filled_from_above', { rows: rowsNamed(heading, first, filled) }),
    )
}

/** Whether a person's group or house is that of the row above, for their own cell is empty. */
function takesFromAbove(cells: readonly Cell[], { columns }: SheetHeading): boolean {
  return (['group', 'houseNo'] as const).some((field) => {
    const column = columns.get(field)
    return column !== undefined && compactText(cells[column]) === ''
  })
}

/** A row that holds nobody: empty, or a sum or signature below the table. */
function isBeside(cells: readonly Cell[], { columns }: SheetHeading): boolean {
  const first = cells.map(compactText).find((text) => text !== '')
  if (first === undefined || FOOTER.test(first)) return true
  return [...columns.values()].every((column) => compactText(cells[column]) === '')
}

function readRow(
  row: number,
  cells: readonly Cell[],
  reading: {
    readonly sheet: SheetHeading
    readonly above: Above
    readonly complain: Complain
    readonly remark: Remark
  },
): ReadRow | null {
  const { sheet, above, complain, remark } = reading
  const valueOf = (field: RosterField): Cell => cells[sheet.columns.get(field) ?? -1] ?? null
  const nameCell = sheet.columns.has('name') ? valueOf('name') : valueOf('head')
  const name = readName(nameCell)
  const head = readName(valueOf('head'))
  const isHead = sheet.columns.has('relation')
    ? isHeadRelation(valueOf('relation'))
    : head !== null && head === name
  const group = groupOf(valueOf('group'), above, complain)
  const houseNo = houseOf(valueOf('houseNo'), isHead, above, complain)
  if (name === null)
    if (compactText(nameCell) === '') complain('name', 'missing_name')
    else complain('name', 'bad_name', { value: compactText(nameCell).slice(0, 30) })
  const person = readPersonCells(valueOf, complain, remark)
  if (group === null || houseNo === null || name === null) return null
  return { row, group, houseNo, isHead, name, ...person }
}

function groupOf(cell: Cell, above: Above, complain: Complain): GroupText | null {
  const text = compactText(cell)
  if (text === '') {
    if (above.group === null) complain('group', 'missing_group')
    return above.group
  }
  const group = readGroup(cell)
  if (group === null) complain('group', 'bad_group', { value: text.slice(0, 20) })
  // The next group begins with a house of its own.
  if (group && above.group && groupKey(group) !== groupKey(above.group)) above.houseNo = null
  above.group = group
  return group
}

function houseOf(cell: Cell, isHead: boolean, above: Above, complain: Complain): string | null {
  const text = compactText(cell)
  if (text === '') {
    // A second head below one house number is a house whose number was forgotten.
    if (isHead && above.hasHead) above.houseNo = null
    if (above.houseNo === null) complain('houseNo', 'missing_house_no')
  } else {
    const date = readDateLike(cell)
    const houseNo = date === null ? readHouseNo(cell) : null
    if (date !== null) complain('houseNo', 'house_no_is_date', { ...date })
    else if (houseNo === null) complain('houseNo', 'bad_house_no', { value: text.slice(0, 20) })
    if (houseNo !== above.houseNo) above.hasHead = false
    above.houseNo = houseNo
  }
  above.hasHead ||= isHead
  return above.houseNo
}
