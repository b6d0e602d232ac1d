import { HASH_BYTES } from './base64.ts'
import { equalBytes } from './bytes.ts'
import { TlogError } from './errors.ts'
import { TILE_WIDTH, formatTilePath, tileWidth } from './tile-address.ts'
import { checkTile, type TileReader } from './tile-reader.ts'
import { TreeBuilder, type Tile } from './tree-builder.ts'
import type { TreeHasher, TreeHead } from './tree-hasher.ts'

/**
 * Rebuilds the whole tree from its leaf tiles and compares every tile above and the root. Reads
 * each tile once, in order, and holds a few of them at a time, whatever the size of the log.
 *
 * @throws TlogError `bad_tile`, naming the tile that its own leaves do not lead to, or saying that
 * the leaves do not lead to the root; `out_of_range`; and what the reader throws
 */
export async function checkEveryTile(
  hasher: TreeHasher,
  readTile: TileReader,
  head: TreeHead,
): Promise<void> {
  const { size, rootHash } = head
  if (!Number.isSafeInteger(size) || size < 0) {
    throw new TlogError('out_of_range', `${size} is not a tree size`)
  }
  const builder = new TreeBuilder(hasher)
  /** The partial tile of each level, of which only the last is one of this head's. */
  const edge = new Map<number, Tile>()
  for (let index = 0; index * TILE_WIDTH < size; index++) {
    const address = { level: 0, index, width: tileWidth(0, index, size) }
    const leaves = checkTile(address, await readTile(address))
    for (let offset = 0; offset < leaves.length; offset += HASH_BYTES) {
      builder.appendLeafHash(leaves.slice(offset, offset + HASH_BYTES))
    }
    for (const tile of builder.takeTiles()) {
      if (tile.level === 0) continue
      edge.delete(tile.level)
      if (tile.width === TILE_WIDTH) await compareTile(readTile, tile)
      else edge.set(tile.level, tile)
    }
  }
  for (const tile of edge.values()) await compareTile(readTile, tile)
  if (!equalBytes(builder.root(), rootHash)) {
    throw new TlogError('bad_tile', 'the leaves do not lead to the root')
  }
}

async function compareTile(readTile: TileReader, tile: Tile): Promise<void> {
  if (!equalBytes(checkTile(tile, await readTile(tile)), tile.bytes)) {
    throw new TlogError('bad_tile', `${formatTilePath(tile)} is not what its leaves lead to`)
  }
}
