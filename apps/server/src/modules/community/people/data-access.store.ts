import { sql } from 'kysely'
import type { Db } from '../../../platform/database/database.ts'
import type { CommunityTables } from '../tables.ts'

const tables = (db: Db) => db.withTables<CommunityTables>()

interface DataAccessRow {
  readonly accessId: string
  readonly viewerId: string
  readonly what: string
  readonly viewedAt: Date
}

export async function insertDataAccess(
  db: Db,
  rows: readonly (DataAccessRow & { readonly villageId: string; readonly personId: string })[],
): Promise<void> {
  if (rows.length === 0) return
  await tables(db)
    .insertInto('data_access')
    .values(
      rows.map((row) => ({
        village_id: row.villageId,
        access_id: row.accessId,
        person_id: row.personId,
        viewer_id: row.viewerId,
        what: row.what,
        viewed_at: row.viewedAt,
      })),
    )
    .execute()
}

/** Of these persons, those at whose data this viewer has not looked in this way since an instant. */
export async function selectNotSeenSince(
  db: Db,
  villageId: string,
  look: {
    readonly viewerId: string
    readonly what: string
    readonly personIds: readonly string[]
    readonly since: Date
  },
): Promise<string[]> {
  const { rows } = await sql<{ person_id: string }>`
    SELECT asked.person_id FROM unnest(${[...look.personIds]}::uuid[]) AS asked (person_id)
    WHERE NOT EXISTS (
      SELECT FROM data_access WHERE village_id = ${villageId}
        AND data_access.person_id = asked.person_id AND viewed_at >= ${look.since}
        AND viewer_id = ${look.viewerId} AND what = ${look.what})`.execute(db)
  return rows.map((row) => row.person_id)
}

/** Who has looked at a person's data, latest first, after a mark. */
export async function selectDataAccess(
  db: Db,
  villageId: string,
  personId: string,
  page: { readonly before: { viewedAt: Date; accessId: string } | null; readonly limit: number },
): Promise<DataAccessRow[]> {
  let query = tables(db)
    .selectFrom('data_access')
    .select(['access_id', 'viewer_id', 'what', 'viewed_at'])
    .where('village_id', '=', villageId)
    .where('person_id', '=', personId)
  const { before } = page
  if (before !== null)
    query = query.where(
      sql<boolean>`(viewed_at, access_id) < (${before.viewedAt}, ${before.accessId}::uuid)`,
    )
  const rows = await query
    .orderBy('viewed_at', 'desc')
    .orderBy('access_id', 'desc')
    .limit(page.limit)
    .execute()
  return rows.map((row) => ({
    accessId: row.access_id,
    viewerId: row.viewer_id,
    what: row.what,
    viewedAt: row.viewed_at,
  }))
}
