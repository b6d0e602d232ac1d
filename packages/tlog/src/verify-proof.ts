import { HASH_BYTES } from './base64.ts'
import { equalBytes } from './bytes.ts'
import { TlogError } from './errors.ts'
import type { TreeHasher } from './tree-hasher.ts'

/** A proof of the deepest tree a safe integer can count has fewer hashes than this. */
export const MAX_PROOF_HASHES = 63

const badProof = (message: string) => new TlogError('bad_proof', message)

function checkShape(sizes: readonly number[], hashes: readonly Uint8Array[]): void {
  if (sizes.some((size) => !Number.isSafeInteger(size) || size < 0)) {
    throw new TlogError('out_of_range', 'sizes and indexes are unsigned safe integers')
  }
  if (hashes.some((hash) => hash.length !== HASH_BYTES)) throw badProof('a hash is not 32 bytes')
}

/**
 * Proves that `leafHash` is leaf `index` of the tree of `size` leaves with root `rootHash`
 * (RFC 9162 section 2.1.3.2). Returns when it is.
 *
 * @throws TlogError `bad_proof`, `out_of_range`
 */
export function verifyInclusion(
  hasher: TreeHasher,
  claim: { leafHash: Uint8Array; index: number; size: number; rootHash: Uint8Array },
  proof: readonly Uint8Array[],
): void {
  checkShape([claim.index, claim.size], [claim.leafHash, claim.rootHash, ...proof])
  if (claim.index >= claim.size) throw badProof('the index is not in the tree')
  let index = claim.index
  let last = claim.size - 1
  let hash = claim.leafHash
  for (const sibling of proof) {
    if (last === 0) throw badProof('the proof is too long')
    if (index % 2 === 1 || index === last) {
      hash = hasher.node(sibling, hash)
      while (index % 2 === 0 && index !== 0) {
        index /= 2
        last = Math.floor(last / 2)
      }
    } else {
      hash = hasher.node(hash, sibling)
    }
    index = Math.floor(index / 2)
    last = Math.floor(last / 2)
  }
  if (last !== 0) throw badProof('the proof is too short')
  if (!equalBytes(hash, claim.rootHash)) throw badProof('the proof does not lead to the root')
}

/** What `verifyConsistency` is asked to believe. */
export interface ConsistencyClaim {
  oldSize: number
  oldRootHash: Uint8Array
  size: number
  rootHash: Uint8Array
}

/**
 * Proves that the tree of `size` leaves begins with the very leaves of the tree of `oldSize`
 * (RFC 9162 section 2.1.4.2). With `oldSize` 0, or equal sizes, the proof must be empty; an empty
 * tree must have the empty root. Returns when it does.
 *
 * @throws TlogError `bad_proof`, `out_of_range`
 */
export function verifyConsistency(
  hasher: TreeHasher,
  claim: ConsistencyClaim,
  proof: readonly Uint8Array[],
): void {
  const { oldSize, oldRootHash, size, rootHash } = claim
  checkShape([oldSize, size], [oldRootHash, rootHash, ...proof])
  if (oldSize > size) throw badProof('the old tree is larger than the new one')
  if (oldSize === 0 && !equalBytes(oldRootHash, hasher.emptyRoot)) {
    throw badProof('an empty tree has another root')
  }
  if (oldSize === 0 || oldSize === size) {
    if (proof.length > 0) throw badProof('the proof must be empty')
    if (oldSize === size && !equalBytes(oldRootHash, rootHash)) {
      throw badProof('two trees of one size have different roots')
    }
    return
  }
  const roots = rootsFromConsistencyProof(hasher, claim, proof)
  if (!equalBytes(roots.old, oldRootHash)) throw badProof('the proof does not lead to the old root')
  if (!equalBytes(roots.new, rootHash)) throw badProof('the proof does not lead to the new root')
}

function rootsFromConsistencyProof(
  hasher: TreeHasher,
  { oldSize, oldRootHash, size }: ConsistencyClaim,
  proof: readonly Uint8Array[],
): { old: Uint8Array; new: Uint8Array } {
  let index = oldSize - 1
  let last = size - 1
  while (index % 2 === 1) {
    index = Math.floor(index / 2)
    last = Math.floor(last / 2)
  }
  // When the old tree is one perfect subtree, its root opens the proof and is left out of it.
  const [seed, rest] = index === 0 ? [oldRootHash, proof] : [proof[0], proof.slice(1)]
  if (seed === undefined) throw badProof('the proof is too short')
  let oldHash = seed
  let newHash = seed
  for (const sibling of rest) {
    if (last === 0) throw badProof('the proof is too long')
    if (index % 2 === 1 || index === last) {
      oldHash = hasher.node(sibling, oldHash)
      newHash = hasher.node(sibling, newHash)
      while (index % 2 === 0 && index !== 0) {
        index /= 2
        last = Math.floor(last / 2)
      }
    } else {
      newHash = hasher.node(newHash, sibling)
    }
    index = Math.floor(index / 2)
    last = Math.floor(last / 2)
  }
  if (last !== 0) throw badProof('the proof is too short')
  return { old: oldHash, new: newHash }
}
