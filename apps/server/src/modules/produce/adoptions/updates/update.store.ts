import type { Db } from '../../../../platform/database/database.ts'
import type { AdoptionTables } from '../tables.ts'

const tables = (db: Db) => db.withTables<AdoptionTables>()

export interface Update {
  readonly updateId: string
  readonly offerId: string
  readonly words: string | null
  readonly photoFileId: string | null
  readonly isPublic: boolean
  readonly writtenBy: string
  readonly writtenAt: Date
}

export async function insertUpdate(db: Db, villageId: string, update: Update): Promise<void> {
  await tables(db)
    .insertInto('adoption_update')
    .values({
      village_id: villageId,
      update_id: update.updateId,
      offer_id: update.offerId,
      words: update.words,
      photo_file_id: update.photoFileId,
      is_public: update.isPublic,
      written_by: update.writtenBy,
      written_at: update.writtenAt,
    })
    .execute()
}

/** The latest first; of which nothing is left, is left out. */
export async function selectUpdates(
  db: Db,
  villageId: string,
  offerId: string,
): Promise<readonly Update[]> {
  const rows = await tables(db)
    .selectFrom('adoption_update')
    .selectAll()
    .where('village_id', '=', villageId)
    .where('offer_id', '=', offerId)
    .orderBy('written_at', 'desc')
    .execute()
  return rows
    .filter(({ words, photo_file_id }) => words !== null || photo_file_id !== null)
    .map((row) => ({
      updateId: row.update_id,
      offerId: row.offer_id,
      words: row.words,
      photoFileId: row.photo_file_id,
      isPublic: row.is_public,
      writtenBy: row.written_by,
      writtenAt: row.written_at,
    }))
}

/** Takes out what somebody wrote and took pictures of. */
export async function clearUpdates(db: Db, villageId: string, personId: string): Promise<void> {
  await tables(db)
    .updateTable('adoption_update')
    .set({ words: null, photo_file_id: null })
    .where('village_id', '=', villageId)
    .where('written_by', '=', personId)
    .execute()
}
