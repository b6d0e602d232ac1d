import type { MatchedRow } from './match-people.ts'
import type { RosterField, RosterHeading } from './roster-columns.ts'
import { errorAt, type RosterError, type RosterErrorCode } from './roster-errors.ts'
import type { StandingRoster } from './standing-roster.ts'

/**
 * Leaves out what nobody does through a file: changing the household they live in, and moving an
 * office holder. Whoever stands in the office's household lives nowhere yet, and is entered where they
 * live.
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
  const people = matched.filter((one) => {
    const guard = guardOf(one, standing, offices)
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
  { importerHouseholdId: own, officeHolders, groups }: StandingRoster,
  offices: ReadonlySet<string>,
): Guard | null {
  const { standing: person, household } = one
  const target = household.standing?.householdId
  const isMove = person !== null && person.householdId !== target
  const livesSomewhere = person !== null && !offices.has(person.householdId)
  const holdsOffice = person !== null && officeHolders.has(person.personId)
  if (isMove && isKeptByOffice({ holdsOffice, livesSomewhere }))
    return { field: 'houseNo', code: 'office_holder_moves' }
  if (own === null) return null
  const leavesOwn = isMove && livesSomewhere && person.householdId === own
  const comesToOwn = target === own && (person === null || isMove)
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
