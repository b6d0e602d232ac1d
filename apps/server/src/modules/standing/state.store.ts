import { sql } from 'kysely'
import type { Db } from '../../platform/database/database.ts'
import type { StandingTables } from './tables.ts'

const tables = (db: Db) => db.withTables<StandingTables>()

/**
 * Makes this transaction the village's only folder until it ends, on one snapshot of the database.
 * Must be the first statement. False when another folder is at work.
 */
export async function lockForFolding(db: Db, villageId: string): Promise<boolean> {
  await sql`SET TRANSACTION ISOLATION LEVEL REPEATABLE READ`.execute(db)
  const { rows } = await sql<{ locked: boolean }>`
    SELECT pg_try_advisory_xact_lock(hashtextextended(${`standing ${villageId}`}, 0)) AS locked`.execute(
    db,
  )
  return rows[0]?.locked ?? false
}

/** Whether another folder committed after our snapshot was taken: nothing is wrong, try again. */
export function isOvertaken(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === '40001'
}

/** The Monday of the latest weekly mark; null before the first. */
export async function selectMarkedOn(db: Db, villageId: string): Promise<string | null> {
  const row = await tables(db)
    .selectFrom('standing_state')
    .select('marked_on')
    .where('village_id', '=', villageId)
    .executeTakeFirst()
  return row?.marked_on ?? null
}

export async function upsertState(
  db: Db,
  villageId: string,
  state: { readonly foldedAt: Date; readonly markedOn: string | null },
): Promise<void> {
  await tables(db)
    .insertInto('standing_state')
    .values({ village_id: villageId, folded_at: state.foldedAt, marked_on: state.markedOn })
    .onConflict((conflict) =>
      conflict
        .column('village_id')
        .doUpdateSet({ folded_at: state.foldedAt, marked_on: state.markedOn }),
    )
    .execute()
}

/** Replaces the counts of the earlier mark by the counts of now, for these periods. */
export async function replaceMarkedCounts(
  db: Db,
  villageId: string,
  periods: readonly string[],
): Promise<void> {
  await tables(db).deleteFrom('standing_marked_count').where('village_id', '=', villageId).execute()
  await tables(db)
    .insertInto('standing_marked_count')
    .columns(['village_id', 'board', 'period', 'level', 'bucket', 'competitors'])
    .expression((from) =>
      from
        .selectFrom('standing_count')
        .select(['village_id', 'board', 'period', 'level', 'bucket', 'competitors'])
        .where('village_id', '=', villageId)
        .where('period', 'in', [...periods]),
    )
    .execute()
}
