import { groupKey } from './cell-text.ts'
import type { RosterRow } from './parse-roster.ts'
import { doorOf, isSurely } from './place-rows.ts'
import type { RosterField, RosterHeading } from './roster-columns.ts'
import {
  householdQuestion,
  identityQuestion,
  phoneQuestion,
  type Choices,
} from './roster-conflicts.ts'
import { errorAt, type RosterError, type RosterErrorCode } from './roster-errors.ts'
import type { StandingRoster } from './standing-roster.ts'

/**
 * Looks for rows that contradict each other; the later one is at fault. A row is right about a number
 * that the roster knows to be its person's, and what a person has called a typing error, or left
 * out, contradicts nobody. Returns the rows that are left and the errors, in the order of the rows.
 */
export function checkRoster(
  rows: readonly RosterRow[],
  standing: StandingRoster,
  heading: RosterHeading,
  choices: Choices,
): { readonly rows: readonly RosterRow[]; readonly errors: readonly RosterError[] } {
  const seen: Seen = { ids: new Map(), phones: new Map(), people: new Map(), heads: new Map() }
  const claims = new Claims(rows, standing, choices)
  const errors: RosterError[] = []
  const left = rows.filter((row) => {
    const claimed = claims.of(row)
    if (claimed === null) return true
    const faults = faultsOf(claimed, seen)
    for (const { field, code, params } of faults)
      errors.push(errorAt(heading, row.row, field, code, params))
    if (faults.length === 0) remember(claimed, seen)
    return faults.length === 0
  })
  return { rows: left, errors }
}

interface Seen {
  readonly ids: Map<string, RosterRow>
  readonly phones: Map<string, RosterRow>
  readonly people: Map<string, RosterRow>
  readonly heads: Map<string, RosterRow>
}

interface Fault {
  readonly field: RosterField
  readonly code: RosterErrorCode
  readonly params: Readonly<Record<string, string | number>>
}

function faultsOf(row: RosterRow, seen: Seen): Fault[] {
  const faults: Fault[] = []
  const tell = (field: RosterField, code: RosterErrorCode, other: RosterRow) =>
    void faults.push({ field, code, params: describe(other) })
  const sameId = row.idHash === null ? undefined : seen.ids.get(row.idHash)
  const samePhone = row.phone === null ? undefined : seen.phones.get(row.phone)
  const samePerson = seen.people.get(personKey(row))
  if (sameId) tell('idNumber', 'duplicate_id', sameId)
  else if (samePerson && (row.idHash === null || samePerson.idHash === null))
    tell('name', 'duplicate_person', samePerson)
  else if (samePhone) tell('phone', 'duplicate_phone', samePhone)
  const head = row.isHead ? seen.heads.get(doorKey(row)) : undefined
  if (head) tell('relation', 'two_heads', head)
  return faults
}

function remember(row: RosterRow, seen: Seen): void {
  if (row.idHash !== null) seen.ids.set(row.idHash, row)
  if (row.phone !== null) seen.phones.set(row.phone, row)
  seen.people.set(personKey(row), row)
  if (row.isHead) seen.heads.set(doorKey(row), row)
}

/** Which numbers of a row count against other rows. */
class Claims {
  readonly #phoneOwners = new Map<string, RosterRow>()
  readonly #idOwners = new Map<string, RosterRow>()

  constructor(
    rows: readonly RosterRow[],
    readonly standing: StandingRoster,
    readonly choices: Choices,
  ) {
    const { personByPhone, personByIdHash } = standing
    for (const row of rows) {
      const ofPhone = personByPhone.get(row.phone ?? '')
      if (
        row.phone !== null &&
        ofPhone &&
        isSurely(row, ofPhone) &&
        !this.#phoneOwners.has(row.phone)
      )
        this.#phoneOwners.set(row.phone, row)
      if (row.idHash !== null && personByIdHash.get(row.idHash)?.name === row.name)
        if (!this.#idOwners.has(row.idHash)) this.#idOwners.set(row.idHash, row)
    }
  }

  /** Null: a person has left the row out. */
  of(row: RosterRow): RosterRow | null {
    const ofId = this.choices.get(identityQuestion(row))
    const ofPhone = this.choices.get(phoneQuestion(row))
    const ofDoor = this.choices.get(householdQuestion(doorOf(row, this.standing)))
    if ([ofId, ofPhone, ofDoor].includes('leave_out')) return null
    const isSame = ofId === 'same_person'
    return {
      ...row,
      phone:
        ofPhone === 'typing_error' || (!isSame && this.#isOfAnother(row, 'phone'))
          ? null
          : row.phone,
      idHash:
        ofId === 'typing_error' || (!isSame && this.#isOfAnother(row, 'idHash'))
          ? null
          : row.idHash,
    }
  }

  /** The number is surely that of another row's person: this row is asked about, that one is right. */
  #isOfAnother(row: RosterRow, field: 'phone' | 'idHash'): boolean {
    const owners = field === 'phone' ? this.#phoneOwners : this.#idOwners
    const owner = owners.get(row[field] ?? '')
    return owner !== undefined && owner.name !== row.name
  }
}

function personKey(row: RosterRow): string {
  return `${doorKey(row)}\n${row.name}`
}

function doorKey(row: RosterRow): string {
  return `${groupKey(row.group)} ${row.houseNo}`
}

function describe(row: RosterRow): Record<string, string | number> {
  return { row: row.row, name: row.name, houseNo: row.houseNo, group: row.group.name }
}
