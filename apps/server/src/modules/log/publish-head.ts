import {
  formatCheckpoint,
  formatNote,
  proveConsistency,
  quorumHolds,
  signNote,
  treeRoot,
  type Policy,
  type Signer,
  type TreeHead,
} from '@azalea/tlog'
import type { Clock } from '../../platform/clock.ts'
import type { Database } from '../../platform/database/database.ts'
import { askWitnesses, type Cosigned } from './ask-witnesses.ts'
import { LogFault } from './faults.ts'
import { publish, raiseAlarm, selectHead, type Lease } from './head.store.ts'
import { hasher } from './log-signer.ts'
import type { LogRow } from './log.store.ts'
import type { AtStep } from './steps.ts'
import { tileReader } from './tile.store.ts'

export interface PublishParts {
  readonly database: Database
  readonly clock: Clock
  readonly policy: Policy
  readonly signer: Signer
  /** Where each witness stood when last asked. */
  readonly lastSizes: Map<string, number>
  readonly atStep: AtStep
}

export interface PublishOutcome {
  readonly kind: 'published' | 'no_quorum' | 'fenced'
  /** What is served now; null: the one before. */
  readonly note: string | null
  /** Witnesses that did not cosign. */
  readonly absent: readonly string[]
}

/**
 * Signs a head that is durable, shows it to the witnesses, and publishes it when the policy's quorum
 * holds; until then the last published checkpoint stays, and an alarm tells.
 * @throws LogFault 'fork' when a witness holds another history, 'behind' when one has seen more of
 *   this log than is stored
 */
export async function publishHead(
  parts: PublishParts,
  log: LogRow,
  lease: Lease,
  head: TreeHead,
): Promise<PublishOutcome> {
  const { database, clock, policy, signer, atStep } = parts
  const text = formatCheckpoint({ origin: log.origin, ...head, extensions: [] })
  await atStep('signing', text)
  // From here on someone may know this head. A crash loses the signature only: the head is durable,
  // so whoever signs next signs it or one that extends it.
  const own = await signNote(signer, text, 0)
  await atStep('signed')
  const cosigned = await askWitnesses(
    policy.witnesses,
    { note: { text, signatures: [own] }, size: head.size },
    consistencyProver(database, log, head),
    parts.lastSizes,
  )
  await atStep('witnessed')
  const { signatures, forks, absent } = cosigned
  if (forks.length > 0)
    throw new LogFault('fork', `${forks.join(', ')}: this does not extend what was cosigned before`)
  await requireNoneAhead(database, log, cosigned)
  const missed = absent.map(({ name }) => name)
  if (!quorumHolds(policy, new Set(signatures.keys()))) {
    const detail = absent.map(({ name, why }) => `${name}: ${why}`).join('; ')
    const alarm = { kind: 'no_quorum' as const, detail, since: clock.now() }
    await database.inVillage(log.villageId, (db) => raiseAlarm(db, lease, alarm))
    return { kind: 'no_quorum', note: null, absent: missed }
  }
  const lines = policy.witnesses.flatMap(({ name }) => signatures.get(name) ?? [])
  const note = formatNote({ text, signatures: [own, ...lines] })
  const isPublished = await database.inVillage(log.villageId, (db) =>
    publish(db, lease, { size: head.size, note, at: clock.now() }),
  )
  await atStep('published')
  return isPublished
    ? { kind: 'published', note, absent: missed }
    : { kind: 'fenced', note: null, absent: missed }
}

function consistencyProver(database: Database, log: LogRow, head: TreeHead) {
  return (oldSize: number) =>
    database.inVillage(log.villageId, async (db) => {
      const readTile = tileReader(db, log)
      const rootHash = await treeRoot(hasher, readTile, oldSize)
      return proveConsistency(hasher, readTile, { size: oldSize, rootHash }, head)
    })
}

/** A witness ahead of us is harmless if the stored head is, too: then another process went on. */
async function requireNoneAhead(
  database: Database,
  log: LogRow,
  { ahead }: Cosigned,
): Promise<void> {
  if (ahead.length === 0) return
  const row = await database.inVillage(log.villageId, (db) => selectHead(db, log))
  for (const { name, size } of ahead)
    if (size > (row?.head.size ?? 0))
      throw new LogFault('behind', `${name} has seen ${size} entries, more than are stored`)
}
