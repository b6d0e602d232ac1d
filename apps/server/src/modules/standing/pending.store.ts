import { sql } from 'kysely'
import type { Db } from '../../platform/database/database.ts'
import type { StandingTables } from './tables.ts'

const tables = (db: Db) => db.withTables<StandingTables>()

export interface PendingRow {
  readonly pendingId: string
  readonly householdId: string
  /** Null: not a posting; the household joined or left. */
  readonly personId: string | null
  readonly pointsHundredths: number
  readonly postedOn: string
}

export async function insertPending(db: Db, villageId: string, row: PendingRow): Promise<void> {
  await sql`
    INSERT INTO standing_pending
      (village_id, pending_id, household_id, person_id, points_hundredths, posted_on)
    VALUES (${villageId}, ${row.pendingId}, ${row.householdId}, ${row.personId},
      ${row.pointsHundredths}, ${row.postedOn})`.execute(db)
}

/** Takes the oldest rows, of days before `beforeDay` when it is given: they are gone with the commit. */
export async function takePending(
  db: Db,
  villageId: string,
  beforeDay: string | null,
  limit: number,
): Promise<PendingRow[]> {
  const rows = await tables(db)
    .deleteFrom('standing_pending')
    .where('village_id', '=', villageId)
    .where('pending_id', 'in', (select) =>
      select
        .selectFrom('standing_pending as oldest')
        .select('oldest.pending_id')
        .where('oldest.village_id', '=', villageId)
        .where((where) =>
          beforeDay === null ? where.val(true) : where('oldest.posted_on', '<', beforeDay),
        )
        .orderBy('oldest.pending_id')
        .limit(limit),
    )
    .returningAll()
    .execute()
  return rows.map(fromRow)
}

/** Takes all rows of these households, of days before `beforeDay` when it is given. */
export async function takePendingOf(
  db: Db,
  villageId: string,
  beforeDay: string | null,
  householdIds: readonly string[],
): Promise<PendingRow[]> {
  if (householdIds.length === 0) return []
  const rows = await tables(db)
    .deleteFrom('standing_pending')
    .where('village_id', '=', villageId)
    .where(sql<boolean>`household_id = any(${[...householdIds]}::uuid[])`)
    .where((where) => (beforeDay === null ? where.val(true) : where('posted_on', '<', beforeDay)))
    .returningAll()
    .execute()
  return rows.map(fromRow)
}

function fromRow(row: StandingTables['standing_pending']): PendingRow {
  return {
    pendingId: row.pending_id,
    householdId: row.household_id,
    personId: row.person_id,
    pointsHundredths: row.points_hundredths,
    postedOn: row.posted_on,
  }
}
