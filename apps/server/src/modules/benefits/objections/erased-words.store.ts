import { sql } from 'kysely'
import type { Db } from '../../../platform/database/database.ts'

/** Notes in each open objection by somebody, or to a turn that they claimed, that they were erased. */
export async function keepWordsToTheDecision(
  db: Db,
  villageId: string,
  personId: string,
): Promise<void> {
  await sql`
    UPDATE turn_objection SET erased_ids = array_append(erased_ids, ${personId}::uuid)
    WHERE village_id = ${villageId} AND outcome IS NULL
      AND ${personId}::uuid IN (objector_id, claimer_id)`.execute(db)
}

/** Clears what a person wrote, and what was written about them, but for what an open objection needs. */
export async function clearTurnWordsOf(db: Db, villageId: string, personId: string): Promise<void> {
  await sql`
    UPDATE turn_objection SET words = NULL, reasons = NULL
    WHERE village_id = ${villageId} AND outcome IS NOT NULL
      AND ${personId}::uuid IN (objector_id, claimer_id)`.execute(db)
}

/** Takes the notes off the objections that were decided. @returns whom they named */
export async function takeDecided(db: Db, villageId: string): Promise<string[]> {
  const { rows } = await sql<{ person_id: string }>`
    WITH decided AS (
      SELECT objection_id, erased_ids FROM turn_objection
      WHERE village_id = ${villageId} AND outcome IS NOT NULL AND erased_ids <> '{}' FOR UPDATE
    ), taken AS (
      UPDATE turn_objection SET erased_ids = '{}'
      WHERE village_id = ${villageId} AND objection_id IN (SELECT objection_id FROM decided)
    )
    SELECT DISTINCT unnest(erased_ids) AS person_id FROM decided`.execute(db)
  return rows.map((row) => row.person_id)
}
