import { logBegun } from '@azalea/records'
import { equalBytes, TreeBuilder, BundleBuilder, type TreeHead } from '@azalea/tlog'
import { systemActor } from '../../platform/actor.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Database, Db } from '../../platform/database/database.ts'
import type { Keyring } from '../../platform/keyring.ts'
import { readPublicUrl } from '../community/index.ts'
import type { Act } from '../record/index.ts'
import { signedBefore, type SignedBefore } from './check-log.ts'
import { queueEveryRecord, selectEntries } from './entry.store.ts'
import type { CheckpointTrace } from './checkpoint-trace.ts'
import { LogFault } from './faults.ts'
import { releaseLease, replaceHead, takeLease, type Lease } from './head.store.ts'
import { beginLog, hasher } from './log-signer.ts'
import { retireLog, selectCurrentLog, type LogRow } from './log.store.ts'
import { logKeyOf, type WitnessPolicy } from './policy.ts'
import { addEntries } from './sequence-batch.ts'
import { deleteTiles, writeTiles } from './tile.store.ts'

export interface RecoveryParts {
  readonly database: Database
  /** As the owner: the server's own role cannot remove a full tile, even a wrong one. */
  readonly ownerDatabase: Database
  readonly clock: Clock
  readonly keyring: Keyring
  readonly publicUrl: string
  readonly witnesses: () => WitnessPolicy
  readonly trace: CheckpointTrace
  readonly act: Act
}

export interface Recovery {
  /** What is there now: the same log rebuilt, or a new one. */
  readonly kind: 'rebuilt' | 'retired'
  readonly origin: string
  readonly size: number
}

const CHUNK = 32 * 256
const RECOVERY_MILLISECONDS = 3_600_000

/**
 * Makes a village's log whole again when its start-up check refuses it. Tiles, bundles and head are
 * computed anew from the entries and their records, and kept if they agree with every checkpoint
 * that was published or that a witness has seen.
 *
 * With `retire`, for a log that cannot be rebuilt or whose key is known to others, it is ended as it
 * is, and a new one, with another key and origin, begins with an entry that carries the last
 * checkpoint of the old one.
 * @throws LogFault 'behind' when the log cannot be rebuilt, 'fenced' when a server holds it
 */
export async function recoverLog(
  parts: RecoveryParts,
  villageId: string,
  { retire }: { retire: boolean },
): Promise<Recovery> {
  const { database, ownerDatabase } = parts
  const { log, lease } = await leaseLog(parts, villageId)
  try {
    const signed = await signedBefore(database, log, logKeyOf(log), {
      witnesses: parts.witnesses().witnesses,
      trace: parts.trace,
    })
    if (retire) return await retireAndBegin(parts, log, signed)
    const head = await ownerDatabase.inVillage(villageId, (db) => rebuild(db, log, lease, signed))
    return { kind: 'rebuilt', origin: log.origin, size: head.size }
  } finally {
    await database.inVillage(villageId, (db) => releaseLease(db, lease))
  }
}

async function leaseLog({ database, clock }: RecoveryParts, villageId: string) {
  const now = clock.now()
  return database.inVillage(villageId, async (db) => {
    const log = await selectCurrentLog(db, villageId)
    if (log === null) throw new LogFault('behind', 'this village has no log')
    const lease = await takeLease(db, log, { now, milliseconds: RECOVERY_MILLISECONDS })
    if (lease === null)
      throw new LogFault('fenced', 'a server holds the log; stop it, and try again in a minute')
    return { log, lease }
  })
}

/** @throws LogFault 'behind' when the entries are not those that were signed */
async function rebuild(
  db: Db,
  log: LogRow,
  lease: Lease,
  signed: readonly SignedBefore[],
): Promise<TreeHead> {
  await deleteTiles(db, log)
  const tip = { tree: new TreeBuilder(hasher), bundles: new BundleBuilder() }
  const ends = signed.map(({ head }) => head.size)
  for (;;) {
    const first = tip.tree.size
    // Up to the next signed size, to compare the root there.
    const next = Math.min(first + CHUNK, ...ends.filter((size) => size > first))
    const entries = await selectEntries(db, log, { first, count: next - first })
    const gap = entries.findIndex(({ entryIndex }, at) => entryIndex !== first + at)
    if (gap >= 0) throw new LogFault('behind', `entry ${first + gap} is missing`)
    await writeTiles(db, log, addEntries(tip, entries))
    const here = { size: tip.tree.size, rootHash: tip.tree.root() }
    for (const { head, where } of signed)
      if (head.size === here.size && !equalBytes(head.rootHash, here.rootHash))
        throw new LogFault('behind', `the first ${here.size} entries are not those ${where}`)
    if (entries.length === next - first) continue
    const missing = signed.find(({ head }) => head.size > here.size)
    if (missing)
      throw new LogFault(
        'behind',
        `the log holds ${here.size} entries; ${missing.head.size} are ${missing.where}`,
      )
    if (!(await replaceHead(db, lease, here))) throw new LogFault('fenced', 'the lease was lost')
    return here
  }
}

async function retireAndBegin(
  { act, clock, keyring, publicUrl }: RecoveryParts,
  old: LogRow,
  signed: readonly SignedBefore[],
): Promise<Recovery> {
  const { villageId } = old
  const generation = old.generation + 1
  const last = signed.toSorted((a, b) => b.head.size - a.head.size)[0]
  const command = {
    name: 'retire-log',
    actor: systemActor(villageId),
    key: `retire-log-${old.generation}`,
    input: { generation: old.generation },
  }
  return act(command, async (tx) => {
    const recordId = tx.newId()
    tx.append(
      logBegun({
        recordId,
        public: { generation, previous: { origin: old.origin, checkpoint: last?.note ?? null } },
        parts: [],
      }),
    )
    await retireLog(tx.db, old, clock.now())
    const id = { villageId, generation }
    const address = await readPublicUrl(tx.db, villageId, publicUrl)
    const next = { ...id, publicUrl: address, begunRecordId: recordId }
    await beginLog(tx.db, keyring, next, clock.now())
    await queueEveryRecord(tx.db, villageId)
    const begun = await selectCurrentLog(tx.db, villageId)
    return { kind: 'retired' as const, origin: begun?.origin ?? '', size: 0 }
  })
}
