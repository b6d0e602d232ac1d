import type { TreeHasher } from '../src/index.ts'

/**
 * The definitions of RFC 6962 section 2.1 written down as they stand, sharing nothing with the
 * package but its hash of a leaf and of a node. Slow on purpose, except that it remembers.
 */
export class NaiveTree {
  readonly #hasher: TreeHasher
  readonly #leaves: readonly Uint8Array[]
  readonly #roots = new Map<string, Uint8Array>()

  constructor(hasher: TreeHasher, leafHashes: readonly Uint8Array[]) {
    this.#hasher = hasher
    this.#leaves = leafHashes
  }

  /** MTH(D[start:end]). */
  root(end: number, start = 0): Uint8Array {
    if (end === start) return this.#hasher.emptyRoot
    if (end - start === 1) return this.#leaves[start] as Uint8Array
    const key = `${start}-${end}`
    const known = this.#roots.get(key)
    if (known) return known
    const k = largestPowerBelow(end - start)
    const root = this.#hasher.node(this.root(start + k, start), this.root(end, start + k))
    this.#roots.set(key, root)
    return root
  }

  /** PATH(m, D[start:end]). */
  path(m: number, end: number, start = 0): Uint8Array[] {
    if (end - start === 1) return []
    const k = largestPowerBelow(end - start)
    return m < k
      ? [...this.path(m, start + k, start), this.root(end, start + k)]
      : [...this.path(m - k, end, start + k), this.root(start + k, start)]
  }

  /** PROOF(m, D[0:end]) with 0 < m <= end. */
  consistency(m: number, end: number): Uint8Array[] {
    return this.#subproof(m, 0, end, true)
  }

  #subproof(m: number, start: number, end: number, complete: boolean): Uint8Array[] {
    const n = end - start
    if (m === n) return complete ? [] : [this.root(end, start)]
    const k = largestPowerBelow(n)
    return m <= k
      ? [...this.#subproof(m, start, start + k, complete), this.root(end, start + k)]
      : [...this.#subproof(m - k, start + k, end, false), this.root(start + k, start)]
  }
}

function largestPowerBelow(n: number): number {
  return 2 ** Math.floor(Math.log2(n - 1))
}
