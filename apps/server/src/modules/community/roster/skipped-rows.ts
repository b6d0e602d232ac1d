import { groupKey } from './cell-text.ts'
import type { RosterRow } from './parse-roster.ts'
import type { RosterPlan } from './plan-roster.ts'
import type { RosterConflict } from './roster-conflicts.ts'
import type { RosterHeading } from './roster-columns.ts'
import { rowName, type RosterError } from './roster-errors.ts'
import type { RowCells } from './row-cells.ts'

/** What was read of a file. */
interface ReadRoster {
  readonly rows: readonly RosterRow[]
  readonly errors: readonly RosterError[]
  readonly heading: RosterHeading
  /** What stands in each row that holds a person. */
  readonly cells: readonly RowCells[]
}

/** A row that is not imported, with its cells and what stands against it. */
export interface SkippedRow {
  /** As its own sheet counts it. */
  readonly row: string
  readonly values: readonly string[]
  /** Where it is wrong; '' when nothing is. */
  readonly cells: string
  readonly messageZh: string
  readonly messageEn: string
}

const LEFT_OUT = {
  messageZh: '您选了这一行先不导入。',
  messageEn: 'You chose to leave this row out.',
}

interface Reason {
  readonly cell?: string
  readonly messageZh: string
  readonly messageEn: string
}

/** The rows that an import leaves behind as it stands: faulty ones, left out ones, and those in question. */
export function skippedRows(read: ReadRoster, plan: RosterPlan): SkippedRow[] {
  const reasons = new Map<number, Reason[]>()
  for (const error of [...read.errors, ...plan.errors]) {
    const known = reasons.get(error.row)
    if (known) known.push(error)
    else reasons.set(error.row, [error])
  }
  const imported = new Set(plan.people.map(({ row }) => row.row))
  const questionOf = questions(read, plan)
  for (const row of read.rows)
    if (!imported.has(row.row) && !reasons.has(row.row))
      reasons.set(row.row, [questionOf(row) ?? LEFT_OUT])
  return read.cells.flatMap(({ row, values }): SkippedRow[] => {
    const against = reasons.get(row)
    if (against === undefined) return []
    return [
      {
        row: rowName(read.heading, row),
        values,
        cells: against.flatMap(({ cell }) => cell ?? []).join(' '),
        messageZh: against.map(({ messageZh }) => messageZh).join(''),
        messageEn: against.map(({ messageEn }) => messageEn).join(' '),
      },
    ]
  })
}

/** The open question that holds a row back: its own, or its household's. */
function questions(read: ReadRoster, plan: RosterPlan): (row: RosterRow) => Reason | undefined {
  const byRow = new Map<number, RosterConflict>()
  for (const conflict of plan.conflicts) byRow.set(conflict.row, conflict)
  const byDoor = new Map<string, RosterConflict>()
  for (const row of read.rows) {
    const conflict = byRow.get(row.row)
    if (conflict?.kind === 'household_elsewhere') byDoor.set(doorOf(row), conflict)
  }
  return (row) => byRow.get(row.row) ?? byDoor.get(doorOf(row))
}

function doorOf({ group, houseNo }: RosterRow): string {
  return `${groupKey(group)} ${houseNo}`
}
