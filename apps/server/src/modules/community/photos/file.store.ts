import { sql } from 'kysely'
import type { Db } from '../../../platform/database/database.ts'
import type { CommunityTables } from '../tables.ts'

const tables = (db: Db) => db.withTables<CommunityTables>()

export interface FileRow {
  readonly fileId: string
  readonly ownerId: string
  readonly mediaType: string
  readonly content: Buffer
  readonly widthPixels: number
  readonly heightPixels: number
  readonly uploadedAt: Date
}

export async function insertFile(db: Db, villageId: string, row: FileRow): Promise<void> {
  await tables(db)
    .insertInto('file')
    .values({
      village_id: villageId,
      file_id: row.fileId,
      owner_id: row.ownerId,
      media_type: row.mediaType,
      content: row.content,
      width_pixels: row.widthPixels,
      height_pixels: row.heightPixels,
      uploaded_at: row.uploadedAt,
    })
    .execute()
}

export async function selectFileContent(
  db: Db,
  villageId: string,
  fileId: string,
): Promise<{ mediaType: string; content: Buffer } | null> {
  const row = await tables(db)
    .selectFrom('file')
    .select(['media_type', 'content'])
    .where('village_id', '=', villageId)
    .where('file_id', '=', fileId)
    .executeTakeFirst()
  return row ? { mediaType: row.media_type, content: row.content } : null
}

/** Whose picture it is; null when there is none (any more). */
export async function readPhotoOwner(
  db: Db,
  villageId: string,
  fileId: string,
): Promise<string | null> {
  const row = await tables(db)
    .selectFrom('file')
    .select('owner_id')
    .where('village_id', '=', villageId)
    .where('file_id', '=', fileId)
    .executeTakeFirst()
  return row?.owner_id ?? null
}

export async function deleteFilesOf(
  db: Db,
  villageId: string,
  ownerId: string,
  keptFileIds: ReadonlySet<string>,
): Promise<void> {
  await tables(db)
    .deleteFrom('file')
    .where('village_id', '=', villageId)
    .where('owner_id', '=', ownerId)
    .where(sql<boolean>`file_id <> all(${[...keptFileIds]}::uuid[])`)
    .execute()
}

/** Deletes those of these pictures that belong to these persons. */
export async function deleteOwnedFiles(
  db: Db,
  villageId: string,
  ownerIds: readonly string[],
  fileIds: readonly string[],
): Promise<void> {
  if (fileIds.length === 0) return
  await tables(db)
    .deleteFrom('file')
    .where('village_id', '=', villageId)
    .where(sql<boolean>`owner_id = any(${[...ownerIds]}::uuid[])`)
    .where(sql<boolean>`file_id = any(${[...fileIds]}::uuid[])`)
    .execute()
}
