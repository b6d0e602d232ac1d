import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { NaiveTree } from '../test/naive-tree.ts'
import { nodeSuite } from '../test/node-suite.ts'
import { symbolicEntry, symbolicHasher } from '../test/symbolic-hasher.ts'
import { TileStore } from '../test/tile-store.ts'
import {
  TreeBuilder,
  checkEveryTile,
  checkTreeHead,
  createTreeHasher,
  equalBytes,
  formatTilePath,
  hexEncode,
  newTiles,
  proveConsistency,
  proveInclusion,
  sha256,
  treeRoot,
  utf8Encode,
  verifyConsistency,
  verifyInclusion,
  type TileReader,
  type TreeHasher,
} from './index.ts'

const LARGEST = 300
const SIZES_OF_NOTE = [0, 1, 2, 3, 255, 256, 257, 65_535, 65_536, 65_537, 70_000]

const leavesOf = (hasher: TreeHasher, count: number) =>
  Array.from({ length: count }, (_, i) => hasher.leaf(utf8Encode(`leaf ${i}`)))

/** Compares as `toEqual` does, but a hundred times faster when all is well. */
function expectSame(actual: readonly Uint8Array[], wanted: readonly Uint8Array[]): void {
  const same =
    actual.length === wanted.length && actual.every((bytes, i) => equalBytes(bytes, wanted[i]!))
  if (!same) expect(actual).toEqual(wanted)
}

/** A store that holds every tile of every size up to the last. */
function storeOfAllSizes(hasher: TreeHasher, leaves: readonly Uint8Array[]): TileStore {
  const builder = new TreeBuilder(hasher)
  const store = new TileStore()
  for (const leaf of leaves) {
    builder.appendLeafHash(leaf)
    store.add(builder.takeTiles())
  }
  return store
}

