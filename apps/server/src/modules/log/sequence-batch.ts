import { setImmediate } from 'node:timers/promises'
import { BundleBuilder, equalBytes, TILE_WIDTH, TreeBuilder, type TreeHead } from '@azalea/tlog'
import type { Db } from '../../platform/database/database.ts'
import { insertEntries, takePending, type PendingEntry } from './entry.store.ts'
import { LogFault } from './faults.ts'
import { lockHead, moveHead, type Lease } from './head.store.ts'
import { hasher } from './log-signer.ts'
import type { LogRow } from './log.store.ts'
import type { AtStep } from './steps.ts'
import { selectTile, storedPath, tileReader, writeTiles, type StoredTile } from './tile.store.ts'

/** The right edge of a log in memory, so that a batch reads nothing of the tree. */
export interface LogTip {
  readonly tree: TreeBuilder
  readonly bundles: BundleBuilder
}

export interface Batch {
  readonly head: TreeHead
  /** How many entries it took; fewer than asked for when the queue is empty now. */
  readonly count: number
  /** Valid for `head` once the transaction has committed. */
  readonly tip: LogTip
}

/**
 * Takes the next records into the log, all in the caller's transaction: their indices, bundles and
 * tiles, the new head. A crash before the commit leaves the log as it was and the records queued.
 * Nothing is signed here.
 * @throws LogFault
 */
export async function sequenceBatch(
  db: Db,
  log: LogRow,
  lease: Lease,
  { known, limit, atStep }: { known: LogTip | null; limit: number; atStep: AtStep },
): Promise<Batch> {
  const from = await lockHead(db, lease)
  if (from === null) throw new LogFault('fenced', 'another process holds the log')
  await atStep('head-locked')
  const tip = known?.tree.size === from.size ? known : await resumeTip(db, log, from)
  // A successor's first entry goes in alone: whatever else waits stands after it.
  const onlyRecordId = from.size === 0 ? log.begunRecordId : null
  const entries = await takePending(db, log.villageId, { limit, onlyRecordId })
  await atStep('entries-taken')
  if (entries.length === 0) return { head: from, count: 0, tip }
  // One connection, so PostgreSQL takes them one after another, and writes while we hash.
  await Promise.all([
    insertEntries(db, log, from.size, entries).then(() => atStep('entries-written')),
    writeTiles(db, log, bundle(tip, entries)),
    setImmediate().then(() => writeTiles(db, log, hash(tip, entries))),
  ])
  await atStep('tiles-written')
  const to = { size: tip.tree.size, rootHash: tip.tree.root() }
  if (!(await moveHead(db, lease, { from, to })))
    throw new LogFault('head_moved', `the head is no longer at ${from.size}`)
  await atStep('head-moved')
  return { head: to, count: entries.length, tip }
}

/** What entries add to a log: their bundles and tiles. The tip stands after them then. */
export function addEntries(tip: LogTip, entries: readonly PendingEntry[]): StoredTile[] {
  return [...bundle(tip, entries), ...hash(tip, entries)]
}

function bundle({ bundles }: LogTip, entries: readonly PendingEntry[]): StoredTile[] {
  for (const { leaf } of entries) bundles.append(leaf)
  return bundles.takeBundles().map(({ index, width, bytes }) => {
    return { path: storedPath({ level: 'entries', index }), width, bytes }
  })
}

function hash({ tree }: LogTip, entries: readonly PendingEntry[]): StoredTile[] {
  for (const { leaf } of entries) tree.append(leaf)
  return tree.takeTiles().map(({ level, index, width, bytes }) => {
    return { path: storedPath({ level, index }), width, bytes }
  })
}

/** @throws LogFault 'behind' when the stored tiles are not those of the stored head */
export async function resumeTip(db: Db, log: LogRow, head: TreeHead): Promise<LogTip> {
  const tree = await TreeBuilder.resume(hasher, tileReader(db, log), head.size)
  if (!equalBytes(tree.root(), head.rootHash))
    throw new LogFault('behind', `the tiles do not lead to the root of size ${head.size}`)
  const width = head.size % TILE_WIDTH
  if (width === 0) return { tree, bundles: BundleBuilder.resume(head.size) }
  const path = storedPath({ level: 'entries', index: Math.floor(head.size / TILE_WIDTH) })
  const last = await selectTile(db, log, { path, width })
  if (last?.width !== width)
    throw new LogFault('missing_tile', `${path} (width ${width}) is missing`)
  return { tree, bundles: BundleBuilder.resume(head.size, last.bytes) }
}
