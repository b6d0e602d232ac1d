import { groupKey } from './cell-text.ts'
import type { RosterRow } from './parse-roster.ts'
import type { RosterField, RosterHeading } from './roster-columns.ts'
import { errorAt, type RosterError, type RosterErrorCode } from './roster-errors.ts'

/**
 * Looks for rows that contradict each other; the later one is at fault. Returns the rows that are
 * left and every error, in the order of the rows.
 */
export function checkRoster(parsed: {
  readonly rows: readonly RosterRow[]
  readonly errors: readonly RosterError[]
  readonly heading: RosterHeading
}): {
  readonly rows: readonly RosterRow[]
  readonly errors: readonly RosterError[]
} {
  const seen: Seen = { ids: new Map(), phones: new Map(), people: new Map(), heads: new Map() }
  const errors: RosterError[] = []
  const rows = parsed.rows.filter((row) => {
    const faults = faultsOf(row, seen)
    for (const { field, code, params } of faults)
      errors.push(errorAt(parsed.heading, row.row, field, code, params))
    if (faults.length === 0) remember(row, seen)
    return faults.length === 0
  })
  return { rows, errors: [...parsed.errors, ...errors].toSorted((a, b) => a.row - b.row) }
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
  const head = row.isHead ? seen.heads.get(doorOf(row)) : undefined
  if (head) tell('relation', 'two_heads', head)
  return faults
}

function remember(row: RosterRow, seen: Seen): void {
  if (row.idHash !== null) seen.ids.set(row.idHash, row)
  if (row.phone !== null) seen.phones.set(row.phone, row)
  seen.people.set(personKey(row), row)
  if (row.isHead) seen.heads.set(doorOf(row), row)
}

function personKey(row: RosterRow): string {
  return `${doorOf(row)}\n${row.name}`
}

function doorOf(row: RosterRow): string {
  return `${groupKey(row.group)} ${row.houseNo}`
}

function describe(row: RosterRow): Record<string, string | number> {
  return { row: row.row, name: row.name, houseNo: row.houseNo, group: row.group.name }
}
