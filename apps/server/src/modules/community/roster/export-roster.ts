import { writeXlsx, type CellValue } from 'hucre/xlsx'
import type { Actor } from '../../../platform/actor.ts'
import type { Db } from '../../../platform/database/database.ts'
import type { Keyring } from '../../../platform/keyring.ts'
import { noteAccess } from '../people/note-access.ts'
import { maskPhone } from '../sign-in/phone-number.ts'
import { openImport } from './kept-import.ts'
import type { RosterReading } from './read-household.ts'
import { selectRosterToExport, type ExportedPerson } from './roster-export.store.ts'

/** A statement carries at most 65,535 values; a look has six. */
const LOOKS_A_STATEMENT = 5_000
/** Headings that an import does not read, so that a masked number is never taken for a telephone. */
const headings: readonly string[] = [
  '组别',
  '户号',
  '姓名',
  '与户主关系',
  '打码手机号',
  '身份证后四位',
  '出生年份',
]

/**
 * The roster as .xlsx, as the screen shows it: telephones masked. It can be imported again, changed or
 * not: what is masked is not read. Everyone in it can see later who took a copy.
 */
export async function exportRoster(parts: RosterReading, actor: Actor): Promise<Buffer> {
  const { villageId } = actor
  const people = await parts.database.inVillage(villageId, async (db) => {
    const found = await selectRosterToExport(db, villageId)
    await noteCopies(parts, db, actor, found)
    return found
  })
  return write('名册', [[...headings], ...people.map(rowOf)])
}

async function noteCopies(
  { clock, newId }: RosterReading,
  db: Db,
  { villageId, personId }: Actor,
  people: readonly ExportedPerson[],
): Promise<void> {
  const at = { db, villageId, now: clock.now(), newId }
  const ids = people.map((person) => person.personId)
  for (let from = 0; from < ids.length; from += LOOKS_A_STATEMENT)
    await noteAccess(at, personId, ids.slice(from, from + LOOKS_A_STATEMENT), 'roster_export')
}

function rowOf(person: ExportedPerson): CellValue[] {
  const { groupName, houseNo, name, isHead, phone, idLast4, birthYear } = person
  return [
    groupName,
    houseNo,
    name,
    isHead ? '户主' : '',
    phone === null ? '' : maskPhone(phone),
    idLast4 ?? '',
    birthYear === null ? '' : String(birthYear),
  ]
}

/**
 * What is wrong in a file that waits to be confirmed, cell by cell, as .xlsx: to be mended beside the
 * spreadsheet. The rows named in it are those that an import with `skipErrors` leaves out.
 * @throws Refusal 'unknown_import' when it was confirmed, is a day old or never was
 */
export async function exportSkippedRows(
  parts: RosterReading & { readonly keyring: Keyring },
  actor: Actor,
  importId: string,
): Promise<Buffer> {
  const { villageId } = actor
  const at = { villageId, importId, now: parts.clock.now() }
  const { errors } = await parts.database.inVillage(villageId, (db) =>
    openImport(db, parts.keyring, at),
  )
  const rows = errors.map(({ cell, column, messageZh, messageEn }) => [
    rowIn(cell),
    cell,
    column,
    messageZh,
    messageEn,
  ])
  return write('没有导入的行', [['行', '格子', '列', '哪里不对', 'What is wrong'], ...rows])
}

/** The row within its own sheet: 3 of 二组!B3. */
function rowIn(cell: string): number {
  return Number(/\d+$/.exec(cell)?.[0])
}

async function write(name: string, rows: CellValue[][]): Promise<Buffer> {
  const columns = (rows[0] ?? []).map((_heading, index) => ({
    width: index >= 3 && name !== '名册' ? 48 : 14,
  }))
  const bytes = await writeXlsx({ sheets: [{ name, columns, rows, freezePane: { rows: 1 } }] })
  return Buffer.from(bytes)
}
