import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  checkEveryTile,
  createTreeHasher,
  decodeEntryBundle,
  equalBytes,
  newBundles,
  parseCheckpoint,
  parseNote,
  parseVerifierKey,
  treeRoot,
  verifyCheckpoint,
  type PolicyWitness,
} from '@azalea/tlog'
import type pg from 'pg'
import { startWitness, type Witness } from '../../witness/src/witness.ts'
import { selectHead } from '../src/modules/log/head.store.ts'
import { openLog } from '../src/modules/log/log-signer.ts'
import type { LogRow } from '../src/modules/log/log.store.ts'
import { logKeyOf, policyOf, type WitnessPolicy } from '../src/modules/log/policy.ts'
import { readTileBytes } from '../src/modules/log/read-log.ts'
import { tileReader } from '../src/modules/log/tile.store.ts'
import type { Database } from '../src/platform/database/database.ts'
import { nodeSuite } from '../src/platform/ed25519.ts'
import { Keyring } from '../src/platform/keyring.ts'
import { seededRandomness } from './randomness.ts'

export const PUBLIC_URL = 'https://book.example'
export const LOG_START = new Date('2026-03-02T01:00:00Z')
export const logKeyring = new Keyring(Buffer.alloc(32, 7), seededRandomness('log'))

const hasher = createTreeHasher(nodeSuite.sha256)

/** A village with nothing in it, for records that are written straight to the table. */
export async function foundBareVillage(owner: pg.Client, villageId: string): Promise<void> {
  await owner.query(
    `INSERT INTO village (village_id, name, town_name, opt_in_text, created_at) VALUES ($1, '村', '镇', '', $2)`,
    [villageId, LOG_START],
  )
}

/** Appends records with the given leaves, as a command would, and gives their ids in order. */
export async function appendRecords(
  owner: pg.Client,
  villageId: string,
  count: number,
): Promise<string[]> {
  const { rows } = await owner.query<{ record_id: string }>(
    `WITH new AS (
       INSERT INTO record (village_id, record_id, kind, recorded_at, leaf)
       SELECT $1, gen_random_uuid(), 'test', $2, convert_to('{"n":' || n || ',"salt":"' || $3 || '"}', 'UTF8')
       FROM generate_series(1, $4::int) AS n RETURNING village_id, record_id
     ), queued AS (INSERT INTO record_pending SELECT * FROM new)
     SELECT record_id FROM new`,
    [villageId, LOG_START, randomUUID(), count],
  )
  return rows.map((row) => row.record_id)
}

export interface TestWitness {
  readonly policy: PolicyWitness
  stop(): Promise<void>
  /** Begins again on the same state, at the same address. */
  restart(): Promise<void>
  close(): Promise<void>
}

/** A real witness (apps/witness) of one log, on a free port. */
export async function openTestWitness(name: string, log: LogRow): Promise<TestWitness> {
  const stateDir = await mkdtemp(join(tmpdir(), 'azalea-log-witness-'))
  const logs = [{ origin: log.origin, keys: [logKeyOf(log)] }]
  const start = (port: number): Promise<Witness> =>
    startWitness({ name: `witness.example/${name}`, host: '127.0.0.1', port, stateDir, logs })
  let witness = await start(0)
  const { url, vkey } = witness
  return {
    policy: { name, key: parseVerifierKey(nodeSuite.sha256, vkey), url },
    stop: () => witness.stop(),
    restart: async () => {
      witness = await start(Number(new URL(url).port))
    },
    close: async () => {
      await witness.stop()
      await rm(stateDir, { recursive: true })
    },
  }
}

export function openTestLog(database: Database, villageId: string): Promise<LogRow> {
  return database.inVillage(villageId, (db) =>
    openLog(db, logKeyring, { villageId, publicUrl: PUBLIC_URL }, LOG_START),
  )
}

