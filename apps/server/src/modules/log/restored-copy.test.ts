import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../../../test/database.ts'
import {
  appendRecords,
  foundBareVillage,
  LOG_START,
  logKeyring,
  openTestLog,
  PUBLIC_URL,
} from '../../../test/log-village.ts'
import { ManualClock } from '../../platform/clock.ts'
import { checkQueue } from './check-leaves.store.ts'
import { noTrace, openTrace, type CheckpointTrace } from './checkpoint-trace.ts'
import { selectHead } from './head.store.ts'
import type { LogRow } from './log.store.ts'
import { noWitnesses } from './policy.ts'
import { Sequencer } from './sequencer.ts'

let test: TestDatabase
let folder: string
let trace: CheckpointTrace
let village = ''
let villages = 0
let log: LogRow
let faults: unknown[]

beforeAll(async () => {
  test = await createTestDatabase()
  folder = await mkdtemp(join(tmpdir(), 'azalea-trace-'))
  trace = openTrace(folder)
})
afterAll(async () => {
  await test.close()
  await rm(folder, { recursive: true, force: true })
})
beforeEach(async () => {
  villages += 1
  village = `3301092${String(villages).padStart(5, '0')}`
  faults = []
  await foundBareVillage(test.owner, village)
  log = await openTestLog(test.database, village)
})

const start = (kept: CheckpointTrace) =>
  new Sequencer(
    {
      database: test.database,
      clock: new ManualClock(LOG_START),
      keyring: logKeyring,
      publicUrl: PUBLIC_URL,
      witnesses: () => noWitnesses,
      trace: kept,
      onFault: (error) => void faults.push(error),
    },
    village,
  )
const head = () => test.database.inVillage(village, (db) => selectHead(db, log))

/** Publishes 300 entries and then 400, and leaves the database as it was at 300. */
async function restoreOlderCopy(): Promise<void> {
  const one = start(trace)
  await appendRecords(test.owner, village, 300)
  await one.tick()
  const { rows } = await test.owner.query('SELECT * FROM log_head WHERE village_id = $1', [village])
  await appendRecords(test.owner, village, 100)
  await one.tick()
  await one.release()
  const { tree_size, root_hash, published_size, published_note, published_at } = rows[0]
  await test.owner.query(
    'UPDATE log_head SET tree_size = $2, root_hash = $3, published_size = $4, published_note = $5, published_at = $6 WHERE village_id = $1',
    [village, tree_size, root_hash, published_size, published_note, published_at],
  )
  for (const statement of [
    'DELETE FROM log_checkpoint WHERE village_id = $1 AND tree_size > 300',
    'DELETE FROM record WHERE village_id = $1 AND record_id IN (SELECT record_id FROM log_entry WHERE village_id = $1 AND entry_index >= 300)',
    'DELETE FROM log_entry WHERE village_id = $1 AND entry_index >= 300',
  ])
    await test.owner.query(statement, [village])
}

it('an older copy of the database that is restored beside its trace is not signed for', async () => {
  await restoreOlderCopy()
  expect(await start(trace).tick()).toBe('stopped')
  const detail = 'the log holds 300 entries; 400 are in the trace beside the database'
  expect((await head())?.alarm).toMatchObject({ kind: 'refused', detail })
  expect(faults).toHaveLength(1)
})

it('goes on where neither a trace nor a witness was outside: nobody can notice', async () => {
  await restoreOlderCopy()
  expect(await start(noTrace).tick()).not.toBe('stopped')
})

it('a trace that cannot be written is told and holds up nothing', async () => {
  await appendRecords(test.owner, village, 3)
  const broken = { ...noTrace, write: () => Promise.reject(new Error('no room')) }
  expect(await start(broken).tick()).toBe('worked')
  expect((await head())?.published?.size).toBe(3)
  expect(faults).toEqual([new Error('no room')])
})

it('a record that is neither queued nor in the log is found at the start', async () => {
  const [first = ''] = await appendRecords(test.owner, village, 3)
  const check = () => test.database.inVillage(village, (db) => checkQueue(db, village))
  expect(await check()).toEqual([])
  await start(trace).tick()
  expect(await check()).toEqual([])
  await test.owner.query('DELETE FROM log_entry WHERE record_id = $1', [first])
  expect(await check()).toEqual([{ recordId: first }])
})
