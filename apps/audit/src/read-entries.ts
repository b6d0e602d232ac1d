import {
  decodeEntryBundle,
  equalBytes,
  TILE_WIDTH,
  tileWidth,
  TlogError,
  type Tile,
  type TreeBuilder,
} from '@azalea/tlog'
import { AuditError } from './errors.ts'
import type { Findings } from './findings.ts'
import {
  HASH_BYTES,
  readBundleFile,
  readTileFile,
  wrongLengthOf,
  type LogFile,
  type LogSource,
} from './log-source.ts'
import { hasher } from './suite.ts'

/** How many bundles are on their way at once; each is a few hundred kilobytes at most. */
const AHEAD = 8

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
      if (!coming.has(next)) coming.set(next, fetchAhead(source, next, size))
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
  readonly bundle: LogFile
  readonly tile: LogFile
}

/** Begins to read; what fails is told to whoever waits for it, later, and to nobody else. */
function fetchAhead(source: LogSource, index: number, size: number): Promise<Pair> {
  const pair = fetchPair(source, index, size)
  pair.catch(() => undefined)
  return pair
}

async function fetchPair(source: LogSource, index: number, size: number): Promise<Pair> {
  const width = tileWidth(0, index, size)
  const [bundle, tile] = await Promise.all([
    readBundleFile(source, { index, width }),
    readTileFile(source, { level: 0, index, width }),
  ])
  return { index, width, bundle, tile }
}

/** The entries of a bundle from index `from` on; null when it cannot be read at all. */
function entriesOf({ index, width, bundle, tile }: Pair, from: number, findings: Findings) {
  let all: Uint8Array[]
  try {
    all = decodeEntryBundle(bundle.bytes, bundle.width).slice(0, width)
  } catch (error) {
    if (!(error instanceof TlogError)) throw error
    const detail = `${bundle.path} is no bundle of ${bundle.width} entries: ${error.message}`
    findings.add('bundle_wrong', null, detail)
    return null
  }
  const entries = all.map((bytes, at) => ({ index: index * TILE_WIDTH + at, bytes }))
  compareTile(tile, entries, findings)
  return entries.filter((entry) => entry.index >= from)
}

/** A tile of another length is one finding: which hashes it lacks or adds says nothing more. */
function compareTile(tile: LogFile, entries: readonly Entry[], findings: Findings): void {
  const wrong = wrongLengthOf(tile)
  if (wrong !== null) findings.add('tile_wrong', null, wrong)
  for (const [at, entry] of entries.entries()) {
    const stated = tile.bytes.subarray(at * HASH_BYTES, (at + 1) * HASH_BYTES)
    if (stated.length < HASH_BYTES || equalBytes(hasher.leaf(entry.bytes), stated)) continue
    const detail = `the entry is not the one whose hash stands in ${tile.path}`
    findings.add('tile_wrong', entry.index, detail)
  }
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
    const wrong = await wrongUpperTile(source, tile)
    if (wrong !== null) findings.add('tile_wrong', null, wrong)
  }
}

/** Nothing is read on from these: one that is missing is a finding, and the audit goes on. */
async function wrongUpperTile(source: LogSource, tile: Tile): Promise<string | null> {
  try {
    const stored = await readTileFile(source, tile)
    const isSame = equalBytes(stored.bytes.subarray(0, tile.bytes.length), tile.bytes)
    return (
      wrongLengthOf(stored) ?? (isSame ? null : `${stored.path} is not what the entries lead to`)
    )
  } catch (error) {
    if (error instanceof AuditError && error.code === 'not_found') return error.message
    throw error
  }
}
