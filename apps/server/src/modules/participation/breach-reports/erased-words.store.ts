import { sql } from 'kysely'
import type { Db } from '../../../platform/database/database.ts'

/** Of a report: nothing more follows from it. */
const hasEnded = sql`(breach_report.state IN ('settled', 'withdrawn', 'closed'))`

/**
 * Notes in each report that runs and needs somebody's words or pictures that they were erased.
 * @returns the pictures of these reports
 */
export async function keepWordsToTheEnd(
  db: Db,
  villageId: string,
  personId: string,
): Promise<string[]> {
  const { rows } = await sql<{ file_id: string }>`
    WITH kept AS (
      UPDATE breach_report SET erased_ids = array_append(erased_ids, ${personId}::uuid)
      WHERE village_id = ${villageId} AND NOT ${hasEnded}
        AND (${personId}::uuid IN (reporter_id, appealed_by) OR report_id IN (
          SELECT report_id FROM breach_report_party
          WHERE village_id = ${villageId} AND ${personId}::uuid IN (person_id, replied_by)))
      RETURNING report_id, photo_file_ids
    )
    SELECT unnest(photo_file_ids) AS file_id FROM kept
    UNION SELECT reply_photo_file_id FROM kept JOIN breach_report_party USING (report_id)
    WHERE village_id = ${villageId} AND reply_photo_file_id IS NOT NULL`.execute(db)
  return rows.map((row) => row.file_id)
}

/** Clears what a person wrote, and what was written about them, in the reports that have ended. */
export async function clearBreachWordsOf(
  db: Db,
  villageId: string,
  personId: string,
): Promise<void> {
  await sql`
    UPDATE breach_report SET
      words = CASE WHEN reporter_id = ${personId}::uuid THEN NULL ELSE words END,
      place = CASE WHEN reporter_id = ${personId}::uuid THEN NULL ELSE place END,
      ending_words = CASE WHEN reporter_id = ${personId}::uuid THEN NULL ELSE ending_words END,
      photo_file_ids = CASE WHEN reporter_id = ${personId}::uuid THEN '{}' ELSE photo_file_ids END,
      appeal_words = CASE WHEN appealed_by IN (${personId}::uuid, entered_by) THEN NULL ELSE appeal_words END
    WHERE village_id = ${villageId} AND ${hasEnded}
      AND (reporter_id = ${personId}::uuid OR appealed_by = ${personId}::uuid)`.execute(db)
  await sql`
    UPDATE breach_report SET words = NULL, photo_file_ids = '{}', reasons = NULL, appeal_reasons = NULL
    WHERE village_id = ${villageId} AND ${hasEnded} AND report_id IN (
      SELECT report_id FROM breach_report_party
      WHERE village_id = ${villageId} AND person_id = ${personId}::uuid)`.execute(db)
  await sql`
    UPDATE breach_report_party SET reply_words = NULL, reply_photo_file_id = NULL
    FROM breach_report
    WHERE breach_report_party.village_id = ${villageId} AND breach_report.village_id = ${villageId}
      AND breach_report.report_id = breach_report_party.report_id AND ${hasEnded}
      AND replied_by = ${personId}::uuid`.execute(db)
}

export interface Kept {
  readonly personIds: readonly string[]
  readonly fileIds: readonly string[]
}

/** Takes the notes off the reports that have ended. @returns whom they named, and the reports' pictures */
export async function takeEnded(db: Db, villageId: string): Promise<Kept> {
  const { rows } = await sql<{ person_ids: string[]; file_ids: string[] }>`
    WITH ended AS (
      SELECT report_id, erased_ids, photo_file_ids || ARRAY(
        SELECT reply_photo_file_id FROM breach_report_party AS party
        WHERE party.village_id = ${villageId} AND party.report_id = breach_report.report_id
          AND reply_photo_file_id IS NOT NULL) AS file_ids
      FROM breach_report
      WHERE village_id = ${villageId} AND ${hasEnded} AND erased_ids <> '{}' FOR UPDATE
    ), taken AS (
      UPDATE breach_report SET erased_ids = '{}'
      WHERE village_id = ${villageId} AND report_id IN (SELECT report_id FROM ended)
    )
    SELECT erased_ids AS person_ids, file_ids FROM ended`.execute(db)
  return {
    personIds: [...new Set(rows.flatMap((row) => row.person_ids))],
    fileIds: rows.flatMap((row) => row.file_ids),
  }
}
