import { sql } from 'kysely'
import type { Db } from '../../platform/database/database.ts'
import type { LogId } from './log.store.ts'
import type { LogTables } from './tables.ts'

const tables = (db: Db) => db.withTables<LogTables>()

/** Keeps who does not answer, each since when it was first missed; forgets who is back. */
export async function replaceAbsences(
  db: Db,
  { villageId, generation }: LogId,
  witnesses: readonly string[],
  now: Date,
): Promise<void> {
  await sql`
    DELETE FROM log_absence WHERE village_id = ${villageId} AND generation = ${generation}
      AND NOT witness = ANY (${[...witnesses]}::text[])
  `.execute(db)
  await sql`
    INSERT INTO log_absence (village_id, generation, witness, since)
    SELECT ${villageId}, ${generation}, witness, ${now} FROM unnest(${[...witnesses]}::text[]) AS witness
    ON CONFLICT DO NOTHING
  `.execute(db)
}

/** Since when each witness that does not answer is missed, by its name in the policy. */
export async function selectAbsences(
  db: Db,
  { villageId, generation }: LogId,
): Promise<Map<string, Date>> {
  const rows = await tables(db)
    .selectFrom('log_absence')
    .select(['witness', 'since'])
    .where('village_id', '=', villageId)
    .where('generation', '=', generation)
    .execute()
  return new Map(rows.map((row) => [row.witness, row.since]))
}
