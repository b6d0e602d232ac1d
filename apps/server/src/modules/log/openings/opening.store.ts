import { sql } from 'kysely'
import type { Db } from '../../../platform/database/database.ts'
import type { LogId } from '../log.store.ts'
import type { LogTables, OpeningState } from '../tables.ts'

const tables = (db: Db) => db.withTables<LogTables>()

/** Which records an auditor may open, until when, and who decided it. */
export interface Opening {
  readonly openingId: string
  readonly auditorId: string
  /** First words of the records' kinds, e.g. 'award', 'rating'. */
  readonly kinds: readonly string[]
  /** Civil days of the records, both included. */
  readonly fromDay: string
  readonly throughDay: string
  /** For how many civil days it is granted, the day of the grant included. */
  readonly validDays: number
  readonly reason: string
  readonly proposedBy: string
  readonly proposedAt: Date
  readonly state: OpeningState
  readonly decidedBy: string | null
  readonly decidedAt: Date | null
  /** When a granted one ends or has ended. */
  readonly endsAt: Date | null
}

export type NewOpening = Omit<Opening, 'state' | 'decidedBy' | 'decidedAt' | 'endsAt'>

export async function insertOpening(db: Db, villageId: string, opening: NewOpening): Promise<void> {
  await tables(db)
    .insertInto('opening')
    .values({
      village_id: villageId,
      opening_id: opening.openingId,
      auditor_id: opening.auditorId,
      kinds: [...opening.kinds],
      from_day: opening.fromDay,
      through_day: opening.throughDay,
      valid_days: opening.validDays,
      reason: opening.reason,
      proposed_by: opening.proposedBy,
      proposed_at: opening.proposedAt,
      state: 'proposed',
      decided_by: null,
      decided_at: null,
      ends_at: null,
    })
    .execute()
}

export async function markDecided(
  db: Db,
  villageId: string,
  openingId: string,
  decision: {
    readonly state: 'granted' | 'refused'
    readonly by: string
    readonly at: Date
    readonly endsAt: Date | null
  },
): Promise<void> {
  await tables(db)
    .updateTable('opening')
    .set({
      state: decision.state,
      decided_by: decision.by,
      decided_at: decision.at,
      ends_at: decision.endsAt,
    })
    .where('village_id', '=', villageId)
    .where('opening_id', '=', openingId)
    .execute()
}

export async function markEnded(
  db: Db,
  villageId: string,
  openingId: string,
  at: Date,
): Promise<void> {
  await tables(db)
    .updateTable('opening')
    .set({ state: 'ended', ends_at: at })
    .where('village_id', '=', villageId)
    .where('opening_id', '=', openingId)
    .execute()
}

/** `lock` keeps others from deciding it until the commit. */
export async function selectOpening(
  db: Db,
  villageId: string,
  openingId: string,
  { lock = false } = {},
): Promise<Opening | null> {
  let query = openings(db, villageId).where('opening_id', '=', openingId)
  if (lock) query = query.forUpdate()
  const row = await query.executeTakeFirst()
  return row ? toOpening(row) : null
}

/** The newest openings of the village; those of one auditor only when told. */
export async function selectOpenings(
  db: Db,
  villageId: string,
  { auditorId, limit }: { auditorId: string | null; limit: number },
): Promise<Opening[]> {
  let query = openings(db, villageId)
  if (auditorId !== null) query = query.where('auditor_id', '=', auditorId)
  const rows = await query
    .orderBy('proposed_at', 'desc')
    .orderBy('opening_id', 'desc')
    .limit(limit)
    .execute()
  return rows.map(toOpening)
}

function openings(db: Db, villageId: string) {
  return tables(db)
    .selectFrom('opening')
    .selectAll()
    .select([
      sql<string>`from_day::text`.as('from_text'),
      sql<string>`through_day::text`.as('through_text'),
    ])
    .where('village_id', '=', villageId)
}

function toOpening(
  row: Awaited<ReturnType<ReturnType<typeof openings>['executeTakeFirstOrThrow']>>,
): Opening {
  return {
    openingId: row.opening_id,
    auditorId: row.auditor_id,
    kinds: row.kinds,
    fromDay: row.from_text,
    throughDay: row.through_text,
    validDays: row.valid_days,
    reason: row.reason,
    proposedBy: row.proposed_by,
    proposedAt: row.proposed_at,
    state: row.state,
    decidedBy: row.decided_by,
    decidedAt: row.decided_at,
    endsAt: row.ends_at,
  }
}

/**
 * Of the entries from `first` up to `end`, those whose record is of these kinds and was made in this
 * time, in their order. What it reads is bounded by the range, however rare the kinds are.
 */
export async function selectEntriesOfKinds(
  db: Db,
  { villageId, generation }: LogId,
  range: { readonly first: number; readonly end: number },
  scope: { readonly kinds: readonly string[]; readonly from: Date; readonly before: Date },
): Promise<{ entryIndex: number; recordId: string }[]> {
  const { rows } = await sql<{ entry_index: number; record_id: string }>`
    SELECT entry_index, record_id FROM log_entry JOIN record USING (village_id, record_id)
    WHERE village_id = ${villageId} AND generation = ${generation}
      AND entry_index >= ${range.first} AND entry_index < ${range.end}
      AND split_part(kind, '.', 1) = ANY (${[...scope.kinds]}::text[])
      AND recorded_at >= ${scope.from} AND recorded_at < ${scope.before}
    ORDER BY entry_index
  `.execute(db)
  return rows.map((row) => ({ entryIndex: row.entry_index, recordId: row.record_id }))
}

/** Marks whose parts were opened on this day; gives those who were not yet. */
export async function insertLooks(
  db: Db,
  villageId: string,
  openingId: string,
  personIds: readonly string[],
  day: string,
): Promise<string[]> {
  const { rows } = await sql<{ person_id: string }>`
    INSERT INTO opening_look (village_id, opening_id, person_id, seen_on)
    SELECT ${villageId}, ${openingId}, person_id, ${day}
    FROM (SELECT DISTINCT unnest(${[...personIds]}::uuid[]) AS person_id) AS seen
    ON CONFLICT DO NOTHING
    RETURNING person_id
  `.execute(db)
  return rows.map((row) => row.person_id)
}
