import type { MatchedRow } from './match-people.ts'
import type { RosterField, RosterHeading } from './roster-columns.ts'
import { errorAt, type RosterError, type RosterErrorCode } from './roster-errors.ts'
import type { StandingRoster } from './standing-roster.ts'

/**
 * Leaves out what nobody does through a file: changing the household they live in, moving an office
 * holder, and bringing somebody of the roster under one roof with others. Whoever stands in the
 * office's household lives nowhere yet, and is entered where they live.
 */
export function withoutGuarded(
  matched: readonly MatchedRow[],
  standing: StandingRoster,
  heading: RosterHeading,
): { readonly people: readonly MatchedRow[]; readonly errors: readonly RosterError[] } {
  const errors: RosterError[] = []
  const offices = new Set(
    standing.households.filter(({ isOffice }) => isOffice).map(({ householdId }) => householdId),
  )
  const mixed = findMixed(matched)
  const people = matched.filter((one) => {
    const guard = guardOf(one, standing, offices, mixed)
    if (guard === null) return true
    const { row } = one.row
    errors.push(errorAt(heading, row, guard.field, guard.code, { name: one.row.name }))
    return false
  })
  return { people, errors }
}

/**
 * Whether somebody stays where they live until they lay down their offices: whoever moves a judge into a
 * household bars them from judging it. Through a file as on the page of a person.
 */
export function isKeptByOffice(person: {
  readonly holdsOffice: boolean
  readonly livesSomewhere: boolean
}): boolean {
  return person.holdsOffice && person.livesSomewhere
}

interface Guard {
  readonly field: RosterField
  readonly code: RosterErrorCode
}

function guardOf(
  one: MatchedRow,
  standing: StandingRoster,
  offices: ReadonlySet<string>,
  mixed: ReadonlySet<string>,
): Guard | null {
  const { importerHouseholdId: own, officeHolders, groups } = standing
  const { standing: person, household } = one
  const target = household.standing?.householdId
  const isMove = person !== null && person.householdId !== target
  const livesSomewhere = person !== null && !offices.has(person.householdId)
  const holdsOffice = person !== null && officeHolders.has(person.personId)
  if (isMove && isKeptByOffice({ holdsOffice, livesSomewhere }))
    return { field: 'houseNo', code: 'office_holder_moves' }
  const guard = own === null ? null : guardOwn(one, own, groups, isMove && livesSomewhere)
  if (guard !== null || !isMove) return guard
  if (target !== undefined && offices.has(target))
    return { field: 'houseNo', code: 'moves_to_office' }
  const meetsOthers =
    standing.taken.has(target ?? '') || (livesSomewhere && mixed.has(one.household.key))
  return meetsOthers ? { field: 'houseNo', code: 'moves_in_with_others' } : null
}

/** The doors to which a file brings people of more than one household, or newcomers with others. */
function findMixed(matched: readonly MatchedRow[]): Set<string> {
  const from = new Map<string, Set<string | null>>()
  for (const { household, standing: person } of matched) {
    const homes = from.get(household.key) ?? new Set()
    from.set(household.key, homes.add(person?.householdId ?? null))
  }
  return new Set([...from].filter(([, homes]) => homes.size > 1).map(([key]) => key))
}

function guardOwn(
  one: MatchedRow,
  own: string,
  groups: StandingRoster['groups'],
  leavesHome: boolean,
): Guard | null {
  const { standing: person, household } = one
  const target = household.standing?.householdId
  const leavesOwn = leavesHome && person?.householdId === own
  const comesToOwn = target === own && person?.householdId !== own
  if (leavesOwn || comesToOwn) return { field: 'houseNo', code: 'own_household' }
  const isChange = target === own && changesHousehold(one, groups)
  return isChange ? { field: 'name', code: 'own_household' } : null
}

/** Whether a row of somebody who stays where they are says anything new of them or of their household. */
function changesHousehold(
  { row, household, standing: person }: MatchedRow,
  groups: StandingRoster['groups'],
): boolean {
  if (person === null || household.standing === null) return true
  const { headPersonId, groupNo } = household.standing
  const { group } = row
  return (
    row.name !== person.name ||
    (row.birthYear !== null && row.birthYear !== person.birthYear) ||
    (row.isHead && headPersonId !== person.personId) ||
    (group.groupNo === null ? group.name !== groups.get(groupNo) : group.groupNo !== groupNo)
  )
}
