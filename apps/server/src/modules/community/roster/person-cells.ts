import { readPhone } from '@azalea/text'
import { readBirthYear } from './birth-year.ts'
import { compactText } from './cell-text.ts'
import { readIdentityNumber } from './identity-number.ts'
import type { Cell } from './read-spreadsheet.ts'
import type { RosterField } from './roster-columns.ts'
import type { Complain } from './roster-errors.ts'
import type { RosterRemarkCode } from './roster-remarks.ts'

/** What a row says of a person beside the name. Null: it says nothing. */
export interface PersonCells {
  readonly phone: string | null
  readonly idLast4: string | null
  /** The whole number, until the caller makes a keyed hash of it. */
  readonly idNumber: string | null
  readonly birthYear: number | null
}

/** Tells what was left out of a row's cell. */
export type Remark = (
  field: RosterField,
  code: RosterRemarkCode,
  params?: Readonly<Record<string, string>>,
) => void

type CellOf = (field: RosterField) => Cell

export function readPersonCells(cellOf: CellOf, complain: Complain, remark: Remark): PersonCells {
  const phone = readPhoneCell(cellOf('phone'), complain)
  const identity = readIdentity(cellOf('idNumber'), complain, remark)
  const birthYear = readBirth(cellOf('birth'), complain)
  if (identity && birthYear !== null && identity.birthYear !== birthYear)
    complain('birth', 'birth_disagrees', { value: birthYear, year: identity.birthYear })
  return {
    phone,
    idLast4: identity?.last4 ?? null,
    idNumber: identity?.number ?? null,
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

function readIdentity(cell: Cell, complain: Complain, remark: Remark) {
  const text = compactText(cell).toUpperCase()
  if (isBlank(text)) return null
  if (/^\d{15}$/.test(text)) {
    remark('idNumber', 'id_fifteen_digits')
    return null
  }
  if (isOtherDocument(text)) {
    remark('idNumber', 'id_other_document', { value: text })
    return null
  }
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

/** Passports, permits of Hong Kong, Macao and Taiwan, residence permits: letters and a few digits. */
function isOtherDocument(text: string): boolean {
  return /^[A-Z]{1,3}\d{6,12}(\([0-9A-Z]\))?$|^[A-Z]\d{4}[A-Z]\d{4}$|^\d{8}$|^\d{10}$/.test(text)
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
