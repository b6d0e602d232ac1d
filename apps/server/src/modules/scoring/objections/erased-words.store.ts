import { sql } from 'kysely'
import type { Db } from '../../../platform/database/database.ts'

/**
 * Notes in each open objection by somebody, or to an award of theirs, that they were erased.
 * @returns the pictures that show what the disputed awards are for
 */
export async function keepWordsToTheAnswer(
  db: Db,
  villageId: string,
  personId: string,
): Promise<string[]> {
  const { rows } = await sql<{ file_id: string }>`
    WITH kept AS (
      UPDATE objection SET erased_ids = array_append(erased_ids, ${personId}::uuid)
      WHERE village_id = ${villageId} AND state = 'open' AND (
        objector_id = ${personId}::uuid OR award_id IN (
          SELECT award_id FROM award JOIN contribution USING (village_id, contribution_id)
          WHERE village_id = ${villageId}
            AND ${personId}::uuid IN (award.person_id, contribution.recorded_by)))
      RETURNING award_id
    )
    SELECT DISTINCT photo_file_id AS file_id
    FROM kept JOIN award USING (award_id) JOIN contribution USING (village_id, contribution_id)
    WHERE village_id = ${villageId} AND photo_file_id IS NOT NULL`.execute(db)
  return rows.map((row) => row.file_id)
}

/** Clears what a person wrote, and what was written about them, but for what an open objection needs. */
export async function clearWordsOf(db: Db, villageId: string, personId: string): Promise<void> {
  await sql`
    UPDATE objection SET words = NULL, reasons = NULL
    WHERE village_id = ${villageId} AND state <> 'open' AND (
      objector_id = ${personId}::uuid OR award_id IN (
        SELECT award_id FROM award
        WHERE village_id = ${villageId} AND person_id = ${personId}::uuid))`.execute(db)
  await sql`
    UPDATE contribution SET words = NULL, photo_file_id = NULL, decision_reason = NULL
    WHERE village_id = ${villageId} AND ${personId}::uuid IN (person_id, recorded_by)
      AND (words IS NOT NULL OR photo_file_id IS NOT NULL OR decision_reason IS NOT NULL)
      AND contribution_id NOT IN (
        SELECT contribution_id FROM award JOIN objection USING (village_id, award_id)
        WHERE village_id = ${villageId} AND objection.state = 'open')`.execute(db)
  await sql`
    UPDATE award SET reversal_reason = NULL
    WHERE village_id = ${villageId} AND person_id = ${personId}::uuid
      AND reversal_reason IS NOT NULL`.execute(db)
}

export interface Kept {
  readonly personIds: readonly string[]
  readonly fileIds: readonly string[]
}

/**
 * Takes the notes off the objections that were answered.
 * @returns whom they named, and the pictures of what was disputed
 */
export async function takeAnswered(db: Db, villageId: string): Promise<Kept> {
  const { rows } = await sql<{ person_ids: string[]; file_id: string | null }>`
    WITH answered AS (
      SELECT objection_id, award_id, erased_ids FROM objection
      WHERE village_id = ${villageId} AND state <> 'open' AND erased_ids <> '{}' FOR UPDATE
    ), taken AS (
      UPDATE objection SET erased_ids = '{}'
      WHERE village_id = ${villageId} AND objection_id IN (SELECT objection_id FROM answered)
    )
    SELECT erased_ids AS person_ids, photo_file_id AS file_id
    FROM answered JOIN award USING (award_id) JOIN contribution USING (village_id, contribution_id)
    WHERE village_id = ${villageId}`.execute(db)
  return {
    personIds: [...new Set(rows.flatMap((row) => row.person_ids))],
    fileIds: rows.flatMap(({ file_id: fileId }) => (fileId === null ? [] : [fileId])),
  }
}
