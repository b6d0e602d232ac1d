import { readPhone } from '@azalea/text'
import { readBirthYear } from './birth-year.ts'
import { compactText } from './cell-text.ts'
import { readIdentityNumber } from './identity-number.ts'
import type { Cell } from './read-spreadsheet.ts'
import type { RosterField } from './roster-columns.ts'
import type { Complain } from './roster-errors.ts'

/** What a row says of a person beside the name. Null: it says nothing. */
export interface PersonCells {
  readonly phone: string | null
  readonly idLast4: string | null
  readonly idHash: string | null
  readonly birthYear: number | null
}

type CellOf = (field: RosterField) => Cell

export function readPersonCells(
  cellOf: CellOf,
  hashOf: (identityNumber: string) => string,
  complain: Complain,
): PersonCells {
  const phone = readPhoneCell(cellOf('phone'), complain)
  const identity = readIdentity(cellOf('idNumber'), complain)
  const birthYear = readBirth(cellOf('birth'), complain)
  if (identity && birthYear !== null && identity.birthYear !== birthYear)
    complain('birth', 'birth_disagrees', { value: birthYear, year: identity.birthYear })
  return {
    phone,
    idLast4: identity?.last4 ?? null,
    idHash: identity && hashOf(identity.number),
    birthYear: identity?.birthYear ?? birthYear,
  }
}

function readPhoneCell(cell: Cell, complain: Complain): string | null {
  const text = compactText(cell)
  if (isBlank(text)) return null
  const phone = readPhone(text)
  if (phone === null) complain('phone', 'bad_phone', { value: text.slice(0, 20) })
  return phone
}

function readIdentity(cell: Cell, complain: Complain) {
  const text = compactText(cell)
  if (isBlank(text)) return null
  // A spreadsheet keeps fifteen digits of a number, so eighteen cannot have survived.
  if (typeof cell === 'number' || /^\d(\.\d+)?E\+?\d+$/i.test(text)) {
    complain('idNumber', 'id_lost_precision')
    return null
  }
  const identity = readIdentityNumber(text)
  if (identity.ok) return identity
  complain('idNumber', identity.code)
  return null
}

function readBirth(cell: Cell, complain: Complain): number | null {
  const text = compactText(cell)
  if (isBlank(text)) return null
  const year =
    cell instanceof Date || typeof cell === 'number' ? readBirthYear(cell) : readBirthYear(text)
  if (year === null) complain('birth', 'bad_birth', { value: text.slice(0, 20) })
  return year
}

function isBlank(text: string): boolean {
  return text === '' || /^[-—/无]+$/.test(text)
}
