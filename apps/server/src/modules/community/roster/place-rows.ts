import { groupKey } from './cell-text.ts'
import type { RosterHeading } from './roster-columns.ts'
import {
  conflictAt,
  householdQuestion,
  type Choices,
  type RosterConflict,
} from './roster-conflicts.ts'
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

interface Known {
  readonly household: PlacedHousehold
  /** Null: it stands in the roster. */
  readonly first: RosterRow | null
}

class Placing {
  readonly conflicts: RosterConflict[] = []
  readonly #doors: ReadonlyMap<string, RosterHousehold>
  /** Households of one number, by key; the first is whom a question is about. */
  readonly #byHouseNo = new Map<string, Map<string, Known>>()

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
    const others = this.standing.numbering === 'village' ? this.#byHouseNo.get(houseNo) : undefined
    const proved = others && this.#provedOf(members, others)
    if (proved) return proved.household
    const asked = others?.values().next().value
    if (!asked) return this.#remember(fresh, first)
    const conflictId = householdQuestion(door)
    const choice = this.choices.get(conflictId)
    if (choice === 'same_household') return asked.household
    if (choice === 'other_household') return this.#remember(fresh, first)
    if (choice !== 'leave_out') this.#ask(conflictId, first, asked)
    return null
  }

  /** The one of which somebody in these rows surely is: the same identity, or name and telephone. */
  #provedOf(members: Members, others: ReadonlyMap<string, Known>): Known | undefined {
    const { personByIdHash, personByPhone } = this.standing
    for (const row of members)
      for (const person of [
        personByIdHash.get(row.idHash ?? ''),
        personByPhone.get(row.phone ?? ''),
      ]) {
        const known = person && isSurely(row, person) ? others.get(person.householdId) : undefined
        if (known) return known
      }
    return undefined
  }

  #remember(household: PlacedHousehold, first: RosterRow | null): PlacedHousehold {
    const known = this.#byHouseNo.get(household.houseNo) ?? new Map<string, Known>()
    this.#byHouseNo.set(household.houseNo, known.set(household.key, { household, first }))
    return household
  }

  #ask(conflictId: string, row: RosterRow, { household, first }: Known): void {
    const { groups, personById } = this.standing
    const { standing, houseNo } = household
    const head = personById.get(standing?.headPersonId ?? '')
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

export function doorOf({ group, houseNo }: RosterRow, { groupNoByName }: StandingRoster): string {
  // A hamlet that the roster knows by name is the group of that number.
  const known = group.groupNo === null ? groupNoByName.get(group.name) : undefined
  return `${known ?? groupKey(group)} ${houseNo}`
}
