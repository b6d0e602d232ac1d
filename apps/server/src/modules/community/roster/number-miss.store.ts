import { sql } from 'kysely'
import type { Db } from '../../../platform/database/database.ts'
import type { CommunityTables } from '../tables.ts'

const tables = (db: Db) => db.withTables<CommunityTables>()

interface Asker {
  readonly villageId: string
  readonly personId: string
  readonly day: string
}

/** Counts a look for a whole telephone, before it is known whether anybody has it; false at the limit. */
export async function takeMiss(
  db: Db,
  { villageId, personId, day }: Asker,
  most: number,
): Promise<boolean> {
  const { rows } = await sql`
    INSERT INTO number_miss VALUES (${villageId}, ${personId}, ${day}, 1)
    ON CONFLICT (village_id, person_id, missed_on) DO UPDATE SET misses = number_miss.misses + 1
    WHERE number_miss.misses < ${most}
    RETURNING misses`.execute(db)
  return rows.length > 0
}

/** Somebody has the telephone: it was no miss. */
export async function giveBackMiss(db: Db, { villageId, personId, day }: Asker): Promise<void> {
  await tables(db)
    .updateTable('number_miss')
    .set((row) => ({ misses: row('number_miss.misses', '-', 1) }))
    .where('village_id', '=', villageId)
    .where('person_id', '=', personId)
    .where('missed_on', '=', day)
    .execute()
}

export async function deleteMissesBefore(db: Db, villageId: string, day: string): Promise<void> {
  await tables(db)
    .deleteFrom('number_miss')
    .where('village_id', '=', villageId)
    .where('missed_on', '<', day)
    .execute()
}
