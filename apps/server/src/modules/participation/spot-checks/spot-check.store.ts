import type { Pseudonym } from '@azalea/records'
import { sql } from 'kysely'
import type { Db } from '../../../platform/database/database.ts'
import type { ParticipationTables } from '../ground/tables.ts'
import type { SpotPlace } from './spot-draw.store.ts'

const tables = (db: Db) => db.withTables<ParticipationTables>()

/** Something that was drawn, and what its checker found. */
export interface SpotCheck extends SpotPlace {
  readonly checkId: string
  readonly drawId: string
  /** As the log names it. */
  readonly candidate: Pseudonym<'candidate'>
  readonly drawnBy: 'lot' | 'priority'
  readonly opensAt: Date
  /** Not made by then, it lapses. */
  readonly dueAt: Date
  readonly score: number | null
  readonly words: string | null
  readonly photoFileId: string | null
  readonly checkedBy: string | null
  readonly checkedAt: Date | null
  /** When it was told that nobody had made it in time. */
  readonly lapsedAt: Date | null
}

export async function insertChecks(
  db: Db,
  villageId: string,
  checks: readonly SpotCheck[],
): Promise<void> {
  const rows = checks.map((check) => ({
    village_id: villageId,
    check_id: check.checkId,
    draw_id: check.drawId,
    candidate: check.candidate,
    drawn_by: check.drawnBy,
    shift_id: check.shiftId,
    subject_id: check.subjectId,
    opens_at: check.opensAt,
    due_at: check.dueAt,
    lapsed_at: check.lapsedAt,
    ...toFound(check),
  }))
  await tables(db).insertInto('spot_check').values(rows).execute()
}

/** A check, held until the commit. */
export async function lockCheck(
  db: Db,
  villageId: string,
  checkId: string,
): Promise<SpotCheck | null> {
  const row = await checkQuery(db, villageId)
    .where('check_id', '=', checkId)
    .forUpdate()
    .executeTakeFirst()
  return row ? toCheck(row) : null
}

export async function selectCheck(
  db: Db,
  villageId: string,
  checkId: string,
): Promise<SpotCheck | null> {
  const row = await checkQuery(db, villageId).where('check_id', '=', checkId).executeTakeFirst()
  return row ? toCheck(row) : null
}

export async function updateCheck(db: Db, villageId: string, check: SpotCheck): Promise<void> {
  await tables(db)
    .updateTable('spot_check')
    .set(toFound(check))
    .where('village_id', '=', villageId)
    .where('check_id', '=', check.checkId)
    .execute()
}

/** The checks of a draw: first those by lot. */
export async function selectChecksOf(
  db: Db,
  villageId: string,
  drawId: string,
): Promise<SpotCheck[]> {
  const rows = await checkQuery(db, villageId)
    .where('draw_id', '=', drawId)
    .orderBy('drawn_by')
    .orderBy('due_at')
    .orderBy('check_id')
    .execute()
  return rows.map(toCheck)
}

/** The checks of these shifts. */
export async function selectChecksOfShifts(
  db: Db,
  villageId: string,
  shiftIds: readonly string[],
): Promise<SpotCheck[]> {
  const rows = await checkQuery(db, villageId)
    .where(sql<boolean>`shift_id = any(${[...shiftIds]}::uuid[])`)
    .execute()
  return rows.map(toCheck)
}

/** Checks still to be made, the nearest deadline first. */
export async function selectOpenChecks(
  db: Db,
  villageId: string,
  now: Date,
  limit: number,
): Promise<SpotCheck[]> {
  const rows = await checkQuery(db, villageId)
    .where('score', 'is', null)
    .where('lapsed_at', 'is', null)
    .where('due_at', '>', now)
    .orderBy('due_at')
    .orderBy('check_id')
    .limit(limit)
    .execute()
  return rows.map(toCheck)
}

/** Whether the time of a check is over that was neither made nor told to have lapsed. */
export async function hasUnmadeChecks(db: Db, villageId: string, now: Date): Promise<boolean> {
  const row = await checkQuery(db, villageId)
    .where('score', 'is', null)
    .where('lapsed_at', 'is', null)
    .where('due_at', '<=', now)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** Marks those checks, each once; in the order of their names. */
export async function markLapsed(db: Db, villageId: string, now: Date): Promise<SpotCheck[]> {
  const rows = await tables(db)
    .updateTable('spot_check')
    .set({ lapsed_at: now })
    .where('village_id', '=', villageId)
    .where('score', 'is', null)
    .where('lapsed_at', 'is', null)
    .where('due_at', '<=', now)
    .returningAll()
    .execute()
  return rows.map(toCheck).toSorted((a, b) => (a.candidate < b.candidate ? -1 : 1))
}

/** The checks that a person made, latest first. */
export async function selectChecksBy(
  db: Db,
  villageId: string,
  personId: string,
  limit: number,
): Promise<SpotCheck[]> {
  const rows = await checkQuery(db, villageId)
    .where('checked_by', '=', personId)
    .orderBy('checked_at', 'desc')
    .orderBy('check_id')
    .limit(limit)
    .execute()
  return rows.map(toCheck)
}

/** What became of the checks of a draw. */
export interface CheckCounts {
  readonly drawn: number
  readonly made: number
  readonly lapsed: number
}

export async function countChecksOf(
  db: Db,
  villageId: string,
  drawIds: readonly string[],
): Promise<Map<string, CheckCounts>> {
  const rows = await tables(db)
    .selectFrom('spot_check')
    .select((select) => [
      'draw_id',
      select.fn.countAll<number>().as('drawn'),
      select.fn.count<number>('score').as('made'),
      select.fn.count<number>('lapsed_at').as('lapsed'),
    ])
    .where('village_id', '=', villageId)
    .where(sql<boolean>`draw_id = any(${[...drawIds]}::uuid[])`)
    .groupBy('draw_id')
    .execute()
  return new Map(rows.map(({ draw_id: drawId, ...counts }) => [drawId, counts]))
}

function checkQuery(db: Db, villageId: string) {
  return tables(db).selectFrom('spot_check').selectAll().where('village_id', '=', villageId)
}

function toFound(check: SpotCheck) {
  return {
    score: check.score,
    words: check.words,
    photo_file_id: check.photoFileId,
    checked_by: check.checkedBy,
    checked_at: check.checkedAt,
  }
}

function toCheck(row: ParticipationTables['spot_check']): SpotCheck {
  return {
    checkId: row.check_id,
    drawId: row.draw_id,
    candidate: row.candidate,
    drawnBy: row.drawn_by,
    shiftId: row.shift_id,
    subjectId: row.subject_id,
    opensAt: row.opens_at,
    dueAt: row.due_at,
    score: row.score,
    words: row.words,
    photoFileId: row.photo_file_id,
    checkedBy: row.checked_by,
    checkedAt: row.checked_at,
    lapsedAt: row.lapsed_at,
  }
}
