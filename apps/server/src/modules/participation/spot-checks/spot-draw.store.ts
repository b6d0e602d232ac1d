import type { Pseudonym } from '@azalea/records'
import { sql } from 'kysely'
import type { Db } from '../../../platform/database/database.ts'
import { type ShiftOfActivity, shiftQuery, toShiftOfActivity } from '../activities/index.ts'
import type { ParticipationTables, SpotKind, SpotReason } from '../ground/tables.ts'

const tables = (db: Db) => db.withTables<ParticipationTables>()

/** An announced list of what may be checked, and the draw from it. */
export interface SpotDraw {
  readonly drawId: string
  /** The announcement's record. */
  readonly recordId: string
  readonly announcedBy: string
  readonly announcedAt: Date
  readonly kinds: readonly SpotKind[]
  readonly ratePermille: number
  readonly randomPermille: number
  readonly candidates: number
  readonly listHash: Buffer
  /** Null until the checkpoint is published that fixes the lots. */
  readonly drawnAt: Date | null
  /** The text of that checkpoint; its SHA-256 is the seed. */
  readonly checkpoint: string | null
}

/** What a candidate is; one of both is null. */
export interface SpotPlace {
  readonly shiftId: string | null
  readonly subjectId: string | null
}

export interface Candidate extends SpotPlace {
  readonly candidate: Pseudonym<'candidate'>
  readonly priority: number
  readonly reasons: readonly SpotReason[]
}

export async function insertDraw(
  db: Db,
  villageId: string,
  draw: SpotDraw,
  candidates: readonly Candidate[],
): Promise<void> {
  await tables(db)
    .insertInto('spot_draw')
    .values({
      village_id: villageId,
      draw_id: draw.drawId,
      record_id: draw.recordId,
      announced_by: draw.announcedBy,
      announced_at: draw.announcedAt,
      kinds: [...draw.kinds],
      rate_permille: draw.ratePermille,
      random_permille: draw.randomPermille,
      candidates: draw.candidates,
      list_hash: draw.listHash,
      drawn_at: draw.drawnAt,
      checkpoint: draw.checkpoint,
    })
    .execute()
  const rows = candidates.map(({ candidate, shiftId, subjectId, priority, reasons }) => ({
    village_id: villageId,
    draw_id: draw.drawId,
    candidate,
    shift_id: shiftId,
    subject_id: subjectId,
    priority,
    reasons,
  }))
  await sql`insert into spot_candidate select * from jsonb_populate_recordset(null::spot_candidate, ${JSON.stringify(rows)}::jsonb)`.execute(
    db,
  )
}

