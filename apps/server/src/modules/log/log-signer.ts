import type { Signer } from '@azalea/tlog'
import type { Db } from '../../platform/database/database.ts'
import { nodeSuite, signerFromSeed } from '../../platform/ed25519.ts'
import type { Keyring } from '../../platform/keyring.ts'
import { createTreeHasher } from '@azalea/tlog'
import { readPublicUrl } from '../community/index.ts'
import { insertLog, selectCurrentLog, type LogId, type LogRow } from './log.store.ts'

/** The hashes of every village's tree; they hold no state between calls. */
export const hasher = createTreeHasher(nodeSuite.sha256)

function seedContext({ villageId, generation }: LogId): string {
  return `log-seed ${villageId} ${generation}`
}

/** The only thing that can sign for a log. Named like its origin, as policies ask. */
export function signerOf(keyring: Keyring, log: LogRow): Signer {
  return signerFromSeed(log.origin, keyring.unwrap(log.wrappedSeed, seedContext(log)))
}

/**
 * A log's name for ever: where it was first served, without scheme (tlog-checkpoint). Begun before
 * anybody has said where that is, it is named for its village under `.invalid`, which is never
 * anybody's address: a name need not be one, and must not be a wrong one.
 */
export function originOf(publicUrl: string | null, { villageId, generation }: LogId): string {
  const { host, pathname } = new URL(publicUrl ?? `http://${villageId}.invalid`)
  return `${host}${pathname.replace(/\/$/, '')}${logPath({ villageId, generation })}`
}

/** The path under which a log is served; a successor's carries its number. */
export function logPath({ villageId, generation }: LogId): string {
  return `/log/${villageId}${generation === 1 ? '' : `/${generation}`}`
}

export interface NewLog extends LogId {
  readonly publicUrl: string | null
  readonly begunRecordId: string | null
}

/** Makes a log and its key; does nothing when this generation is there. */
export async function beginLog(
  db: Db,
  keyring: Keyring,
  { villageId, generation, publicUrl, begunRecordId }: NewLog,
  now: Date,
): Promise<void> {
  const id = { villageId, generation }
  const origin = originOf(publicUrl, id)
  const { key: seed, wrapped } = keyring.newWrappedKey(seedContext(id))
  const publicKey = Buffer.from(signerFromSeed(origin, seed).key.publicKey)
  const keys = { publicKey, wrappedSeed: wrapped }
  await insertLog(db, { ...id, origin, ...keys, begunAt: now, begunRecordId }, hasher.emptyRoot)
}

/** The village's current log, begun now if it has none. */
export async function openLog(
  db: Db,
  keyring: Keyring,
  village: { villageId: string; publicUrl: string },
  now: Date,
): Promise<LogRow> {
  const known = await selectCurrentLog(db, village.villageId)
  if (known !== null) return known
  const publicUrl = await readPublicUrl(db, village.villageId, village.publicUrl)
  const { villageId } = village
  await beginLog(db, keyring, { villageId, publicUrl, generation: 1, begunRecordId: null }, now)
  const begun = await selectCurrentLog(db, village.villageId)
  if (begun === null) throw new Error(`the log of ${village.villageId} could not be begun`)
  return begun
}