/**
 * Reads a whole log as a stranger and the database's owner together could, and throws at the first
 * thing that does not hold. `signed`: every checkpoint text that was ever signed.
 */
export async function checkWholeLog(
  database: Database,
  owner: pg.Client,
  log: LogRow,
  { witnesses, signed }: { witnesses: WitnessPolicy; signed: readonly string[] },
): Promise<{ size: number; publishedSize: number }> {
  return database.inVillage(log.villageId, async (db) => {
    const row = await selectHead(db, log)
    if (row === null) throw new Error('no head')
    const readTile = tileReader(db, log)
    await checkEveryTile(hasher, readTile, row.head)
    // No fork was signed: each signature is over the root that the log had, and has, at that size.
    for (const text of new Set(signed)) {
      const { size, rootHash } = parseCheckpoint(text)
      if (size > row.head.size) throw new Error(`size ${size} was signed and is not stored`)
      if (!equalBytes(await treeRoot(hasher, readTile, size), rootHash))
        throw new Error(`another root was signed for size ${size}`)
    }
    const publishedSize = row.published?.size ?? 0
    if (row.published !== null) {
      const policy = policyOf(log, witnesses, PUBLIC_URL)
      await verifyCheckpoint(nodeSuite, policy, parseNote(row.published.note))
    }
    await requireEachRecordOnce(owner, log, row.head.size)
    for (const bundle of newBundles(0, row.head.size)) {
      const path = `tile/entries/${pathOf(bundle.index, bundle.width)}`
      const entries = decodeEntryBundle(await readTileBytes(db, log, path), bundle.width)
      const { rows } = await owner.query<{ leaf: Buffer }>(
        `SELECT leaf FROM log_entry JOIN record USING (village_id, record_id)
         WHERE village_id = $1 AND generation = $2 AND entry_index >= $3 AND entry_index < $4 ORDER BY entry_index`,
        [log.villageId, log.generation, bundle.index * 256, bundle.index * 256 + bundle.width],
      )
      if (!rows.every(({ leaf }, i) => equalBytes(leaf, entries[i] ?? new Uint8Array(0))))
        throw new Error(`${path} is not what the records say`)
    }
    return { size: row.head.size, publishedSize }
  })
}

/** Indices are 0 to size - 1, each record stands once or waits, none is missing. */
async function requireEachRecordOnce(owner: pg.Client, log: LogRow, size: number): Promise<void> {
  const { rows } = await owner.query<Record<string, string>>(
    `SELECT
       (SELECT count(*) FROM log_entry WHERE village_id = $1 AND generation = $2) AS entries,
       (SELECT count(DISTINCT entry_index) FROM log_entry WHERE village_id = $1 AND generation = $2 AND entry_index < $3) AS indices,
       (SELECT count(*) FROM record WHERE village_id = $1) AS records,
       (SELECT count(*) FROM (SELECT record_id FROM log_entry WHERE village_id = $1 AND generation = $2
         UNION ALL SELECT record_id FROM record_pending WHERE village_id = $1) AS known) AS known,
       (SELECT count(*) FROM (SELECT record_id FROM log_entry WHERE village_id = $1 AND generation = $2
         UNION SELECT record_id FROM record_pending WHERE village_id = $1) AS known) AS distinct_known`,
    [log.villageId, log.generation, size],
  )
  const { entries, indices, records, known, distinct_known: distinct } = rows[0] ?? {}
  if (Number(entries) !== size || Number(indices) !== size)
    throw new Error(`${entries} entries with ${indices} indices in a log of ${size}`)
  if (known !== records || distinct !== records)
    throw new Error(`${records} records, ${known} in the log or queued, ${distinct} distinct`)
}

function pathOf(index: number, width: number): string {
  const name =
    index < 1000
      ? String(index).padStart(3, '0')
      : `x${String(Math.floor(index / 1000)).padStart(3, '0')}/${String(index % 1000).padStart(3, '0')}`
  return width === 256 ? name : `${name}.p/${width}`
}