/** Whoever announces waits for whoever is just announcing: one draw waits at a time. */
export async function lockAnnouncements(db: Db, villageId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`spot-draws ${villageId}`}, 0))`.execute(
    db,
  )
}

/** A draw, held until the commit so that nobody else draws from it. */
export async function lockDraw(
  db: Db,
  villageId: string,
  drawId: string,
): Promise<SpotDraw | null> {
  const row = await drawQuery(db, villageId)
    .where('draw_id', '=', drawId)
    .forUpdate()
    .executeTakeFirst()
  return row ? toDraw(row) : null
}

export async function selectDraw(
  db: Db,
  villageId: string,
  drawId: string,
): Promise<SpotDraw | null> {
  const row = await drawQuery(db, villageId).where('draw_id', '=', drawId).executeTakeFirst()
  return row ? toDraw(row) : null
}

/**
 * Draws that wait for their checkpoint, however long: a draw that could be let pass could be chosen.
 * Without those of a later time, which a history that is played again has already announced.
 */
export async function selectWaitingDraws(
  db: Db,
  villageId: string,
  now: Date,
): Promise<SpotDraw[]> {
  const rows = await drawQuery(db, villageId)
    .where('drawn_at', 'is', null)
    .where('announced_at', '<=', now)
    .orderBy('draw_id')
    .execute()
  return rows.map(toDraw)
}

/** The latest draws, newest first. */
export async function selectDraws(db: Db, villageId: string, limit: number): Promise<SpotDraw[]> {
  const rows = await drawQuery(db, villageId)
    .orderBy('announced_at', 'desc')
    .orderBy('draw_id', 'desc')
    .limit(limit)
    .execute()
  return rows.map(toDraw)
}

export async function markDrawn(
  db: Db,
  villageId: string,
  drawId: string,
  how: { readonly at: Date; readonly checkpoint: string },
): Promise<void> {
  await tables(db)
    .updateTable('spot_draw')
    .set({ drawn_at: how.at, checkpoint: how.checkpoint })
    .where('village_id', '=', villageId)
    .where('draw_id', '=', drawId)
    .execute()
}

/** The announced list, in the order of its names. */
export async function selectCandidates(
  db: Db,
  villageId: string,
  drawId: string,
): Promise<Candidate[]> {
  const rows = await tables(db)
    .selectFrom('spot_candidate')
    .selectAll()
    .where('village_id', '=', villageId)
    .where('draw_id', '=', drawId)
    .orderBy(sql`candidate collate "C"`)
    .execute()
  return rows.map((row) => ({
    candidate: row.candidate,
    shiftId: row.shift_id,
    subjectId: row.subject_id,
    priority: row.priority,
    reasons: row.reasons,
  }))
}

/** Whether any of these shifts stands on a list that was announced since then and is not drawn yet. */
export async function isOnWaitingList(
  db: Db,
  villageId: string,
  shiftIds: readonly string[],
  announcedSince: Date,
): Promise<boolean> {
  const row = await tables(db)
    .selectFrom('spot_candidate')
    .innerJoin('spot_draw', (join) =>
      join
        .onRef('spot_draw.village_id', '=', 'spot_candidate.village_id')
        .onRef('spot_draw.draw_id', '=', 'spot_candidate.draw_id'),
    )
    .select('spot_candidate.candidate')
    .where('spot_candidate.village_id', '=', villageId)
    .where(sql<boolean>`spot_candidate.shift_id = any(${[...shiftIds]}::uuid[])`)
    .where('spot_draw.drawn_at', 'is', null)
    .where('spot_draw.announced_at', '>=', announcedSince)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

export interface ShiftToCheck extends ShiftOfActivity {
  /** Who has a place in it, or came. */
  readonly people: number
  /** Mean of the leader's scores so far, in hundredths of a star; null before the first. */
  readonly leaderHundredths: number | null
}

/** Shifts of open activities that end after `from` and begin before `to`, and were never drawn. */
export async function selectShiftsToCheck(
  db: Db,
  villageId: string,
  span: { readonly from: Date; readonly to: Date },
): Promise<ShiftToCheck[]> {
  const rows = await shiftQuery(db, villageId)
    .select([
      sql<number>`(select count(*) from sign_up where sign_up.village_id = shift.village_id
        and sign_up.shift_id = shift.shift_id and sign_up.state = 'confirmed')`.as('people'),
      sql<
        number | null
      >`(select round(avg(leader_score) * 100)::int from attendance where attendance.village_id = shift.village_id
        and attendance.shift_id = shift.shift_id)`.as('leader_hundredths'),
    ])
    .where('activity.state', '=', 'approved')
    .where('shift.ends_at', '>', span.from)
    .where('shift.starts_at', '<', span.to)
    .where(
      sql<boolean>`not exists (select from spot_check where spot_check.village_id = shift.village_id
        and spot_check.shift_id = shift.shift_id)`,
    )
    .orderBy('shift.shift_id')
    .execute()
  return rows.map((row) => ({
    ...toShiftOfActivity(row),
    people: row.people,
    leaderHundredths: row.leader_hundredths,
  }))
}

/** Shifts by id, with their activities. */
export async function selectShiftsById(
  db: Db,
  villageId: string,
  shiftIds: readonly string[],
): Promise<Map<string, ShiftOfActivity>> {
  if (shiftIds.length === 0) return new Map()
  const rows = await shiftQuery(db, villageId)
    .where(sql<boolean>`shift.shift_id = any(${[...shiftIds]}::uuid[])`)
    .execute()
  return new Map(rows.map((row) => [row.shift_id, toShiftOfActivity(row)]))
}

/** Subjects with a check that is still to be made, or was drawn after a moment. */
export async function selectCheckedSubjects(
  db: Db,
  villageId: string,
  drawnAfter: Date,
): Promise<Set<string>> {
  const rows = await tables(db)
    .selectFrom('spot_check')
    .select('subject_id')
    .where('village_id', '=', villageId)
    .where('subject_id', 'is not', null)
    .where('opens_at', '>', drawnAfter)
    .execute()
  return new Set(rows.flatMap((row) => row.subject_id ?? []))
}

function drawQuery(db: Db, villageId: string) {
  return tables(db).selectFrom('spot_draw').selectAll().where('village_id', '=', villageId)
}

function toDraw(row: ParticipationTables['spot_draw']): SpotDraw {
  return {
    drawId: row.draw_id,
    recordId: row.record_id,
    announcedBy: row.announced_by,
    announcedAt: row.announced_at,
    kinds: row.kinds,
    ratePermille: row.rate_permille,
    randomPermille: row.random_permille,
    candidates: row.candidates,
    listHash: row.list_hash,
    drawnAt: row.drawn_at,
    checkpoint: row.checkpoint,
  }
}
