import type { RosterRow } from './parse-roster.ts'
import type { RosterPerson } from './roster.store.ts'
import type { StandingRoster } from './standing-roster.ts'

/**
 * Who of the standing roster each row is: the same identity number, else the same telephone, else
 * the same name in the same household. A row with another identity number is someone else. Null: new.
 */
export function matchPeople(
  rows: readonly RosterRow[],
  standing: StandingRoster,
): Map<RosterRow, RosterPerson | null> {
  const matches = new Map<RosterRow, RosterPerson | null>(rows.map((row) => [row, null]))
  const taken = new Set<RosterPerson>()
  // The surest sign first, for all rows: a weak likeness must not take a person from a sure one.
  for (const findLike of likenesses(standing))
    for (const row of rows) {
      if (matches.get(row) !== null) continue
      const person = findLike(row)
      if (!person || taken.has(person) || hasOtherIdentity(row, person)) continue
      matches.set(row, person)
      taken.add(person)
    }
  return matches
}

type FindLike = (row: RosterRow) => RosterPerson | undefined

function likenesses({ households, people }: StandingRoster): FindLike[] {
  const byIdHash = new Map(people.map((person) => [person.idHash, person]))
  const byPhone = new Map(people.map((person) => [person.phone, person]))
  const houseNos = new Map(households.map(({ householdId, houseNo }) => [householdId, houseNo]))
  const byName = new Map<string, RosterPerson | null>()
  for (const person of people) {
    const key = `${houseNos.get(person.householdId)} ${person.name}`
    // Two of one name in one household: the name does not tell which.
    byName.set(key, byName.has(key) ? null : person)
  }
  return [
    (row) => (row.idHash === null ? undefined : byIdHash.get(row.idHash)),
    (row) => (row.phone === null ? undefined : byPhone.get(row.phone)),
    (row) => byName.get(`${row.houseNo} ${row.name}`) ?? undefined,
  ]
}

function hasOtherIdentity(row: RosterRow, person: RosterPerson): boolean {
  return row.idHash !== null && person.idHash !== null && row.idHash !== person.idHash
}
