import { parseCheckpoint, parseNote } from '@azalea/tlog'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createTestDatabase, useTestDatabase, type TestDatabase } from '../../../test/database.ts'
import {
  appendRecords,
  checkWholeLog,
  foundBareVillage,
  LOG_START,
  logKeyring,
  openTestLog,
  openTestWitness,
  PUBLIC_URL,
  type TestWitness,
} from '../../../test/log-village.ts'
import { ManualClock, systemClock } from '../../platform/clock.ts'
import type { Db } from '../../platform/database/database.ts'
import { selectHead } from './head.store.ts'
import { selectLogs, type LogRow } from './log.store.ts'
import { noWitnesses, type WitnessPolicy } from './policy.ts'
import { readPlace } from './read-place.ts'
import { readStatus } from './read-status.ts'
import { runSequencers } from './run-sequencers.ts'
import { Sequencer, type SequencerParts } from './sequencer.ts'
import { steps, type Step } from './steps.ts'

/** A village of its own for each test, all in one database. */
let village = ''
let villages = 0
let test: TestDatabase
let clock: ManualClock
let log: LogRow
let faults: unknown[]
let witnesses: WitnessPolicy
let running: TestWitness[]

beforeAll(async () => {
  test = await createTestDatabase()
})
afterAll(() => test.close())
beforeEach(async () => {
  villages += 1
  village = `3301091${String(villages).padStart(5, '0')}`
  clock = new ManualClock(LOG_START)
  faults = []
  running = []
  witnesses = noWitnesses
  await foundBareVillage(test.owner, village)
  log = await openTestLog(test.database, village)
})
afterEach(async () => {
  for (const witness of running) await witness.close()
})

function sequencer(change: Partial<SequencerParts> = {}): Sequencer {
  const parts: SequencerParts = {
    database: test.database,
    clock,
    keyring: logKeyring,
    publicUrl: PUBLIC_URL,
    witnesses: () => witnesses,
    onFault: (error) => void faults.push(error),
    ...change,
  }
  return new Sequencer(parts, village)
}

const append = (count: number) => appendRecords(test.owner, village, count)
const head = () => test.database.inVillage(village, (db) => selectHead(db, log))
const check = (signed: string[] = []) =>
  checkWholeLog(test.database, test.owner, log, { witnesses, signed })

/** Two real witnesses, of which `threshold` must cosign. */
async function watch(threshold: 1 | 2): Promise<void> {
  running = [await openTestWitness('committee', log), await openTestWitness('office', log)]
  witnesses = {
    witnesses: running.map(({ policy }) => policy),
    groups: [{ name: 'both', threshold, members: ['committee', 'office'] }],
    quorum: 'both',
  }
}

describe('sequencing', () => {
  it('gives every record one index, in batches, and publishes each head', async () => {
    const one = sequencer({ batchSize: 300 })
    await append(1)
    expect(await one.tick()).toBe('worked')
    expect(await check()).toEqual({ size: 1, publishedSize: 1 })
    await append(700)
    for (let size = 301; size < 700; size += 300) {
      expect(await one.tick()).toBe('full')
      expect(await check()).toEqual({ size, publishedSize: size })
    }
    expect(await one.tick()).toBe('worked')
    expect(await one.tick()).toBe('idle')
    expect(await check()).toEqual({ size: 701, publishedSize: 701 })
    expect(faults).toEqual([])
  })

  it('goes on from what is stored after a restart', async () => {
    for (const count of [255, 1, 1, 511, 40]) {
      await append(count)
      const one = sequencer()
      await one.tick()
      await one.release()
    }
    expect(await check()).toEqual({ size: 808, publishedSize: 808 })
  })

  it('publishes again within ten minutes, and an empty log at once', async () => {
    const one = sequencer()
    expect(await one.tick()).toBe('idle')
    expect((await head())?.published).toMatchObject({ size: 0, at: LOG_START })
    clock.advanceMinutes(5)
    await one.tick()
    expect((await head())?.published?.at).toEqual(LOG_START)
    clock.advanceMinutes(4.5)
    await one.tick()
    expect((await head())?.published?.at).toEqual(clock.now())
  })

  it('keeps one partial tile of each place, and serves narrower ones from it', async () => {
    const one = sequencer()
    for (let i = 0; i < 5; i++) {
      await append(60)
      await one.tick()
    }
    const { rows } = await test.owner.query(
      'SELECT path, width FROM log_tile WHERE village_id = $1 ORDER BY path COLLATE "C", width',
      [village],
    )
    expect(rows).toEqual([
      { path: 'tile/0/000', width: 256 },
      { path: 'tile/0/001', width: 44 },
      { path: 'tile/1/000', width: 1 },
      { path: 'tile/entries/000', width: 256 },
      { path: 'tile/entries/001', width: 44 },
    ])
  })
})

