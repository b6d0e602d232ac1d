import { sql } from 'kysely'
import type { Db } from '../../../platform/database/database.ts'

/** Attendances of which an award is objected to now; what was written about them is needed. */
export type Disputed = readonly string[]

const among = (disputed: Disputed) => sql`any(${[...disputed]}::uuid[])`

const shiftsOf = (villageId: string, disputed: Disputed) => sql`(
  SELECT shift_id FROM attendance
  WHERE village_id = ${villageId} AND attendance_id = ${among(disputed)}
)`

/**
 * Notes beside the words of disputed scores that their author, or whom they are about, was erased.
 * @returns the pictures of the spot checks among them
 */
export async function keepJudgedWords(
  db: Db,
  villageId: string,
  personId: string,
  disputed: Disputed,
): Promise<string[]> {
  await sql`
    UPDATE attendance SET erased_ids = array_append(erased_ids, ${personId}::uuid)
    WHERE village_id = ${villageId} AND attendance_id = ${among(disputed)}
      AND score_words IS NOT NULL AND ${personId}::uuid IN (person_id, scored_by)`.execute(db)
  const { rows } = await sql<{ file_id: string | null }>`
    UPDATE spot_check SET erased_ids = array_append(erased_ids, ${personId}::uuid)
    WHERE village_id = ${villageId} AND checked_by = ${personId}::uuid
      AND shift_id IN ${shiftsOf(villageId, disputed)}
    RETURNING photo_file_id AS file_id`.execute(db)
  return rows.flatMap(({ file_id: fileId }) => (fileId === null ? [] : [fileId]))
}

/** Clears what a person wrote beside scores, and what was written about them, but for what is disputed. */
export async function clearJudgedWordsOf(
  db: Db,
  villageId: string,
  personId: string,
  disputed: Disputed,
): Promise<void> {
  await sql`
    UPDATE attendance SET score_words = NULL
    WHERE village_id = ${villageId} AND ${personId}::uuid IN (person_id, scored_by)
      AND score_words IS NOT NULL AND NOT attendance_id = ${among(disputed)}`.execute(db)
  await sql`
    UPDATE spot_check SET words = NULL, photo_file_id = NULL
    WHERE village_id = ${villageId} AND checked_by = ${personId}::uuid
      AND (words IS NOT NULL OR photo_file_id IS NOT NULL)
      AND (shift_id IS NULL OR shift_id NOT IN ${shiftsOf(villageId, disputed)})`.execute(db)
}

export interface Kept {
  readonly personIds: readonly string[]
  readonly fileIds: readonly string[]
}

/** Takes the notes off what is disputed no more. @returns whom they named, and the pictures */
export async function takeJudged(db: Db, villageId: string, disputed: Disputed): Promise<Kept> {
  const { rows } = await sql<{ person_ids: string[]; file_id: string | null }>`
    WITH scores AS (
      SELECT attendance_id, erased_ids FROM attendance
      WHERE village_id = ${villageId} AND erased_ids <> '{}'
        AND NOT attendance_id = ${among(disputed)} FOR UPDATE
    ), scores_taken AS (
      UPDATE attendance SET erased_ids = '{}'
      WHERE village_id = ${villageId} AND attendance_id IN (SELECT attendance_id FROM scores)
    ), checks AS (
      SELECT check_id, erased_ids, photo_file_id FROM spot_check
      WHERE village_id = ${villageId} AND erased_ids <> '{}'
        AND shift_id NOT IN ${shiftsOf(villageId, disputed)} FOR UPDATE
    ), checks_taken AS (
      UPDATE spot_check SET erased_ids = '{}'
      WHERE village_id = ${villageId} AND check_id IN (SELECT check_id FROM checks)
    )
    SELECT erased_ids AS person_ids, NULL::uuid AS file_id FROM scores
    UNION ALL SELECT erased_ids, photo_file_id FROM checks`.execute(db)
  return {
    personIds: [...new Set(rows.flatMap((row) => row.person_ids))],
    fileIds: rows.flatMap(({ file_id: fileId }) => (fileId === null ? [] : [fileId])),
  }
}
