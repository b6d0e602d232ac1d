import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import {
  formatBundlePath,
  formatTilePath,
  TILE_WIDTH,
  tileWidth,
  TlogError,
  type BundleAddress,
  type TileAddress,
  type TileReader,
} from '@azalea/tlog'
import { AuditError } from './errors.ts'

/** Where a log is read from: nothing that it gives is trusted. */
export interface LogSource {
  /** The bytes at a path below the log's prefix. @throws AuditError 'not_found', 'unreachable' */
  read(path: string): Promise<Uint8Array>
}

export const HASH_BYTES = 32
const TRIES = 5
const FIRST_WAIT_MILLISECONDS = 250
const GIVE_UP_AFTER_MILLISECONDS = 30_000

/** A log served over HTTP, or a copy of one in a folder (a file: address or a path). */
export function openLogSource(address: string): LogSource {
  if (/^https?:\/\//.test(address)) return { read: (path) => fetchPatiently(address, path) }
  const folder = address.startsWith('file:') ? fileURLToPath(address) : address
  return { read: (path) => readBelow(folder, path) }
}

async function readBelow(folder: string, path: string): Promise<Uint8Array> {
  try {
    return await readFile(join(folder, path))
  } catch {
    throw new AuditError('not_found', `${path} is not in ${folder}`)
  }
}

async function fetchPatiently(prefix: string, path: string): Promise<Uint8Array> {
  const url = `${prefix.replace(/\/+$/, '')}/${path}`
  let why = ''
  for (let attempt = 0; attempt < TRIES; attempt++) {
    if (attempt > 0) await delay(FIRST_WAIT_MILLISECONDS * 2 ** attempt)
    try {
      const response = await fetch(url, { signal: AbortSignal.timeout(GIVE_UP_AFTER_MILLISECONDS) })
      if (response.status === 404) throw new AuditError('not_found', `${url} answers 404`)
      if (response.ok) return new Uint8Array(await response.arrayBuffer())
      why = `it answers ${response.status}`
    } catch (error) {
      if (error instanceof AuditError) throw error
      why = error instanceof Error ? error.message : String(error)
    }
  }
  throw new AuditError('unreachable', `${url} could not be read: ${why}`)
}

/** A file of the log, as it was found. */
export interface LogFile {
  readonly path: string
  /** How many hashes or entries a file of this path holds: as asked, or a full tile's. */
  readonly width: number
  readonly bytes: Uint8Array
}

/** A tile, or the full one that has replaced it (tlog-tiles). @throws AuditError */
export function readTileFile(source: LogSource, tile: TileAddress): Promise<LogFile> {
  return readPartial(source, tile, formatTilePath)
}

/** An entry bundle, or the full one that has replaced it. @throws AuditError */
export function readBundleFile(source: LogSource, bundle: BundleAddress): Promise<LogFile> {
  return readPartial(source, bundle, formatBundlePath)
}

async function readPartial<Address extends BundleAddress>(
  source: LogSource,
  address: Address,
  format: (address: Address) => string,
): Promise<LogFile> {
  const read = async (width: number): Promise<LogFile> => {
    const path = format({ ...address, width })
    return { path, width, bytes: await source.read(path) }
  }
  try {
    return await read(address.width)
  } catch (error) {
    const isGone = error instanceof AuditError && error.code === 'not_found'
    if (!isGone || address.width === TILE_WIDTH) throw error
    return read(TILE_WIDTH)
  }
}

/** What is wrong with a tile's length; null when it is exactly what its path says. */
export function wrongLengthOf({ path, width, bytes }: LogFile): string | null {
  const due = width * HASH_BYTES
  return bytes.length === due ? null : `${path} has ${bytes.length} bytes instead of ${due}`
}

/**
 * Tiles as the tree of `size` has them: those of a smaller tree are their beginnings.
 * @throws TlogError 'bad_tile' on a wrong length
 */
export const tilesOf =
  (source: LogSource, size: number): TileReader =>
  async (tile) => {
    const width = tileWidth(tile.level, tile.index, size)
    const file = await readTileFile(source, { ...tile, width })
    const wrong = wrongLengthOf(file)
    if (wrong !== null) throw new TlogError('bad_tile', wrong)
    return file.bytes.subarray(0, tile.width * HASH_BYTES)
  }
