import { readBirthYear } from './birth-year.ts'
import { compactText, plainText } from './cell-text.ts'
import type { Cell } from './read-spreadsheet.ts'
import { rosterFields, type RosterField } from './roster-columns.ts'

/**
 * What stands in a row, by field in the order of `rosterFields`, to be given back where the row is not
 * imported. Of an identity number only the last four, of a birth date only the year.
 */
export interface RowCells {
  readonly row: number
  readonly values: readonly string[]
}

const LONGEST = 60

export function readRowCells(
  row: number,
  cellOf: (field: RosterField) => Cell,
  /** The group and the house of the rows above, for cells that are merged with theirs. */
  above: Partial<Record<RosterField, string>>,
): RowCells {
  const values = rosterFields.map((field) => {
    const text = textOf(field, cellOf(field)).slice(0, LONGEST)
    return text === '' ? (above[field] ?? '') : text
  })
  return { row, values }
}

function textOf(field: RosterField, cell: Cell): string {
  const text = plainText(cell)
  if (field === 'birth') return String(readBirthYear(cell instanceof Date ? cell : text) ?? text)
  if (field !== 'idNumber' || text === '') return text
  return `…${compactText(cell).slice(-4)}`
}
