import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { parseVerifierKey } from '@azalea/tlog'
import pg from 'pg'
import { selectHead } from '../apps/server/src/modules/log/head.store.ts'
import { openLog } from '../apps/server/src/modules/log/log-signer.ts'
import type { LogRow } from '../apps/server/src/modules/log/log.store.ts'
import { logKeyOf, noWitnesses, type WitnessPolicy } from '../apps/server/src/modules/log/policy.ts'
import { runSequencers } from '../apps/server/src/modules/log/run-sequencers.ts'
import { Sequencer } from '../apps/server/src/modules/log/sequencer.ts'
import { systemClock } from '../apps/server/src/platform/clock.ts'
import { nodeSuite } from '../apps/server/src/platform/ed25519.ts'
import { systemRandomness } from '../apps/server/src/platform/identity.ts'
import { Keyring } from '../apps/server/src/platform/keyring.ts'
import { startWitness } from '../apps/witness/src/witness.ts'
import { masterKey, type BenchDatabase, type BenchPostgres } from './bench-server.ts'
import { quantile, round } from './measure.ts'

const VILLAGE = '330109102259'
const PUBLIC_URL = 'https://bench.example'
/** As many as the product takes at once, so that both sides commit equally often. */
const BATCH = 32 * 256
const keyring = new Keyring(masterKey, systemRandomness)

/** Sequencing to the signed checkpoint, beside bare inserts of the same bytes in the same run. */
export async function benchSequencing(postgres: BenchPostgres, entries: number): Promise<object> {
  const bench = await postgres.openDatabase()
  try {
    await openBenchLog(bench)
    await appendRecords(bench.owner, entries)
    await bench.owner.query('VACUUM ANALYZE record, record_pending')
    const bareSeconds = await timeBareInserts(bench, entries)
    const sequencer = new Sequencer(
      { ...dependencies(bench), witnesses: () => noWitnesses, onFault: fail },
      VILLAGE,
    )
    const began = performance.now()
    const rates: number[] = []
    for (let taken = 0; ; taken += BATCH) {
      const batchBegan = performance.now()
      if ((await sequencer.tick()) === 'idle') break
      if (taken + BATCH <= entries) rates.push((BATCH * 1000) / (performance.now() - batchBegan))
    }
    const seconds = (performance.now() - began) / 1000
    const head = await readHead(bench)
    if (head.published?.size !== entries) throw new Error(`published ${head.published?.size}`)
    return {
      entries,
      bytesAnEntry: await meanLeafBytes(bench.owner),
      entriesPerSecond: Math.round(entries / seconds),
      slowestBatchPerSecond: Math.round(Math.min(...rates)),
      'bare inserts': { entriesPerSecond: Math.round(entries / bareSeconds), ratio: 1 },
      ratio: round(bareSeconds / seconds),
    }
  } finally {
    await bench.close()
  }
}

/** From a commit to its receipt with two witnesses, at a steady rate. */
export async function benchReceipts(
  postgres: BenchPostgres,
  { perSecond, seconds }: { perSecond: number; seconds: number },
): Promise<object> {
  const bench = await postgres.openDatabase()
  const folder = await mkdtemp(join(tmpdir(), 'azalea-bench-witness-'))
  try {
    const log = await openBenchLog(bench)
    const { policy, stop } = await openWitnesses(log, folder)
    const sequencers = runSequencers({
      ...dependencies(bench),
      witnesses: () => policy,
      onFault: fail,
    })
    const committed: number[] = []
    const waits: number[] = []
    const total = perSecond * seconds
    const began = performance.now()
    const commit = (async () => {
      while (committed.length < total) {
        await appendRecords(bench.owner, 1)
        committed.push(performance.now())
        await sleep(Math.max(0, began + (committed.length * 1000) / perSecond - performance.now()))
      }
    })()
    while (waits.length < total) {
      const size = (await readHead(bench)).published?.size ?? 0
      const now = performance.now()
      // Ids are random here, so entries of one batch stand in any order; its last commit counts most.
      while (waits.length < Math.min(size, committed.length))
        waits.push(now - (committed[waits.length] ?? now))
      await sleep(10)
    }
    await commit
    await sequencers.stop()
    await stop()
    return {
      perSecond,
      records: total,
      witnesses: policy.witnesses.length,
      p50Milliseconds: Math.round(quantile(waits, 0.5)),
      p99Milliseconds: Math.round(quantile(waits, 0.99)),
    }
  } finally {
    await bench.close()
    await rm(folder, { recursive: true })
  }
}

function fail(error: unknown): never {
  throw error instanceof Error ? error : new Error(String(error))
}

