import { sql } from 'kysely'
import {
  equalBytes,
  formatBundlePath,
  formatTilePath,
  TILE_WIDTH,
  type TileReader,
} from '@azalea/tlog'
import type { Db } from '../../platform/database/database.ts'
import { portionsOf } from '../../platform/database/portions.ts'
import { nodeSuite } from '../../platform/ed25519.ts'
import { LogFault } from './faults.ts'
import type { LogId } from './log.store.ts'
import type { LogTables } from './tables.ts'

const tables = (db: Db) => db.withTables<LogTables>()

/** A tile or entry bundle: `path` as of the full one, `width` 1 to 256. */
export interface StoredTile {
  readonly path: string
  readonly width: number
  readonly bytes: Uint8Array
}

/** Keeps a statement's parameters far below PostgreSQL's bound of 65,535. */
const ROWS_A_STATEMENT = 64

/**
 * Writes tiles, never other bytes over existing ones, and reads back what is stored. A partial tile
 * replaces the narrower one it begins with.
 * @throws LogFault 'other_bytes' when something else stands in the place of one of them
 */
export async function writeTiles(
  db: Db,
  { villageId, generation }: LogId,
  tiles: readonly StoredTile[],
): Promise<void> {
  const id = { village_id: villageId, generation }
  const insert = (some: readonly StoredTile[]) =>
    tables(db)
      .insertInto('log_tile')
      .values(
        some.map(({ path, width, bytes }) => ({ ...id, path, width, bytes: asBuffer(bytes) })),
      )
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  for (const some of portionsOf(tiles, ROWS_A_STATEMENT)) await insert(some)
  const stored = await selectDigests(db, { villageId, generation }, tiles)
  for (const { path, width, bytes } of tiles) {
    const digest = stored.get(`${path} ${width}`)
    if (digest === undefined || !equalBytes(digest, nodeSuite.sha256(bytes)))
      throw new LogFault('other_bytes', `${path} (width ${width}) holds other bytes`)
  }
  await replaceNarrower(db, { villageId, generation }, tiles)
}

async function selectDigests(
  db: Db,
  { villageId, generation }: LogId,
  tiles: readonly StoredTile[],
): Promise<Map<string, Buffer>> {
  const { rows } = await sql<{ path: string; width: number; digest: Buffer }>`
    SELECT path, width, sha256(bytes) AS digest FROM log_tile
    WHERE village_id = ${villageId} AND generation = ${generation}
      AND path = ANY (${tiles.map(({ path }) => path)}::text[])
  `.execute(db)
  return new Map(rows.map(({ path, width, digest }) => [`${path} ${width}`, digest]))
}

/** What a narrower tile says, the wider one says too: any checkpoint can be proved from that. */
async function replaceNarrower(
  db: Db,
  { villageId, generation }: LogId,
  tiles: readonly StoredTile[],
): Promise<void> {
  const widest = new Map(tiles.map((tile) => [tile.path, tile]))
  const narrower = await tables(db)
    .selectFrom('log_tile')
    .select(['path', 'width', 'bytes'])
    .where('village_id', '=', villageId)
    .where('generation', '=', generation)
    .where(sql<boolean>`path = ANY (${[...widest.keys()]}::text[])`)
    .where('width', '<', TILE_WIDTH)
    .execute()
  for (const { path, width, bytes } of narrower) {
    const tile = widest.get(path)
    if (tile === undefined || tile.width <= width) continue
    if (!equalBytes(bytes, tile.bytes.subarray(0, bytes.length)))
      throw new LogFault(
        'other_bytes',
        `${path} (width ${tile.width}) does not extend what was there`,
      )
    await tables(db)
      .deleteFrom('log_tile')
      .where('village_id', '=', villageId)
      .where('generation', '=', generation)
      .where('path', '=', path)
      .where('width', '=', width)
      .execute()
  }
}

/** The narrowest stored tile of at least this width; null when there is none. */
export async function selectTile(
  db: Db,
  { villageId, generation }: LogId,
  { path, width }: { path: string; width: number },
): Promise<StoredTile | null> {
  const row = await tables(db)
    .selectFrom('log_tile')
    .select(['path', 'width', 'bytes'])
    .where('village_id', '=', villageId)
    .where('generation', '=', generation)
    .where('path', '=', path)
    .where('width', '>=', width)
    .orderBy('width')
    .limit(1)
    .executeTakeFirst()
  return row ?? null
}

/** Removes all tiles of a log, for a recovery to write them anew; the server's own role cannot. */
export async function deleteTiles(db: Db, { villageId, generation }: LogId): Promise<void> {
  await tables(db)
    .deleteFrom('log_tile')
    .where('village_id', '=', villageId)
    .where('generation', '=', generation)
    .execute()
}

/** The path under which a tile or bundle is stored, whatever its width. */
export function storedPath(tile: { level: number | 'entries'; index: number }): string {
  return tile.level === 'entries'
    ? formatBundlePath({ index: tile.index, width: TILE_WIDTH })
    : formatTilePath({ level: tile.level, index: tile.index, width: TILE_WIDTH })
}

/** @throws LogFault 'missing_tile' when the store has none as wide as asked */
export function tileReader(db: Db, log: LogId): TileReader {
  return async ({ level, index, width }) => {
    const path = storedPath({ level, index })
    const tile = await selectTile(db, log, { path, width })
    if (tile === null) throw new LogFault('missing_tile', `${path} (width ${width}) is missing`)
    return tile.bytes.subarray(0, width * 32)
  }
}

/** The same memory, as the database driver wants it. */
function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}
