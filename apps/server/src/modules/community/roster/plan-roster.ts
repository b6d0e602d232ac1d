import { maskPhone } from '../sign-in/phone-number.ts'
import type { CredentialChange } from '../credentials/sign-in-change.store.ts'
import { assignGroups } from './assign-groups.ts'
import { checkRoster } from './check-roster.ts'
import { withoutGuarded } from './guard-rows.ts'
import { matchPeople, type MatchedRow } from './match-people.ts'
import {
  groupRenames,
  planHouseholds,
  type FieldChange,
  type PlannedHousehold,
} from './plan-households.ts'
import type { RosterRow } from './parse-roster.ts'
import { placeRows } from './place-rows.ts'
import type { RosterHeading } from './roster-columns.ts'
import type { Choices, RosterConflict } from './roster-conflicts.ts'
import { errorAt, type RosterError } from './roster-errors.ts'
import type { RosterPerson } from './roster.store.ts'
import type { StandingRoster } from './standing-roster.ts'

export interface PlannedPerson {
  readonly row: RosterRow
  readonly householdKey: string
  /** Null: someone new. */
  readonly standing: RosterPerson | null
  readonly next: Omit<RosterPerson, 'personId' | 'householdId'>
  readonly fields: readonly FieldChange[]
  /** What the import only proposes: a second person confirms it. */
  readonly proposed: CredentialChange | null
  /** The same as people read it. */
  readonly proposedFields: readonly FieldChange[]
}

export interface RosterPlan {
  /** Groups to make or rename. */
  readonly groups: readonly { readonly groupNo: number; readonly name: string }[]
  readonly households: readonly PlannedHousehold[]
  readonly people: readonly PlannedPerson[]
  /** Questions that a person has to answer before the import. */
  readonly conflicts: readonly RosterConflict[]
  /** Errors that only the whole plan shows. */
  readonly errors: readonly RosterError[]
}

/**
 * What an import would do to the roster. An empty cell changes nothing: it means that the file does
 * not know, not that there is none. Nobody is ever removed by an import. A telephone or an identity
 * number of somebody who stands in the roster, the first one too, or who comes to a household where
 * people live, is never set by it: that is proposed.
 * @param choices what a person has answered to the plan's questions
 */
export function planRoster(
  rows: readonly RosterRow[],
  standing: StandingRoster,
  heading: RosterHeading,
  choices: Choices = new Map(),
): RosterPlan {
  const checked = checkRoster(rows, standing, heading, choices)
  const { placed, conflicts } = placeRows(checked.rows, standing, heading, choices)
  const { matched, conflicts: ofPeople } = matchPeople(placed, standing, heading, choices)
  const guarded = withoutGuarded(matched, standing, heading)
  const { people, errors } = withoutDoubles(guarded.people, standing, heading)
  const groups = assignGroups(
    people.map(({ row }) => row.group),
    standing.groups,
  )
  const households = planHouseholds(people, standing, groups)
  const renames = groupRenames(people, standing, groups)
  const byKey = new Map(households.map((household) => [household.key, household]))
  const planned = people.map((person) => {
    const { row } = person.row
    const move = moveOf(person, standing)
    const rename = renames.get(row)
    const ofHousehold = byKey.get(person.household.key)?.changes.get(row) ?? []
    const fields = [...ofHousehold, ...(rename ? [rename] : [])]
    const comesToPeople = standing.taken.has(person.household.standing?.householdId ?? '')
    return planPerson(person, comesToPeople, move, fields)
  })
  return {
    groups: groups.changed,
    households,
    people: planned,
    conflicts: [...conflicts, ...ofPeople].toSorted((a, b) => a.row - b.row),
    errors: [...checked.errors, ...guarded.errors, ...errors],
  }
}

/** Who is gone stays gone; of two rows of one new person, whom an answer has brought together, one counts. */
function withoutDoubles(
  matched: readonly MatchedRow[],
  { departed }: StandingRoster,
  heading: RosterHeading,
) {
  const seen = new Map<string, RosterRow>()
  const errors: RosterError[] = []
  const people = matched.filter(({ row, household, standing: person }) => {
    if (person !== null && departed.has(person.personId)) {
      errors.push(errorAt(heading, row.row, 'name', 'person_departed', { name: row.name }))
      return false
    }
    const key = `${household.key} ${row.name} ${row.idHash ?? ''}`
    const earlier = person === null ? seen.get(key) : undefined
    if (earlier) {
      const params = { row: earlier.row, name: row.name }
      errors.push(errorAt(heading, row.row, 'name', 'duplicate_person', params))
    }
    seen.set(key, row)
    return !earlier
  })
  return { people, errors }
}

function planPerson(
  { row, household, standing: person, passedOn }: MatchedRow,
  comesToPeople: boolean,
  move: FieldChange | null,
  ofHousehold: readonly FieldChange[],
): PlannedPerson {
  const isProposed = person !== null || comesToPeople
  const isNewPhone = isProposed && row.phone !== null && row.phone !== person?.phone
  const wanted = passedOn?.phone ?? (isNewPhone ? row.phone : null)
  const isNewIdentity = isProposed && row.idHash !== null && row.idHash !== person?.idHash
  const next = {
    name: row.name,
    phone: isProposed ? (person?.phone ?? null) : row.phone,
    idLast4: isProposed ? (person?.idLast4 ?? null) : row.idLast4,
    idHash: isProposed ? (person?.idHash ?? null) : row.idHash,
    birthYear: row.birthYear ?? person?.birthYear ?? null,
  }
  const { idHash, idLast4, birthYear } = row
  const identity =
    isNewIdentity && idHash !== null && idLast4 !== null && birthYear !== null
      ? { hash: idHash, last4: idLast4, birthYear }
      : null
  const phone = wanted === null ? null : { to: wanted, from: passedOn?.from.personId ?? null }
  return {
    row,
    householdKey: household.key,
    standing: person,
    next,
    fields: [...(move ? [move] : []), ...(person ? changesOf(person, next) : []), ...ofHousehold],
    proposed: phone === null && identity === null ? null : { phone, identity },
    proposedFields: [
      ...(wanted === null
        ? []
        : [{ field: 'phone' as const, from: shownPhone(person?.phone), to: maskPhone(wanted) }]),
      ...(identity === null
        ? []
        : [{ field: 'idNumber' as const, from: shownId(person?.idLast4), to: shownId(idLast4) }]),
    ],
  }
}

/** Somebody lives in another household from now on; the group is told where the numbers are alike. */
function moveOf(
  { row, household, standing: person }: MatchedRow,
  { householdById, groups }: StandingRoster,
): FieldChange | null {
  if (person === null || person.householdId === household.standing?.householdId) return null
  const before = householdById.get(person.householdId)
  const from = before?.houseNo ?? ''
  if (from !== row.houseNo) return { field: 'houseNo', from, to: row.houseNo }
  const groupName = groups.get(before?.groupNo ?? 0) ?? ''
  return {
    field: 'houseNo',
    from: `${groupName} ${from}`,
    to: `${row.group.name} ${row.houseNo}`,
  }
}

function changesOf(person: RosterPerson, next: PlannedPerson['next']): FieldChange[] {
  const changes: FieldChange[] = [
    { field: 'name', from: person.name, to: next.name },
    { field: 'birthYear', from: String(person.birthYear ?? ''), to: String(next.birthYear ?? '') },
  ]
  return changes.filter(({ from, to }) => from !== to)
}

function shownPhone(phone: string | null | undefined): string {
  return phone ? maskPhone(phone) : ''
}

function shownId(last4: string | null | undefined): string {
  return last4 ? `…${last4}` : ''
}
