import type { AssignedGroups } from './assign-groups.ts'
import type { MatchedRow } from './match-people.ts'
import type { RosterHousehold } from './roster.store.ts'
import type { StandingRoster } from './standing-roster.ts'

export interface FieldChange {
  readonly field:
    | 'group'
    | 'groupName'
    | 'houseNo'
    | 'head'
    | 'name'
    | 'phone'
    | 'idNumber'
    | 'birthYear'
  /** As people read it: telephones masked, of identity numbers the last four. '' when there was none. */
  readonly from: string
  readonly to: string
}

export interface PlannedHousehold {
  /** Stands for the household within the import. */
  readonly key: string
  readonly houseNo: string
  /** Null: a new household. */
  readonly standing: RosterHousehold | null
  readonly groupNo: number
  /** The row of the head when the import names one, or a household has none yet; else null. */
  readonly headRow: number | null
  /** What changes, by the row that says so. */
  readonly changes: ReadonlyMap<number, readonly FieldChange[]>
}

export function planHouseholds(
  people: readonly MatchedRow[],
  standing: StandingRoster,
  groups: AssignedGroups,
): PlannedHousehold[] {
  const { importerHouseholdId: own } = standing
  const groupNames = new Map([
    ...standing.groups,
    ...groups.changed.map(({ groupNo, name }) => [groupNo, name] as const),
  ])
  return [...membersByHousehold(people)].map(([key, members]) => {
    const first = members[0]
    const { houseNo, standing: known } = first.household
    const groupNo = groups.numberOf(first.row.group)
    const named = members.find(({ row }) => row.isHead)
    // Who heads the importer's own household is for others to say.
    const isSettled = known !== null && (known.headPersonId !== null || known.householdId === own)
    const head = named ?? (isSettled ? undefined : first)
    const changes = new Map<number, FieldChange[]>()
    const tell = (row: number, change: FieldChange) =>
      void changes.set(row, [...(changes.get(row) ?? []), change])
    if (known && known.groupNo !== groupNo)
      tell(first.row.row, {
        field: 'group',
        from: standing.groups.get(known.groupNo) ?? '',
        to: groupNames.get(groupNo) ?? '',
      })
    if (known && head && (head.standing === null || head.standing.personId !== known.headPersonId))
      tell(head.row.row, {
        field: 'head',
        from: standing.personById.get(known.headPersonId ?? '')?.name ?? '',
        to: head.row.name,
      })
    return { key, houseNo, standing: known, groupNo, headRow: head?.row.row ?? null, changes }
  })
}

/** The first row of each renamed group tells of its name. */
export function groupRenames(
  people: readonly MatchedRow[],
  standing: StandingRoster,
  groups: AssignedGroups,
): Map<number, FieldChange> {
  const renames = new Map<number, FieldChange>()
  const firstOf = new Map<number, number>()
  for (const { row } of people) {
    const groupNo = groups.numberOf(row.group)
    if (!firstOf.has(groupNo)) firstOf.set(groupNo, row.row)
  }
  for (const { groupNo, name } of groups.changed) {
    const from = standing.groups.get(groupNo)
    const first = firstOf.get(groupNo)
    if (from !== undefined && first !== undefined)
      renames.set(first, { field: 'groupName', from, to: name })
  }
  return renames
}

type Members = [MatchedRow, ...MatchedRow[]]

function membersByHousehold(people: readonly MatchedRow[]): Map<string, Members> {
  const households = new Map<string, Members>()
  for (const person of people) {
    const members = households.get(person.household.key)
    if (members) members.push(person)
    else households.set(person.household.key, [person])
  }
  return households
}
