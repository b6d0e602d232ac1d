import { sql } from 'kysely'
import type { Db } from '../../../platform/database/database.ts'
import type { CommunityTables } from '../tables.ts'

const tables = (db: Db) => db.withTables<CommunityTables>()

const none = { story: '', photo_file_id: null, story_by: null }

export async function setStory(
  db: Db,
  villageId: string,
  subjectId: string,
  written: {
    readonly story: string
    readonly photoFileId: string | null
    readonly storyBy: string | null
  },
): Promise<void> {
  await tables(db)
    .updateTable('subject')
    .set({ story: written.story, photo_file_id: written.photoFileId, story_by: written.storyBy })
    .where('village_id', '=', villageId)
    .where('subject_id', '=', subjectId)
    .execute()
}

/**
 * Clears what an erased person told, what shows a picture of theirs, and, once nobody is left of a
 * household, whatever was told of what it kept.
 */
export async function clearStoriesOf(db: Db, villageId: string, personId: string): Promise<void> {
  await tables(db)
    .updateTable('subject')
    .set(none)
    .where('village_id', '=', villageId)
    .where(
      sql<boolean>`(story_by = ${personId}
        OR photo_file_id IN (SELECT file_id FROM file
          WHERE file.village_id = subject.village_id AND owner_id = ${personId})
        OR keeper_household_id IN (SELECT household_id FROM person
          WHERE person.village_id = subject.village_id AND person_id = ${personId})
        AND NOT EXISTS (SELECT FROM person other
          WHERE other.village_id = subject.village_id
            AND other.household_id = subject.keeper_household_id
            AND other.person_id <> ${personId}
            AND other.erased_at IS NULL AND other.departed_at IS NULL))`,
    )
    .execute()
}

/** Clears what was told of what a household keeps. */
export async function clearStoriesAt(
  db: Db,
  villageId: string,
  householdId: string,
): Promise<void> {
  await tables(db)
    .updateTable('subject')
    .set(none)
    .where('village_id', '=', villageId)
    .where('keeper_household_id', '=', householdId)
    .execute()
}

/** Clears what a household told of a subject that it keeps no more. */
export async function clearStoryOfKeeper(
  db: Db,
  villageId: string,
  subjectId: string,
  householdId: string,
): Promise<void> {
  await tables(db)
    .updateTable('subject')
    .set(none)
    .where('village_id', '=', villageId)
    .where('subject_id', '=', subjectId)
    .where(
      sql<boolean>`story_by IN (SELECT person_id FROM person
        WHERE person.village_id = subject.village_id AND household_id = ${householdId})`,
    )
    .execute()
}

export interface ShownPicture {
  readonly fileId: string
  readonly width: number
  readonly height: number
}

/** The size of the picture that a subject shows; null when there is none (any more). */
export async function selectPictureOf(
  db: Db,
  villageId: string,
  fileId: string | null,
): Promise<ShownPicture | null> {
  if (fileId === null) return null
  const row = await tables(db)
    .selectFrom('file')
    .select(['width_pixels', 'height_pixels'])
    .where('village_id', '=', villageId)
    .where('file_id', '=', fileId)
    .executeTakeFirst()
  return row ? { fileId, width: row.width_pixels, height: row.height_pixels } : null
}
