import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
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
import { selectHead } from './head.store.ts'
import type { LogRow } from './log.store.ts'
import { noWitnesses } from './policy.ts'
import { readStatus } from './read-status.ts'
import { Sequencer, type SequencerParts } from './sequencer.ts'

/** A village of its own for each test, all in one database. */
let village = ''
let villages = 0
let test: TestDatabase
let clock: ManualClock
let log: LogRow

beforeAll(async () => {
  test = await createTestDatabase()
})
afterAll(() => test.close())
beforeEach(async () => {
  villages += 1
  village = `3301091${String(villages).padStart(5, '0')}`
  clock = new ManualClock(LOG_START)
  await foundBareVillage(test.owner, village)
  log = await openTestLog(test.database, village)
})

const sequencer = (change: Partial<SequencerParts> = {}) =>
  new Sequencer(
    {
      database: test.database,
      clock,
      keyring: logKeyring,
      publicUrl: PUBLIC_URL,
      witnesses: () => noWitnesses,
      onFault: (error) => {
        throw error
      },
      ...change,
    },
    village,
  )
const append = (count: number) => appendRecords(test.owner, village, count)
const head = () => test.database.inVillage(village, (db) => selectHead(db, log))

describe('a clock that ran ahead', () => {
  const DAY_MINUTES = 24 * 60
  const status = () =>
    test.database.inVillage(village, (db) => readStatus(db, village, noWitnesses, clock.now()))

  it('leaves no lease behind that keeps everybody out until its time has come', async () => {
    clock.advanceMinutes(DAY_MINUTES)
    await append(1)
    await sequencer().tick() // and is killed before it can let go
    clock.advanceMinutes(-DAY_MINUTES)
    await append(2)
    expect(await sequencer().tick()).toBe('worked')
    expect((await head())?.published).toMatchObject({ size: 3, at: clock.now() })
  })

  it('but a lease of a right clock holds for its whole length', async () => {
    await append(1)
    await sequencer({ leaseMilliseconds: 60_000 }).tick()
    clock.advanceMinutes(0.9)
    expect(await sequencer().tick()).toBe('waiting')
    clock.advanceMinutes(0.2)
    expect(await sequencer().tick()).not.toBe('waiting')
  })

  it('by a little takes no lease from a server that is right, nor loses its own', async () => {
    const [ahead, right] = [sequencer(), sequencer()]
    await append(1)
    clock.advanceMinutes(0.5)
    await ahead.tick()
    clock.advanceMinutes(-0.5)
    await append(1)
    expect(await right.tick()).toBe('waiting')
    clock.advanceMinutes(0.5)
    expect(await ahead.tick()).toBe('worked')
  })

  it('does not stop the sequencer that ran with it', async () => {
    const one = sequencer()
    clock.advanceMinutes(DAY_MINUTES)
    await append(1)
    await one.tick()
    clock.advanceMinutes(-DAY_MINUTES)
    expect(await one.tick()).toBe('idle')
    expect((await head())?.published?.at).toEqual(clock.now())
    await append(1)
    expect(await one.tick()).toBe('worked')
    expect((await head())?.published?.size).toBe(2)
  })

  it('or anything else that stops the publishing is told, whoever holds the lease', async () => {
    await append(1)
    await sequencer({ leaseMilliseconds: 86_400_000 }).tick() // alive, and doing nothing
    const publishedAt = clock.now().toISOString()
    expect(await status()).toMatchObject({ alarm: null })
    clock.advanceMinutes(11)
    expect(await sequencer().tick()).toBe('waiting')
    expect(await status()).toMatchObject({ alarm: { kind: 'stale', since: publishedAt } })
    clock.advanceMinutes(-DAY_MINUTES)
    expect(await status()).toMatchObject({ alarm: { kind: 'stale' } })
  })
})
