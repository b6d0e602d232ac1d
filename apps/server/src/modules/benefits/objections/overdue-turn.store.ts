import { sql } from 'kysely'
import type { Db } from '../../../platform/database/database.ts'
import type { BenefitsTables } from '../tables.ts'

const tables = (db: Db) => db.withTables<BenefitsTables>()

export async function countOverdueTurns(db: Db, villageId: string, today: string): Promise<number> {
  const { count } = await tables(db)
    .selectFrom('turn_objection')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('village_id', '=', villageId)
    .where('outcome', 'is', null)
    .where('escalated_at', 'is', null)
    .where('due_on', '<', today)
    .executeTakeFirstOrThrow()
  return count
}

/** Marks those whose last day is over, each once. */
export async function markTurnsEscalated(
  db: Db,
  villageId: string,
  now: Date,
  today: string,
): Promise<{ objectionId: string; offerId: string; dueOn: string }[]> {
  const { rows } = await sql<{ objection_id: string; offer_id: string; due_on: string }>`
    UPDATE turn_objection SET escalated_at = ${now}
    WHERE village_id = ${villageId} AND outcome IS NULL AND escalated_at IS NULL
      AND due_on < ${today}
    RETURNING objection_id, offer_id, due_on`.execute(db)
  return rows
    .map((row) => ({ objectionId: row.objection_id, offerId: row.offer_id, dueOn: row.due_on }))
    .toSorted((one, other) => (one.objectionId < other.objectionId ? -1 : 1))
}
