import {
  checkEveryTile,
  equalBytes,
  openNote,
  parseCheckpoint,
  treeRoot,
  type PolicyWitness,
  type TreeHead,
  type VerifierKey,
} from '@azalea/tlog'
import type { Database, Db } from '../../platform/database/database.ts'
import { nodeSuite } from '../../platform/ed25519.ts'
import type { CheckpointTrace } from './checkpoint-trace.ts'
import { LogFault } from './faults.ts'
import { selectHead, selectLastCheckpoint } from './head.store.ts'
import { hasher } from './log-signer.ts'
import type { LogRow } from './log.store.ts'
import { tileReader } from './tile.store.ts'
import { readWitnessed } from './witness-client.ts'

/** A checkpoint that we once signed, and where it was found. */
export interface SignedBefore {
  readonly head: TreeHead
  readonly where: string
  readonly note: string
}

/**
 * Whether a log may be signed for: its tiles recompute to its head, and the head extends whatever
 * we are known to have signed. Run before the first signature of a process.
 * @throws LogFault 'behind', 'missing_tile'; TlogError 'bad_tile'
 */
export async function checkLog(
  database: Database,
  log: LogRow,
  logKey: VerifierKey,
  places: SignedPlaces,
): Promise<void> {
  const before = await signedBefore(database, log, logKey, places)
  await database.inVillage(log.villageId, async (db) => {
    const row = await selectHead(db, log)
    if (row === null) throw new LogFault('behind', 'the head is missing')
    await checkEveryTile(hasher, tileReader(db, log), row.head)
    for (const signed of before) await requireExtends(db, log, row.head, signed)
  })
}

/** Where else than in the database a signed checkpoint may be found. */
export interface SignedPlaces {
  readonly witnesses: readonly PolicyWitness[]
  readonly trace: CheckpointTrace
}

/** The largest checkpoints that we signed, as our own store, its trace and the witnesses show them. */
export async function signedBefore(
  database: Database,
  log: LogRow,
  logKey: VerifierKey,
  { witnesses, trace }: SignedPlaces,
): Promise<SignedBefore[]> {
  const stored = await database.inVillage(log.villageId, async (db) => [
    await selectLastCheckpoint(db, log),
    (await selectHead(db, log))?.published?.note ?? null,
  ])
  const published = [
    ...stored.map((note) => ({ note, where: 'published' })),
    { note: await trace.read(log), where: 'in the trace beside the database' },
  ].flatMap(({ note, where }) => (note === null ? [] : [{ note, where }]))
  const seen = await Promise.all(
    witnesses.map(async (witness) => {
      const witnessed = await readWitnessed(witness, logKey)
      return witnessed ? [{ note: witnessed.note, where: `seen by ${witness.name}` }] : []
    }),
  )
  return Promise.all(
    [...published, ...seen.flat()].map(async ({ note, where }) => {
      const { text } = await openNote(nodeSuite, note, [logKey])
      return { head: parseCheckpoint(text), where, note }
    }),
  )
}

/** @throws LogFault 'behind' */
export async function requireExtends(
  db: Db,
  log: LogRow,
  head: TreeHead,
  { head: signed, where }: SignedBefore,
): Promise<void> {
  if (head.size < signed.size)
    throw new LogFault('behind', `the log holds ${head.size} entries; ${signed.size} are ${where}`)
  const root = await treeRoot(hasher, tileReader(db, log), signed.size)
  if (!equalBytes(root, signed.rootHash))
    throw new LogFault('behind', `the first ${signed.size} entries are not those ${where}`)
}
