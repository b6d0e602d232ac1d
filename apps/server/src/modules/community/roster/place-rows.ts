import { groupKey } from './cell-text.ts'
import type { RosterHeading } from './roster-columns.ts'
import { conflictAt, type Choices, type RosterConflict } from './roster-conflicts.ts'
import type { RosterRow } from './parse-roster.ts'
import { cellOf } from './roster-errors.ts'
import type { RosterHousehold, RosterPerson } from './roster.store.ts'
import type { StandingRoster } from './standing-roster.ts'

/** A household of the import: one of the roster, or a new one. */
export interface PlacedHousehold {
  /** Stands for the household within the import. */
  readonly key: string
  readonly houseNo: string
  readonly standing: RosterHousehold | null
}

export interface PlacedRow {
  readonly row: RosterRow
  readonly household: PlacedHousehold
}

/**
 * Which household each row belongs to. Group and number say so; where houses are numbered for the
 * whole village, the same number in another group is the same household only if somebody who is
 * surely of it stands in the row, or a person says so.
 */
export function placeRows(
  rows: readonly RosterRow[],
  standing: StandingRoster,
  heading: RosterHeading,
  choices: Choices,
): { readonly placed: readonly PlacedRow[]; readonly conflicts: readonly RosterConflict[] } {
  const placing = new Placing(standing, heading, choices)
  const placed: PlacedRow[] = []
  for (const members of rowsByDoor(rows, standing).values()) {
    const household = placing.householdOf(members)
    if (household !== null) placed.push(...members.map((row) => ({ row, household })))
  }
  return { placed: placed.toSorted((a, b) => a.row.row - b.row.row), conflicts: placing.conflicts }
}

type Members = [RosterRow, ...RosterRow[]]

class Placing {
  readonly conflicts: RosterConflict[] = []
  readonly #doors: ReadonlyMap<string, RosterHousehold>
  readonly #byHouseNo = new Map<string, { household: PlacedHousehold; first: RosterRow | null }[]>()

  constructor(
    readonly standing: StandingRoster,
    readonly heading: RosterHeading,
    readonly choices: Choices,
  ) {
    const { households } = standing
    this.#doors = new Map(households.map((one) => [`${one.groupNo} ${one.houseNo}`, one]))
    for (const one of households.filter(({ isOffice }) => !isOffice))
      this.#remember({ key: one.householdId, houseNo: one.houseNo, standing: one }, null)
  }

  /** Null: a question is open, or the rows are left out. */
  householdOf(members: Members): PlacedHousehold | null {
    const [first] = members
    const { houseNo } = first
    const door = doorOf(first, this.standing)
    const exact = this.#doors.get(door)
    if (exact) return { key: exact.householdId, houseNo, standing: exact }
    const fresh: PlacedHousehold = { key: door, houseNo, standing: null }
    const others = this.standing.numbering === 'village' ? this.#othersOf(houseNo) : []
    const other = others.find(({ household }) => isProved(members, household, this.standing))
    if (other) return other.household
    const [asked] = others
    if (!asked) return this.#remember(fresh, first)
    const conflictId = `household ${door}`
    const choice = this.choices.get(conflictId)
    if (choice === 'same_household') return asked.household
    if (choice === 'other_household') return this.#remember(fresh, first)
    if (choice !== 'leave_out') this.#ask(conflictId, first, asked)
    return null
  }

  #othersOf(houseNo: string) {
    return this.#byHouseNo.get(houseNo) ?? []
  }

  #remember(household: PlacedHousehold, first: RosterRow | null): PlacedHousehold {
    const known = this.#byHouseNo.get(household.houseNo) ?? []
    this.#byHouseNo.set(household.houseNo, [...known, { household, first }])
    return household
  }

  #ask(
    conflictId: string,
    row: RosterRow,
    { household, first }: { household: PlacedHousehold; first: RosterRow | null },
  ): void {
    const { groups, people } = this.standing
    const { standing, houseNo } = household
    const head = people.find(({ personId }) => personId === standing?.headPersonId)
    const opposite = {
      cell: first && cellOf(this.heading, first.row, 'group').cell,
      groupName: first?.group.name ?? groups.get(standing?.groupNo ?? 0) ?? '',
      houseNo,
      name: first?.name ?? head?.name ?? '',
    }
    const asked = { conflictId, value: houseNo, opposite }
    this.conflicts.push(conflictAt(this.heading, row, 'household_elsewhere', asked))
  }
}

/** Whether somebody in these rows surely is of the household: the same identity, or name and telephone. */
function isProved(
  members: readonly RosterRow[],
  { standing }: PlacedHousehold,
  { people }: StandingRoster,
): boolean {
  if (standing === null) return false
  const ofHousehold = people.filter(({ householdId }) => householdId === standing.householdId)
  return members.some((row) => ofHousehold.some((person) => isSurely(row, person)))
}

/** The same name, with the same identity number or the same telephone and no other identity. */
export function isSurely(row: RosterRow, person: RosterPerson): boolean {
  if (row.name !== person.name) return false
  if (row.idHash !== null && person.idHash !== null) return row.idHash === person.idHash
  return row.phone !== null && row.phone === person.phone
}

function rowsByDoor(rows: readonly RosterRow[], standing: StandingRoster): Map<string, Members> {
  const doors = new Map<string, Members>()
  for (const row of rows) {
    const door = doorOf(row, standing)
    const members = doors.get(door)
    if (members) members.push(row)
    else doors.set(door, [row])
  }
  return doors
}

function doorOf({ group, houseNo }: RosterRow, { groups }: StandingRoster): string {
  // A hamlet that the roster knows by name is the group of that number.
  const known = [...groups].find(([, name]) => group.groupNo === null && name === group.name)
  return `${known ? known[0] : groupKey(group)} ${houseNo}`
}
