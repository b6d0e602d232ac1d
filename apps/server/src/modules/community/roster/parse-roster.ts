import { readPersonCells, type PersonCells } from './person-cells.ts'
import {
  compactText,
  groupKey,
  isHeadRelation,
  readGroup,
  readHouseNo,
  readName,
  type GroupText,
} from './cell-text.ts'
import type { RosterField, RosterHeading } from './roster-columns.ts'
import { errorAt, type Complain, type RosterError } from './roster-errors.ts'
import type { Cell } from './read-spreadsheet.ts'

/** One person of the roster, as its row says. */
export interface RosterRow extends PersonCells {
  /** The row as a spreadsheet counts it, from 1. */
  readonly row: number
  readonly group: GroupText
  readonly houseNo: string
  readonly isHead: boolean
  readonly name: string
}

export interface ParsedRoster {
  /** Rows that hold a person, good or not. */
  readonly rowCount: number
  /** The rows without a fault. */
  readonly rows: readonly RosterRow[]
  readonly errors: readonly RosterError[]
  /** Where each field's cell stands, for errors that are found later. */
  readonly heading: RosterHeading
}

const FOOTER = /^(合计|总计|小计|备注|说明|注:|填表|制表|审核|负责人|联系人)/

/** What the rows above say for a row whose cells are merged with theirs, or left empty. */
interface Above {
  group: GroupText | null
  houseNo: string | null
  hasHead: boolean
}

/**
 * Reads the rows below a heading. Empty group and house cells take what stands above them.
 * @param hashOf the keyed hash of an identity number; the number itself is not kept
 */
export function parseRoster(
  rows: readonly (readonly Cell[])[],
  heading: RosterHeading,
  hashOf: (identityNumber: string) => string,
): ParsedRoster {
  const above: Above = { group: null, houseNo: null, hasHead: false }
  const errors: RosterError[] = []
  const good: RosterRow[] = []
  let rowCount = 0
  for (const [index, cells] of rows.entries()) {
    if (index < heading.firstRow || isBeside(cells, heading)) continue
    rowCount += 1
    const before = errors.length
    const complain: Complain = (field, code, params) =>
      void errors.push(errorAt(heading, index + 1, field, code, params))
    const row = readRow(index + 1, cells, { heading, above, hashOf, complain })
    if (row && errors.length === before) good.push(row)
  }
  return { rowCount, rows: good, errors, heading }
}

/** A row that holds nobody: empty, or a sum or signature below the table. */
function isBeside(cells: readonly Cell[], { columns }: RosterHeading): boolean {
  const first = cells.map(compactText).find((text) => text !== '')
  if (first === undefined || FOOTER.test(first)) return true
  return [...columns.values()].every((column) => compactText(cells[column]) === '')
}

function readRow(
  row: number,
  cells: readonly Cell[],
  reading: {
    readonly heading: RosterHeading
    readonly above: Above
    readonly hashOf: (identityNumber: string) => string
    readonly complain: Complain
  },
): RosterRow | null {
  const { heading, above, hashOf, complain } = reading
  const cellOf = (field: RosterField): Cell => cells[heading.columns.get(field) ?? -1] ?? null
  const nameCell = heading.columns.has('name') ? cellOf('name') : cellOf('head')
  const name = readName(nameCell)
  const head = readName(cellOf('head'))
  const isHead = heading.columns.has('relation')
    ? isHeadRelation(cellOf('relation'))
    : head !== null && head === name
  const group = groupOf(cellOf('group'), above, complain)
  const houseNo = houseOf(cellOf('houseNo'), isHead, above, complain)
  if (name === null)
    if (compactText(nameCell) === '') complain('name', 'missing_name')
    else complain('name', 'bad_name', { value: compactText(nameCell).slice(0, 30) })
  const person = readPersonCells(cellOf, hashOf, complain)
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
    const houseNo = readHouseNo(cell)
    if (houseNo === null) complain('houseNo', 'bad_house_no', { value: text.slice(0, 20) })
    if (houseNo !== above.houseNo) above.hasHead = false
    above.houseNo = houseNo
  }
  above.hasHead ||= isHead
  return above.houseNo
}
