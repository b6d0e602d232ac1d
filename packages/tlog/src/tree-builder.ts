import { HASH_BYTES } from './base64.ts'
import { TlogError } from './errors.ts'
import { TILE_HEIGHT, TILE_WIDTH, hashesAtLevel, type TileAddress } from './tile-address.ts'
import { checkTile, hashOfHashes, type TileReader } from './tile-reader.ts'
import type { TreeHasher } from './tree-hasher.ts'

/** A tile and its bytes: `width · 32` of them. */
export interface Tile extends TileAddress {
  bytes: Uint8Array
}

/** The tile at the right edge of one level, being filled. */
interface OpenTile {
  index: number
  width: number
  /** Width at the last `takeTiles`, so that an unchanged partial tile is not given again. */
  takenWidth: number
  bytes: Uint8Array
}

/**
 * An append-only tree that keeps its right edge only: at most one tile a level (8 kB each), one
 * hash a row, and the finished tiles that `takeTiles` has not yet been asked for. Each node is
 * hashed exactly once, whatever the batches.
 *
 * After a failure to store what `takeTiles` gave, drop the builder and `resume` from the store.
 */
export class TreeBuilder {
  readonly #hasher: TreeHasher
  /** Root of the perfect subtree of 2^h leaves at the right edge, for each h with that bit in size. */
  readonly #edge: Uint8Array[] = []
  readonly #open: OpenTile[] = []
  #finished: Tile[] = []
  #size = 0

  /** Begins an empty tree. */
  constructor(hasher: TreeHasher) {
    this.#hasher = hasher
  }

  /**
   * Continues the tree of `size` leaves from its stored right-edge tiles. Compare `root()` with the
   * stored head before appending.
   *
   * @throws TlogError `bad_tile` when a tile has the wrong number of bytes, `out_of_range`
   */
  static async resume(
    hasher: TreeHasher,
    readTile: TileReader,
    size: number,
  ): Promise<TreeBuilder> {
    if (!Number.isSafeInteger(size) || size < 0) {
      throw new TlogError('out_of_range', `${size} is not a tree size`)
    }
    const builder = new TreeBuilder(hasher)
    builder.#size = size
    for (let level = 0; hashesAtLevel(level, size) > 0; level++) {
      const count = hashesAtLevel(level, size)
      const open = { index: Math.floor(count / TILE_WIDTH), width: count % TILE_WIDTH }
      const bytes = new Uint8Array(TILE_WIDTH * HASH_BYTES)
      if (open.width > 0) {
        const tile = { level, ...open }
        bytes.set(checkTile(tile, await readTile(tile)))
      }
      builder.#open[level] = { ...open, takenWidth: open.width, bytes }
      builder.#restoreEdge(level, open.width, bytes)
    }
    return builder
  }

  #restoreEdge(level: number, width: number, tile: Uint8Array): void {
    let first = 0
    for (let row = TILE_HEIGHT - 1; row >= 0; row--) {
      const count = 1 << row
      if ((width & count) === 0) continue
      this.#edge[level * TILE_HEIGHT + row] = hashOfHashes(this.#hasher, tile, first, count)
      first += count
    }
  }

  get size(): number {
    return this.#size
  }

  /** Appends an entry and returns its index. */
  append(entry: Uint8Array): number {
    return this.appendLeafHash(this.#hasher.leaf(entry))
  }

  /** Appends an entry known by its leaf hash (kept by reference) and returns its index. */
  appendLeafHash(leafHash: Uint8Array): number {
    const index = this.#size
    let hash = leafHash
    let height = 0
    this.#store(0, hash)
    for (let rest = index; rest % 2 === 1; rest = (rest - 1) / 2) {
      hash = this.#hasher.node(this.#edgeAt(height), hash)
      height++
      if (height % TILE_HEIGHT === 0) this.#store(height / TILE_HEIGHT, hash)
    }
    this.#edge[height] = hash
    this.#size = index + 1
    return index
  }

  #edgeAt(height: number): Uint8Array {
    const hash = this.#edge[height]
    if (hash === undefined) throw new TlogError('bad_tile', `the tree has no edge at ${height}`)
    return hash
  }

  #store(level: number, hash: Uint8Array): void {
    const open = (this.#open[level] ??= {
      index: 0,
      width: 0,
      takenWidth: 0,
      bytes: new Uint8Array(TILE_WIDTH * HASH_BYTES),
    })
    open.bytes.set(hash, open.width * HASH_BYTES)
    open.width++
    if (open.width < TILE_WIDTH) return
    this.#finished.push({ level, index: open.index, width: TILE_WIDTH, bytes: open.bytes })
    open.index++
    open.width = 0
    open.takenWidth = 0
    open.bytes = new Uint8Array(TILE_WIDTH * HASH_BYTES)
  }

  /** Root of the tree as it stands; costs one hash a row at most. */
  root(): Uint8Array {
    let root: Uint8Array | undefined
    let height = 0
    for (let rest = this.#size; rest > 0; rest = Math.floor(rest / 2), height++) {
      if (rest % 2 === 0) continue
      const left = this.#edgeAt(height)
      root = root === undefined ? left : this.#hasher.node(left, root)
    }
    return root ?? this.#hasher.emptyRoot
  }

  /**
   * Takes the tiles that the tree got since the last call: the finished ones, then the partial ones
   * of the right edge. All are needed before the present root may be published. The bytes are the
   * caller's.
   */
  takeTiles(): Tile[] {
    const tiles = this.#finished
    this.#finished = []
    for (const [level, open] of this.#open.entries()) {
      if (open.width === open.takenWidth) continue
      open.takenWidth = open.width
      const bytes = open.bytes.slice(0, open.width * HASH_BYTES)
      tiles.push({ level, index: open.index, width: open.width, bytes })
    }
    return tiles
  }
}