describe('running sequencers', () => {
  it('take in what comes and let go of the logs when they stop', async () => {
    // Alone in its database: these look after every village that there is.
    const { database, owner } = await useTestDatabase()
    await foundBareVillage(owner, village)
    const parts: SequencerParts = {
      database,
      clock: systemClock,
      keyring: logKeyring,
      publicUrl: PUBLIC_URL,
      witnesses: () => noWitnesses,
      onFault: (error) => void faults.push(error),
    }
    const sequencers = runSequencers(parts)
    await appendRecords(owner, village, 5)
    const publishedSize = async () =>
      (await database.inVillage(village, (db) => selectHead(db, log)))?.published?.size
    await expect.poll(publishedSize, { timeout: 10_000 }).toBe(5)
    await sequencers.stop()
    await appendRecords(owner, village, 5)
    expect(await new Sequencer(parts, village).tick()).toBe('worked')
    expect(faults).toEqual([])
  })
})

describe('the server’s role', () => {
  it('cannot change or remove what stands in the log', async () => {
    const one = sequencer()
    await append(300)
    await one.tick()
    const asApp = async (statement: string) => {
      await test.owner.query(
        `BEGIN; SET LOCAL ROLE azalea_app; SET LOCAL azalea.village_id = '${village}'`,
      )
      const result = await test.owner.query(statement).catch((error: Error) => error.message)
      await test.owner.query('ROLLBACK')
      return typeof result === 'string' ? 'refused' : result.rowCount
    }
    for (const table of ['log_entry', 'log_tile', 'log_checkpoint'])
      expect(await asApp(`UPDATE ${table} SET village_id = village_id`)).toBe('refused')
    for (const table of ['log', 'log_head', 'log_entry', 'log_checkpoint'])
      expect(await asApp(`DELETE FROM ${table}`)).toBe('refused')
    expect(await asApp('UPDATE log SET wrapped_seed = wrapped_seed')).toBe('refused')
    expect(await asApp('DELETE FROM log_tile WHERE width = 256')).toBe(0)
  })
})

describe('witnesses', () => {
  it('have their cosignatures on what is published', async () => {
    await watch(2)
    await append(10)
    const one = sequencer()
    await one.tick()
    const first = (await head())?.published?.note ?? ''
    expect(parseNote(first).signatures.map(({ name }) => name)).toEqual([
      log.origin,
      'witness.example/committee',
      'witness.example/office',
    ])
    await append(300)
    await one.tick()
    expect(await check()).toEqual({ size: 310, publishedSize: 310 })
  })

  it('that are missing hold up nothing while the quorum holds, and are asked again', async () => {
    await watch(1)
    await running[1]?.stop()
    await append(10)
    const one = sequencer()
    await one.tick()
    const names = async () =>
      parseNote((await head())?.published?.note ?? '').signatures.map(({ name }) => name)
    expect(await names()).toEqual([log.origin, 'witness.example/committee'])
    await running[1]?.restart()
    clock.advanceMinutes(0.2)
    await one.tick()
    expect(await names()).toHaveLength(3)
  })

  it('that stop are missed within half a minute, though nothing new is published', async () => {
    await watch(1)
    await append(10)
    const one = sequencer()
    await one.tick()
    const office = async () => {
      clock.advanceMinutes(0.4)
      await one.tick()
      const read = (db: Db) => readStatus(db, village, witnesses, clock.now())
      return (await test.database.inVillage(village, read)).witnesses[1]
    }
    expect(await office()).toMatchObject({ absentSince: null })
    await running[1]?.stop()
    const absentSince = new Date(clock.now().getTime() + 24_000).toISOString()
    for (let time = 0; time < 2; time++)
      expect(await office()).toMatchObject({ seenAt: expect.any(String), absentSince })
    await running[1]?.restart()
    expect(await office()).toMatchObject({ absentSince: null })
  })

  it('have seen a record when they cosigned its first checkpoint, or the current one', async () => {
    await watch(1)
    const [recordId = ''] = await append(1)
    const one = sequencer()
    const record = { recordId, recordedAt: LOG_START }
    const read = (db: Db) => readPlace(db, village, record, { now: clock.now(), witnesses })
    const witnessesOf = async () =>
      (await test.database.inVillage(village, read)).witnesses.map(({ name }) => name).toSorted()
    await running[1]?.stop()
    await one.tick()
    expect(await witnessesOf()).toEqual(['committee'])
    await running[0]?.stop()
    await running[1]?.restart()
    await append(1)
    await one.tick()
    expect(await witnessesOf()).toEqual(['committee', 'office'])
  })

  it('stop the publishing when too few answer, and the alarm ends when they are back', async () => {
    await watch(2)
    const one = sequencer()
    await append(10)
    await one.tick()
    await running[0]?.stop()
    await append(10)
    await one.tick()
    expect(await head()).toMatchObject({
      head: { size: 20 },
      published: { size: 10 },
      alarm: { kind: 'no_quorum', detail: expect.stringContaining('committee') },
    })
    await running[0]?.restart()
    clock.advanceMinutes(0.2)
    await one.tick()
    expect(await head()).toMatchObject({ published: { size: 20 }, alarm: null })
    expect(faults).toEqual([])
  })
})

