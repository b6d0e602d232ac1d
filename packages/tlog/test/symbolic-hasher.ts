import type { TreeHasher } from '../src/index.ts'

/**
 * Hashes that say what they stand for: the range of leaves, and a mix of the tree's shape below.
 * Joining ranges that do not touch throws, so a proof in the wrong order cannot pass. A hundred
 * times faster than SHA-256, which lets a test compare every proof of hundreds of trees.
 */
export const symbolicHasher: TreeHasher = {
  emptyRoot: digest(0, 0, 0),
  leaf: (entry) => digest(uint16(entry, 0), uint16(entry, 0) + 1, 1),
  node(left, right) {
    if (end(left) !== start(right)) throw new Error('joined leaves that are not neighbours')
    return digest(start(left), end(right), Math.imul(mix(left), 31) + Math.imul(mix(right), 17) + 1)
  },
}

/** The entry that stands for leaf `index`. */
export const symbolicEntry = (index: number) => Uint8Array.of(index >> 8, index & 255)

const uint16 = (bytes: Uint8Array, offset: number) =>
  ((bytes[offset] ?? 0) << 8) | (bytes[offset + 1] ?? 0)
const start = (hash: Uint8Array) => uint16(hash, 0)
const end = (hash: Uint8Array) => uint16(hash, 2)
const mix = (hash: Uint8Array) => (uint16(hash, 4) << 8) | (hash[6] ?? 0)

function digest(from: number, to: number, shape: number): Uint8Array {
  const hash = new Uint8Array(32)
  hash[0] = from >> 8
  hash[1] = from
  hash[2] = to >> 8
  hash[3] = to
  hash[4] = shape >> 16
  hash[5] = shape >> 8
  hash[6] = shape
  return hash
}
