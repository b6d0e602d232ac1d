import { sql } from 'kysely'
import type { Db } from '../../platform/database/database.ts'
import type { RecordTables } from './tables.ts'

const tables = (db: Db) => db.withTables<RecordTables>()

/** Wrapped keys by person; null for one that was destroyed, absent for one never made. */
export type WrappedKeys = Map<string, Buffer | null>

export async function readPersonKeys(
  db: Db,
  villageId: string,
  personIds: readonly string[],
): Promise<WrappedKeys> {
  const [first, ...others] = personIds
  if (first === undefined) return new Map()
  // A statement with a list is planned anew each time; almost always it is one person.
  const isWanted =
    others.length === 0
      ? sql`person_id = ${first}`
      : sql`person_id = any(${[...personIds]}::uuid[])`
  const { rows } = await sql<{ person_id: string; wrapped_key: Buffer | null }>`
    SELECT person_id, wrapped_key FROM person_key
    WHERE village_id = ${villageId} AND ${isWanted}`.execute(db)
  return new Map(rows.map((row) => [row.person_id, row.wrapped_key]))
}

/**
 * Keeps new wrapped keys of persons who have none (nor had one: a destroyed key stays destroyed);
 * answers those that were kept.
 */
export async function insertPersonKeys(
  db: Db,
  villageId: string,
  createdAt: Date,
  keys: ReadonlyMap<string, Buffer>,
): Promise<WrappedKeys> {
  if (keys.size === 0) return new Map()
  const { rows } = await sql<{ person_id: string; wrapped_key: Buffer }>`
    INSERT INTO person_key (village_id, person_id, wrapped_key, created_at)
    SELECT ${villageId}, person_id, wrapped_key, ${createdAt}
    FROM unnest(${[...keys.keys()]}::uuid[], ${[...keys.values()]}::bytea[])
      AS new (person_id, wrapped_key)
    ON CONFLICT (village_id, person_id) DO NOTHING
    RETURNING person_id, wrapped_key`.execute(db)
  return new Map(rows.map((row) => [row.person_id, row.wrapped_key]))
}

export async function destroyPersonKey(
  db: Db,
  row: { villageId: string; personId: string; at: Date },
): Promise<void> {
  await tables(db)
    .insertInto('person_key')
    .values({
      village_id: row.villageId,
      person_id: row.personId,
      wrapped_key: null,
      created_at: row.at,
      destroyed_at: row.at,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['village_id', 'person_id'])
        .doUpdateSet({ wrapped_key: null, destroyed_at: row.at })
        .where('person_key.destroyed_at', 'is', null),
    )
    .execute()
}

export async function readVillageKey(db: Db, villageId: string): Promise<Buffer | null> {
  const row = await tables(db)
    .selectFrom('village_key')
    .select('wrapped_key')
    .where('village_id', '=', villageId)
    .executeTakeFirst()
  return row?.wrapped_key ?? null
}

export async function insertVillageKey(
  db: Db,
  villageId: string,
  wrappedKey: Buffer,
): Promise<void> {
  await tables(db)
    .insertInto('village_key')
    .values({ village_id: villageId, wrapped_key: wrappedKey })
    .onConflict((conflict) => conflict.column('village_id').doNothing())
    .execute()
}

export interface RecordRow {
  readonly villageId: string
  readonly recordId: string
  readonly kind: string
  readonly recordedAt: Date
  readonly leaf: Buffer
}

export interface PartRow {
  readonly villageId: string
  readonly recordId: string
  readonly part: number
  readonly personId: string
  readonly sealed: Buffer
}

/** The records that hold a part of this person, newest first: after a cursor, or one alone. */
export async function selectRecordsOf(
  db: Db,
  villageId: string,
  personId: string,
  page: { beforeRecordId: string | null; limit: number; recordId?: string; kind?: string },
): Promise<(RecordRow & { part: number; sealed: Buffer })[]> {
  let query = tables(db)
    .selectFrom('record_part')
    .innerJoin('record', (join) =>
      join
        .onRef('record.village_id', '=', 'record_part.village_id')
        .onRef('record.record_id', '=', 'record_part.record_id'),
    )
    .select([
      'record.record_id',
      'record.kind',
      'record.recorded_at',
      'record.leaf',
      'record_part.part',
      'record_part.sealed',
    ])
    .where('record_part.village_id', '=', villageId)
    .where('record_part.person_id', '=', personId)
  if (page.beforeRecordId !== null)
    query = query.where('record_part.record_id', '<', page.beforeRecordId)
  if (page.kind !== undefined) query = query.where('record.kind', '=', page.kind)
  if (page.recordId !== undefined) query = query.where('record_part.record_id', '=', page.recordId)
  const rows = await query.orderBy('record_part.record_id', 'desc').limit(page.limit).execute()
  return rows.map((row) => ({
    villageId,
    recordId: row.record_id,
    kind: row.kind,
    recordedAt: row.recorded_at,
    leaf: row.leaf,
    part: row.part,
    sealed: row.sealed,
  }))
}

/** The sealed parts of these records whose person's key was not destroyed, by record and part. */
export async function selectReadableParts(
  db: Db,
  villageId: string,
  recordIds: readonly string[],
): Promise<(Omit<PartRow, 'villageId'> & { wrappedKey: Buffer })[]> {
  const { rows } = await sql<{
    record_id: string
    part: number
    person_id: string
    sealed: Buffer
    wrapped_key: Buffer
  }>`
    SELECT record_id, part, person_id, sealed, wrapped_key
    FROM record_part JOIN person_key USING (village_id, person_id)
    WHERE village_id = ${villageId} AND record_id = ANY (${[...recordIds]}::uuid[])
      AND wrapped_key IS NOT NULL
    ORDER BY record_id, part`.execute(db)
  return rows.map((row) => ({
    recordId: row.record_id,
    part: row.part,
    personId: row.person_id,
    sealed: row.sealed,
    wrappedKey: row.wrapped_key,
  }))
}

/** What a record tells of, e.g. 'award.final'; null when the village has no such record. */
export async function readRecordKind(
  db: Db,
  villageId: string,
  recordId: string,
): Promise<string | null> {
  const row = await tables(db)
    .selectFrom('record')
    .select('kind')
    .where('village_id', '=', villageId)
    .where('record_id', '=', recordId)
    .executeTakeFirst()
  return row?.kind ?? null
}

/** What stands in the log of a record. */
export async function readLeaf(
  db: Db,
  villageId: string,
  recordId: string,
): Promise<Buffer | null> {
  const row = await tables(db)
    .selectFrom('record')
    .select('leaf')
    .where('village_id', '=', villageId)
    .where('record_id', '=', recordId)
    .executeTakeFirst()
  return row?.leaf ?? null
}

/** How many records a village made before an instant, and how many of them since another. */
export async function countRecords(
  db: Db,
  villageId: string,
  { from, before }: { readonly from: Date; readonly before: Date },
): Promise<{ records: number; recordsSince: number }> {
  const row = await tables(db)
    .selectFrom('record')
    .select([
      sql<number>`count(*)`.as('records'),
      sql<number>`count(*) filter (where recorded_at >= ${from})`.as('since'),
    ])
    .where('village_id', '=', villageId)
    .where('recorded_at', '<', before)
    .executeTakeFirstOrThrow()
  return { records: row.records, recordsSince: row.since }
}
