import { decodeEntryBundle, encodeEntryBundle, parseTilePath, TlogError } from '@azalea/tlog'
import type { Db } from '../../platform/database/database.ts'
import { selectHead, type Publication } from './head.store.ts'
import { selectLogs, type LogId, type LogRow } from './log.store.ts'
import { refuse } from './refusals.ts'
import { selectTile, storedPath } from './tile.store.ts'

const HASH_BYTES = 32

/** @throws Refusal 'no_log' */
export async function readLog(db: Db, { villageId, generation }: LogId): Promise<LogRow> {
  const log = (await selectLogs(db, villageId)).find((one) => one.generation === generation)
  if (log === undefined) throw refuse('no_log')
  return log
}

/** @throws Refusal 'no_log', 'nothing_published' */
export async function readPublication(db: Db, id: LogId): Promise<Publication> {
  const row = await selectHead(db, id)
  if (row === null) throw refuse('no_log')
  if (row.published === null) throw refuse('nothing_published')
  return row.published
}

/**
 * A tile or entry bundle, by its path under the log (tlog-tiles); a narrow one is cut from what
 * replaced it.
 * @throws Refusal 'no_tile'
 */
export async function readTileBytes(db: Db, id: LogId, path: string): Promise<Uint8Array> {
  const tile = parsePath(path)
  const level = tile.kind === 'entries' ? 'entries' : tile.level
  const asked = { path: storedPath({ level, index: tile.index }), width: tile.width }
  const stored = await selectTile(db, id, asked)
  if (stored === null) throw refuse('no_tile')
  if (stored.width === tile.width) return stored.bytes
  if (tile.kind === 'tile') return stored.bytes.subarray(0, tile.width * HASH_BYTES)
  return encodeEntryBundle(decodeEntryBundle(stored.bytes, stored.width).slice(0, tile.width))
}

function parsePath(path: string) {
  try {
    return parseTilePath(path)
  } catch (error) {
    if (error instanceof TlogError) throw refuse('no_tile')
    throw error
  }
}
