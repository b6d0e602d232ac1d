import {
  decodeEntryBundle,
  equalBytes,
  formatBundlePath,
  formatTilePath,
  TILE_WIDTH,
  tileWidth,
  TlogError,
  type TreeBuilder,
  type TileAddress,
} from '@azalea/tlog'
import { AuditError } from './errors.ts'
import type { Findings } from './findings.ts'
import { readBundle, readTile, type LogSource } from './log-source.ts'
import { hasher } from './suite.ts'

/** How many bundles are on their way at once; each is a few hundred kilobytes at most. */
const AHEAD = 8
const HASH_BYTES = 32

export interface Entry {
  readonly index: number
  readonly bytes: Uint8Array
}

/**
 * Reads the entries from `tree.size` up to `size`, in order, appending each to `tree`. Every leaf
 * hash is compared with its tile, every tile above with what its leaves lead to. What differs is a
 * finding; the tree goes on from the entries themselves, so its root tells the truth about them.
 * Holds a few bundles at a time, whatever the size of the log.
 * @throws AuditError when the log cannot be read
 */
export async function* readEntries(
  source: LogSource,
  tree: TreeBuilder,
  size: number,
  findings: Findings,
): AsyncGenerator<readonly Entry[]> {
  const first = Math.floor(tree.size / TILE_WIDTH)
  const count = Math.ceil(size / TILE_WIDTH)
  const coming = new Map<number, ReturnType<typeof fetchPair>>()
  for (let bundle = first; bundle < count; bundle++) {
    for (let next = bundle; next < Math.min(count, bundle + AHEAD); next++)
      if (!coming.has(next)) coming.set(next, fetchPair(source, next, size))
    const pair = await coming.get(bundle)
    coming.delete(bundle)
    if (pair === undefined) throw new Error('a bundle was not asked for')
    const entries = entriesOf(pair, tree.size, findings)
    if (entries === null) return
    for (const { bytes } of entries) tree.append(bytes)
    await compareUpperTiles(source, tree, size, findings)
    yield entries
  }
}

interface Pair {
  readonly index: number
  readonly width: number
  readonly bundle: Uint8Array
  readonly tile: Uint8Array
}

async function fetchPair(source: LogSource, index: number, size: number): Promise<Pair> {
  const width = tileWidth(0, index, size)
  const [bundle, tile] = await Promise.all([
    readBundle(source, { index, width }),
    readTile(source, { level: 0, index, width }),
  ])
  return { index, width, bundle, tile }
}

/** The entries of a bundle from index `from` on; null when it cannot be read at all. */
function entriesOf({ index, width, bundle, tile }: Pair, from: number, findings: Findings) {
  let all: Uint8Array[]
  try {
    all = decodeEntryBundle(bundle, bundleWidth(bundle, width)).slice(0, width)
  } catch (error) {
    if (!(error instanceof TlogError)) throw error
    const path = formatBundlePath({ index, width })
    findings.add('bundle_wrong', null, `${path} is no bundle of ${width} entries: ${error.message}`)
    return null
  }
  const entries = all.map((bytes, at) => ({ index: index * TILE_WIDTH + at, bytes }))
  for (const [at, entry] of entries.entries()) {
    const stated = tile.subarray(at * HASH_BYTES, (at + 1) * HASH_BYTES)
    if (equalBytes(hasher.leaf(entry.bytes), stated)) continue
    const path = formatTilePath({ level: 0, index, width })
    findings.add('tile_wrong', entry.index, `the entry is not the one whose hash stands in ${path}`)
  }
  return entries.filter((entry) => entry.index >= from)
}

/** A log that has grown may give the full bundle for a partial one. */
function bundleWidth(bundle: Uint8Array, width: number): number {
  let entries = 0
  for (let at = 0; at + 1 < bundle.length && entries <= TILE_WIDTH; entries++)
    at += 2 + (((bundle[at] ?? 0) << 8) | (bundle[at + 1] ?? 0))
  return entries === TILE_WIDTH ? TILE_WIDTH : width
}

async function compareUpperTiles(
  source: LogSource,
  tree: TreeBuilder,
  size: number,
  findings: Findings,
): Promise<void> {
  for (const tile of tree.takeTiles()) {
    const isOfThisSize = tile.width === tileWidth(tile.level, tile.index, size)
    if (tile.level === 0 || !isOfThisSize) continue
    const stored = await readUpper(source, tile)
    if (stored !== null && equalBytes(stored.subarray(0, tile.bytes.length), tile.bytes)) continue
    const path = formatTilePath(tile)
    findings.add('tile_wrong', null, `${path} is not what the entries lead to`)
  }
}

async function readUpper(source: LogSource, tile: TileAddress): Promise<Uint8Array | null> {
  try {
    return await readTile(source, tile)
  } catch (error) {
    if (error instanceof AuditError && error.code === 'not_found') return null
    throw error
  }
}
