import { HASH_BYTES } from './base64.ts'
import { TlogError } from './errors.ts'
import { TILE_HEIGHT, TILE_WIDTH, tileWidth, type TileAddress } from './tile-address.ts'
import type { TreeHasher } from './tree-hasher.ts'
import { perfectSubtrees, type LeafRange, type PerfectSubtree } from './tree-ranges.ts'

/**
 * Gives the bytes of one tile: `width · 32` of them. Where the partial tile is gone, the reader may
 * give the full tile that replaced it. What it gives is not trusted.
 */
export type TileReader = (tile: TileAddress) => Uint8Array | Promise<Uint8Array>

const tileKey = (level: number, index: number) => `${level}/${index}`

/**
 * Computes the roots of ranges of leaves from tiles alone. Every tile is asked for once, all at the
 * same time; at most two tiles a level and range are held.
 *
 * @throws TlogError `bad_tile` when a tile has the wrong number of bytes
 */
export async function rangeHashes(
  hasher: TreeHasher,
  readTile: TileReader,
  size: number,
  ranges: readonly LeafRange[],
): Promise<Uint8Array[]> {
  const parts = ranges.map(perfectSubtrees)
  const wanted = new Map<string, TileAddress>()
  for (const subtree of parts.flat()) {
    const { level, index } = locate(subtree)
    wanted.set(tileKey(level, index), { level, index, width: tileWidth(level, index, size) })
  }
  const tiles = new Map<string, Uint8Array>()
  await Promise.all(
    [...wanted].map(async ([key, tile]) => tiles.set(key, checkTile(tile, await readTile(tile)))),
  )
  return parts.map((subtrees) => {
    const hashes = subtrees.map((subtree) => {
      const { level, index, first, count } = locate(subtree)
      const tile = tiles.get(tileKey(level, index))
      if (tile === undefined) throw new TlogError('bad_tile', 'tile was not read')
      return hashOfHashes(hasher, tile, first, count)
    })
    return hashes.reduceRight((right, left) => hasher.node(left, right))
  })
}

/** Where a perfect subtree's root comes from: `count` hashes of one tile. */
function locate(subtree: PerfectSubtree) {
  const level = Math.floor(subtree.height / TILE_HEIGHT)
  const count = 2 ** (subtree.height % TILE_HEIGHT)
  const hash = subtree.index * count
  return { level, index: Math.floor(hash / TILE_WIDTH), first: hash % TILE_WIDTH, count }
}

/** Cuts a full tile down to the asked width. @throws TlogError `bad_tile` on any other length */
export function checkTile(tile: TileAddress, bytes: Uint8Array): Uint8Array {
  const wanted = tile.width * HASH_BYTES
  if (bytes.length !== wanted && bytes.length !== TILE_WIDTH * HASH_BYTES) {
    throw new TlogError(
      'bad_tile',
      `tile ${tile.level}/${tile.index} has ${bytes.length} bytes instead of ${wanted}`,
    )
  }
  return bytes.subarray(0, wanted)
}

/** Root of `count` (a power of two) neighbouring hashes of a tile, beginning at hash `first`. */
export function hashOfHashes(
  hasher: TreeHasher,
  tile: Uint8Array,
  first: number,
  count: number,
): Uint8Array {
  if (count === 1) return tile.slice(first * HASH_BYTES, (first + 1) * HASH_BYTES)
  const half = count / 2
  return hasher.node(
    hashOfHashes(hasher, tile, first, half),
    hashOfHashes(hasher, tile, first + half, half),
  )
}
