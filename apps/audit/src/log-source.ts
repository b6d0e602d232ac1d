import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
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
import { fetchFile, PATIENCE, tooLong, type Patience } from './fetch-file.ts'

/** Where a log is read from: nothing that it gives is trusted. */
export interface LogSource {
  /** The bytes at a path below the log's prefix. @throws AuditError 'not_found', 'unreachable' */
  read(path: string): Promise<Uint8Array>
}

export const HASH_BYTES = 32

/** Of 256 entries with their lengths: the longest file of the format (tlog-tiles). */
const MOST_BYTES_OF_BUNDLE = TILE_WIDTH * (2 + 65_535)
const MOST_BYTES_OF_TEXT = 1 << 20
/** The balances of half a million households are half as long. */
const MOST_BYTES_OF_DOCUMENT = 1 << 26

function mostBytesOf(path: string): number {
  if (path.startsWith('document/')) return MOST_BYTES_OF_DOCUMENT
  return path.startsWith('tile/entries/') ? 2 * MOST_BYTES_OF_BUNDLE : MOST_BYTES_OF_TEXT
}

/** A log served over HTTP, or a copy of one in a folder (a file: address or a path). */
export function openLogSource(address: string, patience: Patience = PATIENCE): LogSource {
  if (/^https?:\/\//i.test(address)) {
    const prefix = address.replace(/\/+$/, '')
    return { read: (path) => fetchFile(`${prefix}/${path}`, mostBytesOf(path), patience) }
  }
  const folder = /^file:/i.test(address) ? folderOf(address) : address
  return { read: (path) => readBelow(folder, path) }
}

/** @throws AuditError 'usage' */
function folderOf(address: string): string {
  try {
    return fileURLToPath(address)
  } catch {
    throw new AuditError('usage', `${address} is no address of a folder`)
  }
}

async function readBelow(folder: string, path: string): Promise<Uint8Array> {
  const most = mostBytesOf(path)
  try {
    const file = join(folder, path)
    const found = await stat(file)
    if (!found.isFile())
      throw new AuditError('unreachable', `${path} in ${folder} could not be read: it is no file`)
    if (found.size > most) throw tooLong(`${path} in ${folder}`, most)
    return await readFile(file)
  } catch (error) {
    if (error instanceof AuditError) throw error
    const { code, message } = error as NodeJS.ErrnoException
    if (code === 'ENOENT') throw new AuditError('not_found', `${path} is not in ${folder}`)
    throw new AuditError('unreachable', `${path} in ${folder} could not be read: ${message}`)
  }
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
