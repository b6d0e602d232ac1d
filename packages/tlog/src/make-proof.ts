import { equalBytes } from './bytes.ts'
import { TlogError } from './errors.ts'
import { rangeHashes, type TileReader } from './tile-reader.ts'
import type { TreeHasher, TreeHead } from './tree-hasher.ts'
import { consistencyRanges, inclusionRanges } from './tree-ranges.ts'
import { verifyConsistency, verifyInclusion } from './verify-proof.ts'

/** A leaf of the tree and the hashes that lead from it to the root. */
export interface InclusionProof {
  leafHash: Uint8Array
  /** The leaf's sibling first, the root's child last. */
  proof: Uint8Array[]
}

/**
 * Computes the root of the tree of `size` leaves from its right-edge tiles.
 *
 * @throws TlogError `bad_tile`, `out_of_range`
 */
export async function treeRoot(
  hasher: TreeHasher,
  readTile: TileReader,
  size: number,
): Promise<Uint8Array> {
  checkSize(size)
  if (size === 0) return hasher.emptyRoot
  const [root] = await rangeHashes(hasher, readTile, size, [{ start: 0, end: size }])
  if (root === undefined) throw new TlogError('bad_tile', 'no root')
  return root
}

/**
 * Makes the inclusion proof of leaf `index` from tiles alone, and does not return it unless it
 * leads to `head.rootHash`: tiles from a careless or dishonest store give an error, not a bad proof.
 *
 * @throws TlogError `bad_tile`, `out_of_range`
 */
export async function proveInclusion(
  hasher: TreeHasher,
  readTile: TileReader,
  index: number,
  head: TreeHead,
): Promise<InclusionProof> {
  checkSize(head.size)
  if (!Number.isSafeInteger(index) || index < 0 || index >= head.size) {
    throw new TlogError('out_of_range', `no leaf ${index} in a tree of ${head.size}`)
  }
  const ranges = [{ start: index, end: index + 1 }, ...inclusionRanges(index, head.size)]
  const [leafHash, ...proof] = await rangeHashes(hasher, readTile, head.size, ranges)
  if (leafHash === undefined) throw new TlogError('bad_tile', 'no leaf')
  blameTiles(() => verifyInclusion(hasher, { leafHash, index, ...head }, proof))
  return { leafHash, proof }
}

/**
 * Makes the proof that the tree of `old.size` leaves is a prefix of `head`, from tiles alone, and
 * does not return it unless it leads from the one root to the other.
 *
 * @throws TlogError `bad_tile` (also when the two heads are a fork), `out_of_range`
 */
export async function proveConsistency(
  hasher: TreeHasher,
  readTile: TileReader,
  old: TreeHead,
  head: TreeHead,
): Promise<Uint8Array[]> {
  checkSize(head.size)
  checkSize(old.size)
  if (old.size > head.size) {
    throw new TlogError('out_of_range', `${old.size} leaves are not a prefix of ${head.size}`)
  }
  const ranges = consistencyRanges(old.size, head.size)
  const proof = await rangeHashes(hasher, readTile, head.size, ranges)
  const claim = { oldSize: old.size, oldRootHash: old.rootHash, ...head }
  blameTiles(() => verifyConsistency(hasher, claim, proof))
  return proof
}

/**
 * Checks that the tiles of the right edge lead to a head: a few reads, enough to go on appending.
 * Says nothing of the tiles below and to the left; see `checkEveryTile`.
 *
 * @throws TlogError `bad_tile`, `out_of_range`
 */
export async function checkTreeHead(
  hasher: TreeHasher,
  readTile: TileReader,
  head: TreeHead,
): Promise<void> {
  if (!equalBytes(await treeRoot(hasher, readTile, head.size), head.rootHash)) {
    throw new TlogError('bad_tile', 'the tiles do not lead to the root')
  }
}

function checkSize(size: number): void {
  if (!Number.isSafeInteger(size) || size < 0) {
    throw new TlogError('out_of_range', `${size} is not a tree size`)
  }
}

function blameTiles(verify: () => void): void {
  try {
    verify()
  } catch (error) {
    if (error instanceof TlogError && error.code === 'bad_proof') {
      throw new TlogError('bad_tile', `the tiles disagree with the root: ${error.message}`)
    }
    throw error
  }
}