describe('a start', () => {
  const refusal = async () => {
    const one = sequencer()
    const tick = await one.tick()
    return { tick, alarm: (await head())?.alarm }
  }

  it('refuses to sign when the head is behind what was published', async () => {
    const one = sequencer()
    await append(300)
    await one.tick()
    await append(100)
    await one.tick()
    await one.release()
    // As an old copy of the head's row would have it.
    const { rows } = await test.owner.query(
      'SELECT note FROM log_checkpoint WHERE village_id = $1 AND tree_size = 300',
      [village],
    )
    const { rootHash } = parseCheckpoint(parseNote(rows[0].note).text)
    await test.owner.query(
      'UPDATE log_head SET tree_size = 300, root_hash = $1, published_size = 300, published_note = $2 WHERE village_id = $3',
      [Buffer.from(rootHash), rows[0].note, village],
    )
    expect(await refusal()).toMatchObject({
      tick: 'stopped',
      alarm: { kind: 'refused', detail: expect.stringContaining('400') },
    })
    expect(faults).toHaveLength(1)
  })

  it('refuses to sign when the head is behind what a witness has seen', async () => {
    await watch(1)
    const one = sequencer()
    await append(300)
    await one.tick()
    await one.release()
    // As a backup from before those entries would have it.
    for (const table of ['log_entry', 'log_tile', 'log_checkpoint'])
      await test.owner.query(`DELETE FROM ${table} WHERE village_id = '${village}'`)
    await test.owner.query(
      `UPDATE log_head SET tree_size = 0, root_hash = sha256(''), published_size = NULL, published_note = NULL
       WHERE village_id = '${village}'`,
    )
    expect(await refusal()).toMatchObject({
      tick: 'stopped',
      alarm: { kind: 'refused', detail: expect.stringContaining('seen by committee') },
    })
  })

  it.each([
    ['tile/0/000', 'a leaf tile'],
    ['tile/1/000', 'a tile above'],
  ])('refuses to sign when one byte of %s is another', async (path) => {
    const one = sequencer()
    await append(600)
    await one.tick()
    await one.release()
    await test.owner.query(
      `UPDATE log_tile SET bytes = set_byte(bytes, 5, get_byte(bytes, 5) # 1) WHERE path = $1 AND village_id = $2`,
      [path, village],
    )
    expect(await refusal()).toMatchObject({ tick: 'stopped', alarm: { kind: 'refused' } })
    // Read-only: what comes now is kept, and waits.
    await append(5)
    expect(await sequencer().tick()).toBe('waiting')
    expect((await head())?.head.size).toBe(600)
  })
})

describe('a failure at a step', () => {
  it.each(steps)('%s: loses nothing, signs no fork, and the next tick goes on', async (failing) => {
    await watch(1)
    let armed = false
    const signed: string[] = []
    const atStep = async (step: Step) => {
      if (step === 'signed') signed.push(await signedText())
      if (armed && step === failing) throw new Error(`failed at ${step}`)
    }
    const signedText = async () => {
      const { size, rootHash } = (await head())!.head
      return `${log.origin}\n${size}\n${Buffer.from(rootHash).toString('base64')}\n`
    }
    const one = sequencer({ atStep, batchSize: 200 })
    await append(450)
    await one.tick()
    armed = true
    await expect(one.tick()).rejects.toThrow(`failed at ${failing}`)
    armed = false
    await check(signed)
    while ((await one.tick()) !== 'idle');
    expect(await check(signed)).toEqual({ size: 450, publishedSize: 450 })
    expect(faults).toEqual([])
  })
})

describe('two processes on one log', () => {
  it('take turns: the second waits until the first lets go', async () => {
    const [first, second] = [sequencer(), sequencer()]
    await append(10)
    expect(await first.tick()).toBe('worked')
    await append(10)
    expect(await second.tick()).toBe('waiting')
    await first.release()
    expect(await second.tick()).toBe('worked')
    expect(await check()).toEqual({ size: 20, publishedSize: 20 })
  })

  it('fence off the one whose lease ran out', async () => {
    const [first, second] = [sequencer(), sequencer()]
    await append(10)
    await first.tick()
    clock.advanceMinutes(1)
    await append(10)
    expect(await second.tick()).toBe('worked')
    await append(10)
    expect(await first.tick()).toBe('waiting')
    expect(await second.tick()).toBe('worked')
    expect(await check()).toEqual({ size: 30, publishedSize: 30 })
    expect(await test.database.inVillage(village, (db) => selectLogs(db, village))).toHaveLength(1)
  })
})
