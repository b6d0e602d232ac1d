import type { Sha256 } from './sha256.ts'

/** The two figures that fix every leaf of a tree and their order. */
export interface TreeHead {
  size: number
  rootHash: Uint8Array
}

/** The hashes of RFC 6962 section 2.1. */
export interface TreeHasher {
  /** Root of the tree without leaves: the hash of nothing. */
  readonly emptyRoot: Uint8Array
  /** SHA256(0x00 ‖ entry). */
  leaf(entry: Uint8Array): Uint8Array
  /** SHA256(0x01 ‖ left ‖ right). */
  node(left: Uint8Array, right: Uint8Array): Uint8Array
}

/**
 * Builds the tree's hash functions over an injected SHA-256. The inputs are copied into buffers
 * that are reused from call to call, so hashing a million entries allocates only their digests.
 */
export function createTreeHasher(sha256: Sha256): TreeHasher {
  const nodeInput = new Uint8Array(65)
  nodeInput[0] = 1
  let leafInput = new Uint8Array(1024)
  return {
    emptyRoot: sha256(new Uint8Array(0)),
    leaf(entry) {
      if (entry.length + 1 > leafInput.length) leafInput = new Uint8Array(entry.length * 2 + 1)
      leafInput[0] = 0
      leafInput.set(entry, 1)
      return sha256(leafInput.subarray(0, entry.length + 1))
    },
    node(left, right) {
      nodeInput.set(left, 1)
      nodeInput.set(right, 33)
      return sha256(nodeInput)
    },
  }
}