function dependencies({ database }: BenchDatabase) {
  return { database, clock: systemClock, keyring, publicUrl: PUBLIC_URL }
}

async function openBenchLog({ owner, database }: BenchDatabase): Promise<LogRow> {
  await owner.query(
    `INSERT INTO village (village_id, name, town_name, opt_in_text, created_at) VALUES ($1, '村', '镇', '', now())`,
    [VILLAGE],
  )
  const village = { villageId: VILLAGE, publicUrl: PUBLIC_URL }
  return database.inVillage(VILLAGE, (db) => openLog(db, keyring, village, new Date()))
}

/** Leaves as long as those of awards; ids that sort by time, as the product's do. */
async function appendRecords(owner: pg.Client, count: number): Promise<void> {
  await owner.query(
    `WITH made AS (
       SELECT overlay(overlay(md5(random()::text)
           PLACING lpad(to_hex((extract(epoch FROM clock_timestamp()) * 1000)::bigint), 12, '0') FROM 1)
           PLACING '7' FROM 13)::uuid AS id, n
       FROM generate_series(1, $2::int) AS n
     ), appended AS (
       INSERT INTO record (village_id, record_id, kind, recorded_at, leaf)
       SELECT $1, id, 'award.final', clock_timestamp(),
         convert_to('{"at":"2026-03-02","commitments":["' || repeat(md5(id::text), 1) || md5(id::text || 'b') || '"],"id":"' || md5(id::text || 'c')
           || '","kind":"award.final","public":{"award":"' || md5(id::text || 'd') || '","earner":"' || md5(id::text || 'e')
           || '","household":"' || md5(id::text || 'f') || '","item":"patrol","pointsHundredths":1250,"sheet":"' || md5(id::text || 'g')
           || md5(id::text || 'h') || '"},"v":1,"village":"' || $1 || '"}', 'UTF8')
       FROM made RETURNING village_id, record_id
     ) INSERT INTO record_pending SELECT village_id, record_id FROM appended`,
    [VILLAGE, count],
  )
}

async function meanLeafBytes(owner: pg.Client): Promise<number> {
  const { rows } = await owner.query<{ mean: string }>(
    'SELECT avg(length(leaf)) AS mean FROM record',
  )
  return Math.round(Number(rows[0]?.mean))
}

/** The same bytes, a row each with its index as the key, in the same batches, each on disk. */
async function timeBareInserts({ owner, connection }: BenchDatabase, entries: number) {
  await owner.query(
    'CREATE TABLE bare (village_id text, entry_index bigint, leaf bytea, PRIMARY KEY (village_id, entry_index))',
  )
  const client = new pg.Client({ ...connection })
  await client.connect()
  const { rows } = await client.query<{ leaf: Buffer }>('SELECT leaf FROM record LIMIT $1', [BATCH])
  const leaves = rows.map(({ leaf }) => leaf)
  const began = performance.now()
  for (let at = 0; at < entries; at += BATCH)
    await client.query({
      name: 'bare',
      text: 'INSERT INTO bare SELECT $1, $2 + place - 1, leaf FROM unnest($3::bytea[]) WITH ORDINALITY AS new (leaf, place)',
      values: [VILLAGE, at, leaves.slice(0, Math.min(BATCH, entries - at))],
    })
  const seconds = (performance.now() - began) / 1000
  await client.end()
  await owner.query('DROP TABLE bare')
  return seconds
}

async function readHead({ database }: BenchDatabase) {
  const row = await database.inVillage(VILLAGE, (db) =>
    selectHead(db, { villageId: VILLAGE, generation: 1 }),
  )
  if (row === null) throw new Error('no head')
  return row
}

async function openWitnesses(
  log: LogRow,
  folder: string,
): Promise<{ policy: WitnessPolicy; stop: () => Promise<void> }> {
  const names = ['committee', 'office']
  const started = await Promise.all(
    names.map((name) =>
      startWitness({
        name: `bench.example/${name}`,
        host: '127.0.0.1',
        port: 0,
        stateDir: join(folder, name),
        logs: [{ origin: log.origin, keys: [logKeyOf(log)] }],
      }),
    ),
  )
  const witnesses = started.map(({ url, vkey }, index) => ({
    name: names[index] ?? '',
    key: parseVerifierKey(nodeSuite.sha256, vkey),
    url,
  }))
  return {
    policy: { witnesses, groups: [{ name: 'both', threshold: 2, members: names }], quorum: 'both' },
    stop: async () => {
      for (const witness of started) await witness.stop()
    },
  }
}
