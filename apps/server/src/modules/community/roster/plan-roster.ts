import { maskPhone } from '../sign-in/phone-number.ts'
import { assignGroups } from './assign-groups.ts'
import { matchPeople } from './match-people.ts'
import {
  groupRenames,
  planHouseholds,
  type FieldChange,
  type MatchedRow,
  type PlannedHousehold,
} from './plan-households.ts'
import type { RosterRow } from './parse-roster.ts'
import type { RosterHeading } from './roster-columns.ts'
import { errorAt, type RosterError } from './roster-errors.ts'
import type { RosterPerson } from './roster.store.ts'
import type { StandingRoster } from './standing-roster.ts'

export interface PlannedPerson {
  readonly row: RosterRow
  /** Null: someone new. */
  readonly standing: RosterPerson | null
  readonly next: Omit<RosterPerson, 'personId' | 'householdId'>
  readonly fields: readonly FieldChange[]
}

export interface RosterPlan {
  /** Groups to make or rename. */
  readonly groups: readonly { readonly groupNo: number; readonly name: string }[]
  readonly households: readonly PlannedHousehold[]
  readonly people: readonly PlannedPerson[]
  /** Errors that only the standing roster shows. */
  readonly errors: readonly RosterError[]
}

/**
 * What an import would do to the roster. An empty cell changes nothing: it means that the file does
 * not know, not that there is none. Nobody is ever removed by an import.
 */
export function planRoster(
  rows: readonly RosterRow[],
  standing: StandingRoster,
  heading: RosterHeading,
): RosterPlan {
  const { matches, errors } = admitted(rows, standing, heading)
  const people = [...matches].map(([row, person]): MatchedRow => ({ row, standing: person }))
  const groups = assignGroups(
    people.map(({ row }) => row.group),
    standing.groups,
  )
  const households = planHouseholds(people, standing, groups)
  const renames = groupRenames(people, standing, groups)
  const byHouse = new Map(households.map((household) => [household.houseNo, household]))
  const houseNos = new Map(standing.households.map((house) => [house.householdId, house.houseNo]))
  const planned = people.map((person) => {
    const { row, houseNo } = person.row
    const rename = renames.get(row)
    const ofHousehold = byHouse.get(houseNo)?.changes.get(row) ?? []
    return planPerson(person, houseNos, [...ofHousehold, ...(rename ? [rename] : [])])
  })
  return { groups: groups.changed, households, people: planned, errors }
}

/** Matches rows with persons, and leaves out rows whose telephone someone else keeps. */
function admitted(
  rows: readonly RosterRow[],
  standing: StandingRoster,
  heading: RosterHeading,
): { matches: Map<RosterRow, RosterPerson | null>; errors: RosterError[] } {
  const errors: RosterError[] = []
  const houseNos = new Map(standing.households.map((house) => [house.householdId, house.houseNo]))
  let left = rows
  for (;;) {
    const matches = matchPeople(left, standing)
    const keepers = phoneKeepers(matches, standing.people)
    const taken = left.filter((row) => {
      const keeper = row.phone === null ? undefined : keepers.get(row.phone)
      if (!keeper || keeper === matches.get(row)) return false
      const params = { name: keeper.name, houseNo: houseNos.get(keeper.householdId) ?? '' }
      errors.push(errorAt(heading, row.row, 'phone', 'phone_taken', params))
      return true
    })
    if (taken.length === 0) return { matches, errors }
    // A row that is left out may have been about to free another's telephone: look again.
    left = left.filter((row) => !taken.includes(row))
  }
}

/** Who of the standing roster still has which telephone after the import. */
function phoneKeepers(
  matches: ReadonlyMap<RosterRow, RosterPerson | null>,
  people: readonly RosterPerson[],
): Map<string, RosterPerson> {
  const rowOf = new Map([...matches].map(([row, person]) => [person?.personId, row]))
  return new Map(
    people.flatMap((person): [string, RosterPerson][] => {
      const phone = rowOf.get(person.personId)?.phone ?? person.phone
      return phone !== null && phone === person.phone ? [[phone, person]] : []
    }),
  )
}

function planPerson(
  { row, standing: person }: MatchedRow,
  houseNos: ReadonlyMap<string, string>,
  ofHousehold: readonly FieldChange[],
): PlannedPerson {
  const next = {
    name: row.name,
    phone: row.phone ?? person?.phone ?? null,
    idLast4: row.idLast4 ?? person?.idLast4 ?? null,
    idHash: row.idHash ?? person?.idHash ?? null,
    birthYear: row.birthYear ?? person?.birthYear ?? null,
  }
  if (person === null) return { row, standing: null, next, fields: ofHousehold }
  const houseNo = houseNos.get(person.householdId)
  const changes: FieldChange[] = [
    { field: 'houseNo', from: houseNo ?? '', to: row.houseNo },
    { field: 'name', from: person.name, to: next.name },
    { field: 'phone', from: shownPhone(person.phone), to: shownPhone(next.phone) },
    { field: 'birthYear', from: String(person.birthYear ?? ''), to: String(next.birthYear ?? '') },
  ]
  const fields = changes.filter(({ from, to }) => from !== to)
  if (person.phone !== next.phone && !fields.some(({ field }) => field === 'phone'))
    fields.push({ field: 'phone', from: person.phone ?? '', to: next.phone ?? '' })
  if (person.idHash !== next.idHash)
    fields.push({ field: 'idNumber', from: shownId(person.idLast4), to: shownId(next.idLast4) })
  return { row, standing: person, next, fields: [...fields, ...ofHousehold] }
}

function shownPhone(phone: string | null): string {
  return phone === null ? '' : maskPhone(phone)
}

function shownId(last4: string | null): string {
  return last4 === null ? '' : `…${last4}`
}
