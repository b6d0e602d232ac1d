import type { Db } from '../../../platform/database/database.ts'
import type { CommunityTables } from '../tables.ts'

const tables = (db: Db) => db.withTables<CommunityTables>()

export interface RosterImportRow {
  readonly villageId: string
  readonly importId: string
  readonly uploadedBy: string
  readonly uploadedAt: Date
  readonly wrappedKey: Buffer
  readonly sealed: Buffer
}

/** Keeps an import; the one of the same name makes way. */
export async function putRosterImport(db: Db, row: RosterImportRow): Promise<void> {
  await deleteRosterImport(db, row.villageId, row.importId)
  await tables(db)
    .insertInto('roster_import')
    .values({
      village_id: row.villageId,
      import_id: row.importId,
      uploaded_by: row.uploadedBy,
      uploaded_at: row.uploadedAt,
      wrapped_key: row.wrappedKey,
      sealed: row.sealed,
    })
    .execute()
}

/** An import that was uploaded after an instant and is not confirmed; null when there is none. */
export async function selectRosterImport(
  db: Db,
  villageId: string,
  importId: string,
  uploadedAfter: Date,
): Promise<RosterImportRow | null> {
  const row = await tables(db)
    .selectFrom('roster_import')
    .selectAll()
    .where('village_id', '=', villageId)
    .where('import_id', '=', importId)
    .where('uploaded_at', '>', uploadedAfter)
    .executeTakeFirst()
  if (!row) return null
  return {
    villageId,
    importId,
    uploadedBy: row.uploaded_by,
    uploadedAt: row.uploaded_at,
    wrappedKey: row.wrapped_key,
    sealed: row.sealed,
  }
}

export async function deleteRosterImport(
  db: Db,
  villageId: string,
  importId: string,
): Promise<void> {
  await tables(db)
    .deleteFrom('roster_import')
    .where('village_id', '=', villageId)
    .where('import_id', '=', importId)
    .execute()
}

export async function deleteRosterImportsBefore(
  db: Db,
  villageId: string,
  before: Date,
): Promise<void> {
  await tables(db)
    .deleteFrom('roster_import')
    .where('village_id', '=', villageId)
    .where('uploaded_at', '<', before)
    .execute()
}