describe('tree hashes', () => {
  const hasher = createTreeHasher(sha256)

  it('are those of RFC 6962', () => {
    expect(hexEncode(hasher.emptyRoot)).toBe(
      'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    )
    expect(hexEncode(hasher.leaf(utf8Encode('')))).toBe(
      '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
    )
    expect(hexEncode(hasher.leaf(utf8Encode('L123456')))).toBe(
      '395aa064aa4c29f7010acfe3f25db9485bbd4b91897b6ad7ad547639252b4d56',
    )
    const long = hexEncode(hasher.leaf(new Uint8Array(5000).fill(7)))
    expect(hexEncode(createTreeHasher(nodeSuite.sha256).leaf(new Uint8Array(5000).fill(7)))).toBe(
      long,
    )
  })

  it('agree with the published interior node', () => {
    // The inputs of the published case are not hashes but four-byte words.
    const join = (l: string, r: string) => sha256(utf8Encode(`\u0001${l}${r}`))
    expect(hexEncode(join('N123', 'N456'))).toBe(
      'aa217fe888e47007fa15edab33c2b492a722cb106c64667fc2b044444de66bbb',
    )
    const [a, b] = [new Uint8Array(32).fill(1), new Uint8Array(32).fill(2)]
    expect(hasher.node(a, b)).toEqual(sha256(Uint8Array.of(1, ...a, ...b)))
  })
})

describe('every proof of every tree of up to 300 leaves', { timeout: 60_000 }, () => {
  const hasher = symbolicHasher
  const leaves = Array.from({ length: LARGEST }, (_, i) => hasher.leaf(symbolicEntry(i)))
  const naive = new NaiveTree(hasher, leaves)
  const store = storeOfAllSizes(hasher, leaves)

  it('has the root of the definition', async () => {
    for (let size = 0; size <= LARGEST; size++) {
      expect(await treeRoot(hasher, store.read, size)).toEqual(naive.root(size))
    }
  })

  it('of inclusion is that of the definition, and verifies', async () => {
    for (let size = 1; size <= LARGEST; size++) {
      const head = { size, rootHash: naive.root(size) }
      for (let index = 0; index < size; index++) {
        const { leafHash, proof } = await proveInclusion(hasher, store.read, index, head)
        expectSame([leafHash], [leaves[index]!])
        const wanted = naive.path(index, size)
        expectSame(proof, wanted)
        verifyInclusion(hasher, { leafHash, index, ...head }, wanted)
      }
    }
  })

  it('of consistency is that of the definition, and verifies', async () => {
    for (let size = 1; size <= LARGEST; size++) {
      const head = { size, rootHash: naive.root(size) }
      for (let oldSize = 1; oldSize <= size; oldSize++) {
        const old = { size: oldSize, rootHash: naive.root(oldSize) }
        const proof = await proveConsistency(hasher, store.read, old, head)
        const wanted = naive.consistency(oldSize, size)
        expectSame(proof, wanted)
        verifyConsistency(hasher, { oldSize, oldRootHash: old.rootHash, ...head }, wanted)
      }
    }
  })

  it('from nothing is empty', async () => {
    const head = { size: 7, rootHash: naive.root(7) }
    const old = { size: 0, rootHash: hasher.emptyRoot }
    expect(await proveConsistency(hasher, store.read, old, head)).toEqual([])
    const wrongEmpty = { oldSize: 0, oldRootHash: naive.root(1), ...head }
    expect(() => verifyConsistency(hasher, wrongEmpty, [])).toThrow(/empty tree/)
  })
})

describe('a changed proof', { timeout: 60_000 }, () => {
  const hasher = createTreeHasher(sha256)
  const leaves = leavesOf(hasher, LARGEST)
  const naive = new NaiveTree(hasher, leaves)
  const flip = (hash: Uint8Array) => hash.map((byte, i) => (i === 31 ? byte ^ 1 : byte))
  const sizes = fc.integer({ min: 2, max: LARGEST })

  it('of inclusion never verifies', () => {
    fc.assert(
      fc.property(sizes, fc.nat(), fc.nat(), (size, i, j) => {
        const index = i % size
        const proof = naive.path(index, size)
        const claim = { leafHash: leaves[index]!, index, size, rootHash: naive.root(size) }
        verifyInclusion(hasher, claim, proof)
        const at = j % proof.length
        const refused = (changed: typeof claim, hashes: Uint8Array[]) =>
          expect(() => verifyInclusion(hasher, changed, hashes)).toThrow(
            expect.objectContaining({ code: 'bad_proof' }),
          )
        refused(claim, proof.with(at, flip(proof[at]!)))
        refused(claim, proof.slice(1))
        refused(claim, proof.slice(0, -1))
        refused(claim, [...proof, proof[at]!])
        refused(claim, proof.with(at, proof[at]!.slice(1)))
        refused({ ...claim, leafHash: flip(claim.leafHash) }, proof)
        refused({ ...claim, rootHash: flip(claim.rootHash) }, proof)
        refused({ ...claim, index: (index + 1) % size }, proof)
        refused({ ...claim, index: size }, proof)
      }),
      { seed: 6962, numRuns: 200 },
    )
  })

  it('of consistency never verifies', () => {
    fc.assert(
      fc.property(sizes, fc.nat(), fc.nat(), (size, i, j) => {
        const oldSize = 1 + (i % (size - 1))
        const proof = naive.consistency(oldSize, size)
        const claim = {
          oldSize,
          oldRootHash: naive.root(oldSize),
          size,
          rootHash: naive.root(size),
        }
        verifyConsistency(hasher, claim, proof)
        const at = j % proof.length
        const refused = (changed: typeof claim, hashes: Uint8Array[]) =>
          expect(() => verifyConsistency(hasher, changed, hashes)).toThrow(
            expect.objectContaining({ code: 'bad_proof' }),
          )
        refused(claim, proof.with(at, flip(proof[at]!)))
        refused(claim, proof.slice(0, -1))
        refused(claim, [...proof, proof[at]!])
        refused({ ...claim, oldRootHash: flip(claim.oldRootHash) }, proof)
        refused({ ...claim, rootHash: flip(claim.rootHash) }, proof)
        refused({ ...claim, size: oldSize, rootHash: claim.oldRootHash }, proof)
        refused({ ...claim, oldSize: size + 1 }, proof)
        refused({ ...claim, oldSize: size }, [])
      }),
      { seed: 9162, numRuns: 200 },
    )
  })

  it('claimed for sizes that are not safe integers is refused', () => {
    const hash = hasher.emptyRoot
    for (const size of [-1, 1.5, 2 ** 53, NaN, Infinity]) {
      expect(() =>
        verifyInclusion(hasher, { leafHash: hash, index: 0, size, rootHash: hash }, []),
      ).toThrow(expect.objectContaining({ code: 'out_of_range' }))
    }
  })
})

describe('proofs in trees as large as a number can count', () => {
  const hasher = createTreeHasher(sha256)

  it('verify on the far right edge', () => {
    // Size 2^53 - 1 has 53 perfect subtrees; the last leaf's path has one hash for each of the rest.
    const size = Number.MAX_SAFE_INTEGER
    const leafHash = hasher.leaf(utf8Encode('last'))
    const proof = Array.from({ length: 52 }, (_, i) => sha256(Uint8Array.of(i)))
    const rootHash = proof.reduce((right, left) => hasher.node(left, right), leafHash)
    verifyInclusion(hasher, { leafHash, index: size - 1, size, rootHash }, proof)
    expect(() =>
      verifyInclusion(hasher, { leafHash, index: size - 2, size, rootHash }, proof),
    ).toThrow(expect.objectContaining({ code: 'bad_proof' }))
  })

  it('verify from half to the whole', () => {
    const [left, right] = [sha256(Uint8Array.of(1)), sha256(Uint8Array.of(2))]
    const claim = { oldSize: 2 ** 51, oldRootHash: left, size: 2 ** 52 }
    verifyConsistency(hasher, { ...claim, rootHash: hasher.node(left, right) }, [right])
  })
})

describe('the tree builder', { timeout: 60_000 }, () => {
  const hasher = createTreeHasher(sha256)
  const leaves = leavesOf(hasher, 70_000)
  const naive = new NaiveTree(hasher, leaves)

  it.each(SIZES_OF_NOTE)('gives the tiles and the root of a tree of %d', async (size) => {
    const builder = new TreeBuilder(hasher)
    for (const leaf of leaves.slice(0, size)) builder.appendLeafHash(leaf)
    const store = new TileStore()
    store.add(builder.takeTiles())
    expect(builder.takeTiles()).toEqual([])
    expect([...store.files.keys()].sort()).toEqual(
      [...newTiles(0, size)].map(formatTilePath).sort(),
    )
    const head = { size, rootHash: naive.root(size) }
    expect(builder.root()).toEqual(head.rootHash)
    await checkTreeHead(hasher, store.read, head)
    if (size === 0) return
    for (const index of [0, Math.floor(size / 2), size - 1]) {
      const { proof } = await proveInclusion(hasher, store.read, index, head)
      expect(proof).toEqual(naive.path(index, size))
    }
  })

  it('gives the same tiles whatever the batches, also when resumed between them', async () => {
    const batches = fc.array(fc.integer({ min: 0, max: 700 }), { minLength: 1, maxLength: 8 })
    await fc.assert(
      fc.asyncProperty(batches, async (counts) => {
        const store = new TileStore()
        let kept = new TreeBuilder(hasher)
        let size = 0
        for (const count of counts) {
          const resumed = await TreeBuilder.resume(hasher, store.read, size)
          expect(resumed.root()).toEqual(naive.root(size))
          for (const leaf of leaves.slice(size, size + count)) {
            expect(resumed.appendLeafHash(leaf)).toBe(kept.appendLeafHash(leaf))
          }
          const tiles = resumed.takeTiles()
          expectSame(
            kept.takeTiles().map((tile) => tile.bytes),
            tiles.map((tile) => tile.bytes),
          )
          expect(tiles.map(formatTilePath).sort()).toEqual(
            [...newTiles(size, size + count)].map(formatTilePath).sort(),
          )
          store.add(tiles)
          size += count
          kept = resumed
        }
        expect(kept.root()).toEqual(naive.root(size))
      }),
      { seed: 256, numRuns: 12 },
    )
  })

  it('resumes across 65,536 and goes on as if it never stopped', async () => {
    const store = new TileStore()
    const builder = new TreeBuilder(hasher)
    for (const leaf of leaves.slice(0, 65_500)) builder.appendLeafHash(leaf)
    store.add(builder.takeTiles())
    const resumed = await TreeBuilder.resume(hasher, store.read, 65_500)
    for (const leaf of leaves.slice(65_500)) resumed.appendLeafHash(leaf)
    store.add(resumed.takeTiles())
    expect(resumed.root()).toEqual(naive.root(70_000))
    const old = { size: 65_500, rootHash: naive.root(65_500) }
    const head = { size: 70_000, rootHash: naive.root(70_000) }
    expect(await proveConsistency(hasher, store.read, old, head)).toEqual(
      naive.consistency(65_500, 70_000),
    )
  })

  it('has 273 full and one 112-wide tile of leaves in a tree of 70,000', () => {
    const widths = (level: number) =>
      [...newTiles(0, 70_000)].filter((tile) => tile.level === level).map((tile) => tile.width)
    expect(widths(0)).toEqual([...Array<number>(273).fill(256), 112])
    expect(widths(1)).toEqual([256, 17])
    expect(widths(2)).toEqual([1])
    expect([...newTiles(0, 256)].map(formatTilePath)).toEqual(['tile/0/000', 'tile/1/000.p/1'])
  })
})

describe('tiles that are not what they should be', { timeout: 60_000 }, () => {
  const hasher = createTreeHasher(sha256)
  const leaves = leavesOf(hasher, LARGEST)
  const naive = new NaiveTree(hasher, leaves)
  const store = storeOfAllSizes(hasher, leaves)
  const head = { size: 300, rootHash: naive.root(300) }

  it('are asked for once each', async () => {
    store.reads.length = 0
    await proveInclusion(hasher, store.read, 3, head)
    expect(store.reads.sort()).toEqual(['tile/0/000', 'tile/0/001.p/44'])
  })

  it('may be full where a partial one was asked for', async () => {
    const old = { size: 200, rootHash: naive.root(200) }
    const full = store.files.get('tile/0/000')!
    const { proof } = await proveInclusion(hasher, () => full, 7, old)
    expect(proof).toEqual(naive.path(7, 200))
  })

  it('never make a proof', async () => {
    const fault = (code: string) => expect.objectContaining({ code })
    for (const [path, change] of [
      ['tile/0/000', (b: Uint8Array) => b.with(40, b[40]! ^ 1)],
      ['tile/0/001.p/44', (b: Uint8Array) => b.with(0, b[0]! ^ 1)],
      ['tile/0/000', (b: Uint8Array) => b.slice(1)],
      ['tile/0/001.p/44', () => new Uint8Array(0)],
    ] as const) {
      const tampered = new TileStore()
      for (const [p, bytes] of store.files)
        tampered.files.set(p, p === path ? change(bytes) : bytes)
      await expect(proveInclusion(hasher, tampered.read, 3, head)).rejects.toThrow(
        fault('bad_tile'),
      )
      await expect(checkEveryTile(hasher, tampered.read, head)).rejects.toThrow(fault('bad_tile'))
      const old = { size: 100, rootHash: naive.root(100) }
      await expect(proveConsistency(hasher, tampered.read, old, head)).rejects.toThrow(
        fault('bad_tile'),
      )
    }
  })

  it('are found wherever they are, and named', async () => {
    const large = leavesOf(hasher, 66_000)
    const builder = new TreeBuilder(hasher)
    for (const leaf of large) builder.appendLeafHash(leaf)
    const tiles = new TileStore()
    tiles.add(builder.takeTiles())
    const largeHead = { size: 66_000, rootHash: builder.root() }
    await checkEveryTile(hasher, tiles.read, largeHead)
    const wrong = { ...largeHead, rootHash: hasher.emptyRoot }
    await expect(checkEveryTile(hasher, tiles.read, wrong)).rejects.toThrow(/lead to the root/)
    for (const path of ['tile/1/000', 'tile/1/001.p/1', 'tile/2/000.p/1']) {
      const bytes = tiles.files.get(path)!
      const tampered: TileReader = (tile) =>
        formatTilePath(tile) === path ? bytes.with(31, bytes[31]! ^ 128) : tiles.read(tile)
      await expect(checkEveryTile(hasher, tampered, largeHead)).rejects.toThrow(path)
    }
  })

  it('at the edge fail the quick check', async () => {
    const edge: TileReader = async (tile) => (await store.read(tile)).map((byte) => byte ^ 1)
    const fault = expect.objectContaining({ code: 'bad_tile' })
    await expect(checkTreeHead(hasher, edge, head)).rejects.toThrow(fault)
  })

  it('are not asked for a leaf outside the tree', async () => {
    const outside = expect.objectContaining({ code: 'out_of_range' })
    await expect(proveInclusion(hasher, store.read, 300, head)).rejects.toThrow(outside)
    await expect(proveInclusion(hasher, store.read, -1, head)).rejects.toThrow(outside)
    await expect(treeRoot(hasher, store.read, 1.5)).rejects.toThrow(outside)
    const larger = { size: 301, rootHash: head.rootHash }
    await expect(proveConsistency(hasher, store.read, larger, head)).rejects.toThrow(outside)
  })
})
