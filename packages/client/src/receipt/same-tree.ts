import {
  equalBytes,
  proveConsistency,
  tileWidth,
  TlogError,
  treeRoot,
  type TileAddress,
  type TileReader,
  type TreeHasher,
  type TreeHead,
} from '@azalea/tlog'

/**
 * - `same`: the larger tree begins with the very leaves of the smaller one
 * - `forked`: it does not, and the tiles prove it: their hashes lead to the larger tree's root and
 *   to another root at the smaller size
 * - `broken_tiles`: the tiles do not lead to the larger tree's root, so they prove nothing
 */
export type Comparison = 'same' | 'forked' | 'broken_tiles'

/** Compares two heads of one log, from its tiles alone. What the reader itself throws passes on. */
export async function compareHeads(
  hasher: TreeHasher,
  readTile: TileReader,
  a: TreeHead,
  b: TreeHead,
): Promise<Comparison> {
  const [old, head] = a.size <= b.size ? [a, b] : [b, a]
  if (old.size === head.size) return equalBytes(old.rootHash, head.rootHash) ? 'same' : 'forked'
  const read = tilesOf(readTile, head.size)
  try {
    const rootHash = await treeRoot(hasher, read, old.size)
    // Holds only if the tiles lead to the head: then `rootHash` is what its tree had at that size.
    await proveConsistency(hasher, read, { size: old.size, rootHash }, head)
    return equalBytes(rootHash, old.rootHash) ? 'same' : 'forked'
  } catch (error) {
    if (error instanceof TlogError) return 'broken_tiles'
    throw error
  }
}

/** Reads each tile once, in the width that the tree of `size` has it: narrower ones may be gone. */
function tilesOf(readTile: TileReader, size: number): TileReader {
  const tiles = new Map<string, Promise<Uint8Array>>()
  return async ({ level, index, width }: TileAddress) => {
    const key = `${level}/${index}`
    const wide = { level, index, width: tileWidth(level, index, size) }
    const read = tiles.get(key) ?? Promise.resolve(readTile(wide))
    tiles.set(key, read)
    const bytes = await read
    return bytes.subarray(0, bytes.length < width * 32 ? bytes.length : width * 32)
  }
}
