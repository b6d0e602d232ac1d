import { parseDecimal } from './decimal.ts'
import { TlogError } from './errors.ts'

/** Hashes in a full tile, and entries in a full bundle. */
export const TILE_WIDTH = 256

/** Rows of the tree in one tile: 256 = 2^8. */
export const TILE_HEIGHT = 8

/**
 * One tile of c2sp.org/tlog-tiles: `width` hashes beginning at hash `index · 256` of tile level
 * `level`. A hash of level l + 1 is the root of one full tile of level l.
 */
export interface TileAddress {
  /** 0 to 63; 0 holds leaf hashes. */
  level: number
  index: number
  /** 1 to 256; below 256 the tile is partial. */
  width: number
}

/** One entry bundle: entries beginning at `index · 256`; `width` as of a tile. */
export type BundleAddress = Omit<TileAddress, 'level'>

/** What a path under a log's prefix names. */
export type TilePath = ({ kind: 'tile' } & TileAddress) | ({ kind: 'entries' } & BundleAddress)

/** Hashes of tile level `level` in a tree of `size` leaves. */
export function hashesAtLevel(level: number, size: number): number {
  let count = size
  for (let l = 0; l < level && count > 0; l++) count = Math.floor(count / TILE_WIDTH)
  return count
}

/** Width, 0 to 256, that a tile has in a tree of `size` leaves; 0 when it is not there yet. */
export function tileWidth(level: number, index: number, size: number): number {
  const beyond = hashesAtLevel(level, size) - index * TILE_WIDTH
  return Math.max(0, Math.min(TILE_WIDTH, beyond))
}

/**
 * The tiles that a tree of `size` leaves has and the tree of `oldSize` had not (in this width),
 * level by level. With `oldSize` 0: all tiles of the tree.
 */
export function* newTiles(oldSize: number, size: number): Generator<TileAddress> {
  for (let level = 0; ; level++) {
    const count = hashesAtLevel(level, size)
    if (count === 0) return
    const oldCount = hashesAtLevel(level, oldSize)
    if (oldCount === count) continue
    for (let index = Math.floor(oldCount / TILE_WIDTH); index * TILE_WIDTH < count; index++) {
      yield { level, index, width: tileWidth(level, index, size) }
    }
  }
}

/** The entry bundles that a tree of `size` entries has and the tree of `oldSize` had not. */
export function* newBundles(oldSize: number, size: number): Generator<BundleAddress> {
  if (oldSize === size) return
  for (let index = Math.floor(oldSize / TILE_WIDTH); index * TILE_WIDTH < size; index++) {
    yield { index, width: tileWidth(0, index, size) }
  }
}

function checkAddress({ level, index, width }: TileAddress): void {
  const fits =
    Number.isInteger(level) &&
    level >= 0 &&
    level <= 63 &&
    Number.isSafeInteger(index) &&
    index >= 0 &&
    Number.isInteger(width) &&
    width >= 1 &&
    width <= TILE_WIDTH
  if (!fits) throw new TlogError('out_of_range', `no tile ${level}/${index}.p/${width}`)
}

function indexPath(index: number, width: number): string {
  const groups = [String(index % 1000).padStart(3, '0')]
  for (let rest = Math.floor(index / 1000); rest > 0; rest = Math.floor(rest / 1000)) {
    groups.unshift(`x${String(rest % 1000).padStart(3, '0')}`)
  }
  return groups.join('/') + (width === TILE_WIDTH ? '' : `.p/${width}`)
}

/** `tile/<L>/<N>[.p/<W>]`, relative to the log's prefix. @throws TlogError `out_of_range` */
export function formatTilePath(tile: TileAddress): string {
  checkAddress(tile)
  return `tile/${tile.level}/${indexPath(tile.index, tile.width)}`
}

/** `tile/entries/<N>[.p/<W>]`, relative to the log's prefix. @throws TlogError `out_of_range` */
export function formatBundlePath(bundle: BundleAddress): string {
  checkAddress({ level: 0, ...bundle })
  return `tile/entries/${indexPath(bundle.index, bundle.width)}`
}

const PATH =
  /^tile\/(0|[1-9][0-9]?|entries)\/((?:x[0-9]{3}\/)*[0-9]{3})(?:\.p\/([1-9][0-9]{0,2}))?$/

/**
 * Reads a path relative to the log's prefix; accepts the one spelling of each address only.
 *
 * @throws TlogError `malformed`
 */
export function parseTilePath(path: string): TilePath {
  const [, kind, groups, partial] = PATH.exec(path) ?? []
  if (kind === undefined || groups === undefined || groups.startsWith('x000/')) {
    throw new TlogError('malformed', 'not a tile path')
  }
  const digits = groups.replaceAll(/[x/]/g, '').replace(/^0+(?=.)/, '')
  const index = parseDecimal(digits)
  const width = partial === undefined ? TILE_WIDTH : parseDecimal(partial)
  const level = kind === 'entries' ? 0 : parseDecimal(kind)
  if (level > 63 || (partial !== undefined && width >= TILE_WIDTH)) {
    throw new TlogError('malformed', 'not a tile path')
  }
  return kind === 'entries' ? { kind, index, width } : { kind: 'tile', level, index, width }
}
