import { decodeEntryBundle, parseCheckpoint, parseNote } from '@azalea/tlog'
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest'
import {
  appendRecords,
  checkWholeLog,
  LOG_START,
  logKeyring,
  openTestLog,
  openTestWitness,
  PUBLIC_URL,
} from '../../../test/log-village.ts'
import { noTrace } from './checkpoint-trace.ts'
import { createTestServer, VILLAGE, OTHER_VILLAGE, type TestServer } from '../../../test/server.ts'
import { ManualClock } from '../../platform/clock.ts'
import { openDatabase, type Database } from '../../platform/database/database.ts'
import { selectHead } from './head.store.ts'
import { selectLogs } from './log.store.ts'
import type { WitnessPolicy } from './policy.ts'
import { readTileBytes } from './read-log.ts'
import { recoverLog, type RecoveryParts } from './recover-log.ts'
import { Sequencer } from './sequencer.ts'

let test: TestServer
let ownerDatabase: Database
beforeAll(async () => {
  test = await createTestServer()
  ownerDatabase = openDatabase(test.connection, { asOwner: true, maxConnections: 2 })
})
afterAll(async () => {
  await ownerDatabase.close()
  await test.close()
})

/** A log of 600 entries that a witness has seen and nobody holds. */
async function openDamaged(villageId: string, damage: string) {
  const clock = new ManualClock(LOG_START)
  const log = await openTestLog(test.database, villageId)
  const witness = await openTestWitness('committee', log)
  onTestFinished(() => witness.close())
  let witnesses: WitnessPolicy = { witnesses: [witness.policy], groups: [], quorum: 'committee' }
  const parts: RecoveryParts = {
    database: test.database,
    ownerDatabase,
    trace: noTrace,
    clock,
    keyring: logKeyring,
    publicUrl: PUBLIC_URL,
    witnesses: () => witnesses,
    act: test.server.act,
  }
  const faults: unknown[] = []
  const sequencer = () =>
    new Sequencer({ ...parts, onFault: (error) => void faults.push(error) }, villageId)
  await appendRecords(test.owner, villageId, 600)
  const first = sequencer()
  while ((await first.tick()) !== 'idle');
  await first.release()
  await test.owner.query(damage.replaceAll('$village', `'${villageId}'`))
  expect(await sequencer().tick()).toBe('stopped')
  expect(faults).toHaveLength(1)
  clock.advanceMinutes(2)
  const watch = (policy: WitnessPolicy) => {
    witnesses = policy
  }
  return { log, parts, sequencer, watch, witnesses: () => witnesses }
}

it('rebuilds tiles and bundles from the records when they lead to what was signed', async () => {
  const { log, parts, sequencer, witnesses } = await openDamaged(
    VILLAGE,
    `UPDATE log_tile SET bytes = set_byte(bytes, 3, get_byte(bytes, 3) # 4)
     WHERE village_id = $village AND width = 256`,
  )
  expect(await recoverLog(parts, VILLAGE, { retire: false })).toEqual({
    kind: 'rebuilt',
    origin: log.origin,
    size: 600,
  })
  await appendRecords(test.owner, VILLAGE, 10)
  expect(await sequencer().tick()).toBe('worked')
  const check = { witnesses: witnesses(), signed: [] }
  expect(await checkWholeLog(test.database, test.owner, log, check)).toMatchObject({ size: 610 })
})

it('retires a log that a witness has seen more of, and begins one that carries its end', async () => {
  const { log, parts, sequencer, watch } = await openDamaged(
    OTHER_VILLAGE,
    // As a backup from before the last entries would have it.
    `DELETE FROM log_entry WHERE village_id = $village AND entry_index >= 512;
     DELETE FROM log_tile WHERE village_id = $village;
     UPDATE log_head SET tree_size = 0, root_hash = sha256(''), published_size = NULL, published_note = NULL WHERE village_id = $village;
     DELETE FROM log_checkpoint WHERE village_id = $village`,
  )
  await expect(recoverLog(parts, OTHER_VILLAGE, { retire: false })).rejects.toMatchObject({
    code: 'behind',
    message: 'the log holds 512 entries; 600 are seen by committee',
  })
  const { kind, origin } = await recoverLog(parts, OTHER_VILLAGE, { retire: true })
  expect([kind, origin]).toEqual(['retired', `${log.origin}/2`])

  const logs = await test.database.inVillage(OTHER_VILLAGE, (db) => selectLogs(db, OTHER_VILLAGE))
  expect(logs.map(({ retiredAt }) => retiredAt !== null)).toEqual([true, false])
  const next = logs[1]!
  const witness = await openTestWitness('committee', next)
  onTestFinished(() => witness.close())
  const policy = { witnesses: [witness.policy], groups: [], quorum: 'committee' }
  watch(policy)
  const one = sequencer()
  expect(await one.tick()).toBe('worked')
  const firstEntry = await test.database.inVillage(OTHER_VILLAGE, async (db) => {
    expect((await selectHead(db, next))?.published?.size).toBe(1)
    return decodeEntryBundle(await readTileBytes(db, next, 'tile/entries/000.p/1'), 1)[0]!
  })
  const leaf = JSON.parse(Buffer.from(firstEntry).toString())
  expect([leaf.kind, leaf.public.previous.origin]).toEqual(['log.begun', log.origin])
  expect(parseCheckpoint(parseNote(leaf.public.previous.checkpoint).text).size).toBe(600)
  while ((await one.tick()) !== 'idle');
  const check = { witnesses: policy, signed: [] }
  expect(await checkWholeLog(test.database, test.owner, next, check)).toEqual({
    size: 601,
    publishedSize: 601,
  })
})
