import type { RosterHeading } from './roster-columns.ts'
import { maskPhone } from '../sign-in/phone-number.ts'
import {
  conflictAt,
  identityQuestion,
  phoneQuestion,
  type Choices,
  type ConflictKind,
  type RosterConflict,
} from './roster-conflicts.ts'
import type { RosterRow } from './parse-roster.ts'
import { isSurely, type PlacedHousehold, type PlacedRow } from './place-rows.ts'
import type { RosterPerson } from './roster.store.ts'
import type { StandingRoster } from './standing-roster.ts'

/** A row with whom it is of the standing roster. */
export interface MatchedRow {
  /** Without what a person called a typing error, or a number that is still somebody else's. */
  readonly row: RosterRow
  readonly household: PlacedHousehold
  /** Null: someone new. */
  readonly standing: RosterPerson | null
  /** A number that a person says has passed on to this row's person, with who has it now. */
  readonly passedOn: { readonly phone: string; readonly from: RosterPerson } | null
}

/**
 * Who of the standing roster each row is: the same name with the same identity number, else with the
 * same telephone, else in the same household. A row with another identity number is someone else.
 * A number that is somebody else's is a question for a person, and leaves the row out until then.
 */
export function matchPeople(
  placed: readonly PlacedRow[],
  standing: StandingRoster,
  heading: RosterHeading,
  choices: Choices,
): { readonly matched: readonly MatchedRow[]; readonly conflicts: readonly RosterConflict[] } {
  const asking = new Asking(standing, heading, choices)
  const settled = placed.flatMap(({ row, household }) => {
    const known = asking.identityOf(row)
    return known === null ? [] : [{ ...known, household }]
  })
  const matches = likeliest(settled, standing)
  const matched = settled.flatMap((one): MatchedRow[] => {
    const person = one.same ?? matches.get(one.row) ?? null
    const known = asking.phoneOf(one.row, person)
    return known === null ? [] : [{ household: one.household, standing: person, ...known }]
  })
  return { matched, conflicts: asking.conflicts }
}

/** A row, and whom a person has said that it is. */
interface Settled extends PlacedRow {
  readonly same: RosterPerson | null
}

function likeliest(
  rows: readonly Settled[],
  standing: StandingRoster,
): Map<RosterRow, RosterPerson> {
  const matches = new Map<RosterRow, RosterPerson>()
  const taken = new Set(rows.flatMap(({ same }) => (same === null ? [] : [same])))
  // The surest sign first, for all rows: a weak likeness must not take a person from a sure one.
  for (const findLike of likenesses(standing))
    for (const { row, household, same } of rows) {
      if (same !== null || matches.has(row)) continue
      const person = findLike(row, household)
      if (!person || taken.has(person) || hasOtherIdentity(row, person)) continue
      matches.set(row, person)
      taken.add(person)
    }
  return matches
}

type FindLike = (row: RosterRow, household: PlacedHousehold) => RosterPerson | undefined

function likenesses({ people, personByIdHash, personByPhone }: StandingRoster): FindLike[] {
  const byName = new Map<string, RosterPerson | null>()
  for (const person of people) {
    const key = `${person.householdId} ${person.name}`
    // Two of one name in one household: the name does not tell which.
    byName.set(key, byName.has(key) ? null : person)
  }
  const surely = (row: RosterRow, person: RosterPerson | undefined) =>
    person && isSurely(row, person) ? person : undefined
  return [
    (row) => (row.idHash === null ? undefined : surely(row, personByIdHash.get(row.idHash))),
    (row) => (row.phone === null ? undefined : surely(row, personByPhone.get(row.phone))),
    (row, { standing }) => byName.get(`${standing?.householdId} ${row.name}`) ?? undefined,
  ]
}

function hasOtherIdentity(row: RosterRow, person: RosterPerson): boolean {
  return row.idHash !== null && person.idHash !== null && row.idHash !== person.idHash
}

/** Asks about identity numbers and telephones of others, and takes the answers. */
class Asking {
  readonly conflicts: RosterConflict[] = []

  constructor(
    readonly standing: StandingRoster,
    readonly heading: RosterHeading,
    readonly choices: Choices,
  ) {}

  /** Null: a question is open, or the row is left out. */
  identityOf(row: RosterRow): { row: RosterRow; same: RosterPerson | null } | null {
    const holder = row.idHash === null ? undefined : this.standing.personByIdHash.get(row.idHash)
    if (!holder || holder.name === row.name) return { row, same: null }
    const isInOffice = this.standing.officeHolders.has(holder.personId)
    const conflictId = identityQuestion(row)
    const choice = this.choices.get(conflictId)
    // A file never gives an office holder another name.
    if (choice === 'same_person' && !isInOffice) return { row, same: holder }
    if (choice === 'typing_error')
      return { row: { ...row, idHash: null, idLast4: null, birthYear: null }, same: null }
    if (choice !== 'leave_out') {
      this.#ask(
        isInOffice ? 'identity_of_office_holder' : 'identity_of_another',
        conflictId,
        row,
        `…${row.idLast4 ?? ''}`,
        holder,
      )
    }
    return null
  }

  /** Null: a question is open, or the row is left out. */
  phoneOf(
    row: RosterRow,
    person: RosterPerson | null,
  ): Pick<MatchedRow, 'row' | 'passedOn'> | null {
    const { phone } = row
    const holder = phone === null ? undefined : this.standing.personByPhone.get(phone)
    if (phone === null || !holder || holder === person) return { row, passedOn: null }
    const conflictId = phoneQuestion(row)
    const without = { ...row, phone: null }
    const choice = this.choices.get(conflictId)
    if (choice === 'number_passed_on') return { row: without, passedOn: { phone, from: holder } }
    if (choice === 'typing_error') return { row: without, passedOn: null }
    if (choice !== 'leave_out')
      this.#ask('phone_of_another', conflictId, row, maskPhone(phone), holder)
    return null
  }

  #ask(
    kind: ConflictKind,
    conflictId: string,
    row: RosterRow,
    value: string,
    holder: RosterPerson,
  ): void {
    const { householdById, groups } = this.standing
    const home = householdById.get(holder.householdId)
    const opposite = {
      cell: null,
      groupName: groups.get(home?.groupNo ?? 0) ?? '',
      houseNo: home?.houseNo ?? '',
      name: holder.name,
    }
    this.conflicts.push(conflictAt(this.heading, row, kind, { conflictId, value, opposite }))
  }
}
