import { writeXlsx, type CellValue } from 'hucre/xlsx'
import type { Actor } from '../../../platform/actor.ts'
import type { Db } from '../../../platform/database/database.ts'
import type { Keyring } from '../../../platform/keyring.ts'
import { noteAccess } from '../people/note-access.ts'
import { maskPhone } from '../sign-in/phone-number.ts'
import { openKept } from './kept-import.ts'
import { planKept } from './preview-roster.ts'
import type { RosterReading } from './read-household.ts'
import { rosterFields, type RosterField } from './roster-columns.ts'
import { skippedRows } from './skipped-rows.ts'
import { readStandingRoster } from './standing-roster.ts'
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

/** Headings of the rows that are given back; an import reads them, but for the masked number. */
const fieldHeadings: Record<RosterField, string> = {
  group: '组别',
  houseNo: '户号',
  head: '户主',
  name: '姓名',
  relation: '与户主关系',
  phone: '手机号',
  idNumber: '身份证后四位',
  birth: '出生年月',
}

/**
 * The rows of a file that are not imported, as .xlsx: each with its own cells, and beside them why. A
 * file that waits tells what would be left behind as it stands; a confirmed one what was.
 * @throws Refusal 'unknown_import' when it is a day old, never was, or all of it was imported
 */
export async function exportSkippedRows(
  parts: RosterReading & { readonly keyring: Keyring },
  actor: Actor,
  importId: string,
): Promise<Buffer> {
  const { villageId } = actor
  const at = { villageId, importId, now: parts.clock.now() }
  const { skipped, heading } = await parts.database.inVillage(villageId, async (db) => {
    const kept = await openKept(db, parts.keyring, at)
    if (kept.skipped !== null) return { heading: kept.heading, skipped: kept.skipped }
    const plan = planKept(kept, await readStandingRoster(db, actor))
    return { heading: kept.heading, skipped: skippedRows(kept, plan) }
  })
  const fields = rosterFields
    .map((field, at) => ({ field, at }))
    .filter(({ field }) => heading.sheets.some(({ columns }) => columns.has(field)))
  const titles = fields.map(({ field }) => fieldHeadings[field])
  const rows = skipped.map(({ row, values, cells, messageZh, messageEn }) => [
    row,
    ...fields.map(({ at }) => values[at] ?? ''),
    cells,
    messageZh,
    messageEn,
  ])
  return write('没有导入的行', [['行', ...titles, '格子', '哪里不对', 'What is wrong'], ...rows])
}

const WIDE = new Set<CellValue>(['哪里不对', 'What is wrong'])

async function write(name: string, rows: CellValue[][]): Promise<Buffer> {
  const columns = (rows[0] ?? []).map((title) => ({ width: WIDE.has(title) ? 48 : 14 }))
  const bytes = await writeXlsx({ sheets: [{ name, columns, rows, freezePane: { rows: 1 } }] })
  return Buffer.from(bytes)
}
