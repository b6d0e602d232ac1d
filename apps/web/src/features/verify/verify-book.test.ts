import type { CryptoSuite } from '@azalea/tlog'
import { beforeAll, describe, expect, it } from 'vitest'
import { openCryptoSuite } from './crypto-suite.ts'
import type { SeenBook } from './seen-book.ts'
import { createTestLog, type TestLog } from './test-log.ts'
import { verifyBook } from './verify-book.ts'

let suite: CryptoSuite
beforeAll(async () => {
  suite = await openCryptoSuite()
})

/** What a device keeps that has seen this log as it is published now. */
async function seenNow(log: TestLog): Promise<SeenBook> {
  const checkpoint = await log.pieces.readCheckpoint()
  return { policy: log.policy, checkpoint, seenAt: '2026-04-02T00:00:00Z' }
}

describe('a book that only grew', () => {
  it('holds at first sight, and names who witnessed it', async () => {
    const log = await createTestLog()
    log.append(300)
    await log.publish()
    const report = await verifyBook(suite, log.pieces, null)
    expect(report).toMatchObject({
      state: 'holds',
      before: null,
      book: { checkpoint: { size: 300 }, witnessesNeeded: 1 },
    })
  })

  it.each([
    [1, 1],
    [255, 2],
    [256, 1],
    [300, 700],
    [1000, 0],
  ])('holds after %i and %i more entries', async (first, more) => {
    const log = await createTestLog()
    log.append(first)
    await log.publish()
    const seen = await seenNow(log)
    log.append(more)
    await log.publish()
    const report = await verifyBook(suite, log.pieces, seen)
    expect(report).toMatchObject({ state: 'holds', before: { size: first } })
  })

  it('says which witness is missing, and holds while the rest is enough', async () => {
    const log = await createTestLog(1)
    log.append(3)
    await log.publish(['agriculture-office'])
    const report = await verifyBook(suite, log.pieces, null)
    expect(report).toMatchObject({
      state: 'holds',
      book: {
        witnesses: [
          { name: 'village-committee', at: null },
          { name: 'agriculture-office', at: expect.any(Date) },
        ],
      },
    })
  })

  it('does not hold with fewer witnesses than the policy asks for', async () => {
    const log = await createTestLog(2)
    log.append(3)
    await log.publish(['agriculture-office'])
    expect(await verifyBook(suite, log.pieces, null)).toMatchObject({ state: 'too_few_witnesses' })
  })
})

describe('a book that was tampered with', () => {
  it('shouts when an entry was exchanged for another, though all is signed', async () => {
    const log = await createTestLog()
    log.append(300)
    await log.publish()
    const seen = await seenNow(log)
    log.forget(1)
    log.appendOther(600)
    await log.publish()
    const report = await verifyBook(suite, log.pieces, seen)
    expect(report).toMatchObject({ state: 'forked', before: { size: 300 } })
  })

  it('shouts when another tree of the same size is signed', async () => {
    const log = await createTestLog()
    log.append(10)
    await log.publish()
    const seen = await seenNow(log)
    log.forget(1)
    log.appendOther(1)
    await log.publish()
    expect(await verifyBook(suite, log.pieces, seen)).toMatchObject({ state: 'forked' })
  })

  it('shouts when it has become shorter', async () => {
    const log = await createTestLog()
    log.append(10)
    await log.publish()
    const seen = await seenNow(log)
    log.forget(1)
    await log.publish()
    const report = await verifyBook(suite, log.pieces, seen)
    expect(report).toMatchObject({ state: 'shrunk', before: { size: 10 } })
  })

  it('tells spoilt tiles from a fork: they prove nothing', async () => {
    const log = await createTestLog()
    log.append(300)
    await log.publish()
    const seen = await seenNow(log)
    log.append(300)
    await log.publish()
    for (const bytes of log.tiles.values()) bytes[0] = (bytes[0] ?? 0) ^ 1
    expect(await verifyBook(suite, log.pieces, seen)).toMatchObject({ state: 'broken_tiles' })
  })

  it('refuses a checkpoint with one changed number', async () => {
    const log = await createTestLog()
    log.append(10)
    const note = await log.publish()
    const pieces = { ...log.pieces, readCheckpoint: async () => note.replace('\n10\n', '\n11\n') }
    expect(await verifyBook(suite, pieces, null)).toEqual({
      state: 'unsigned',
      reason: 'bad_signature',
    })
  })

  it('shouts when it asks to trust other keys, and says which', async () => {
    const log = await createTestLog()
    const other = await createTestLog()
    log.append(1)
    await log.publish()
    other.append(1)
    await other.publish()
    const report = await verifyBook(suite, other.pieces, await seenNow(log))
    expect(report).toMatchObject({
      state: 'policy_changed',
      change: {
        log: true,
        gone: [],
        added: [],
        rekeyed: ['village-committee', 'agriculture-office'],
        quorum: false,
      },
    })
  })

  it('does not mind that a witness has moved to another address', async () => {
    const log = await createTestLog()
    log.append(1)
    await log.publish()
    const seen = await seenNow(log)
    const moved = log.policy.replace(/^(witness .+)$/m, '$1 http://127.0.0.1:9/')
    const pieces = { ...log.pieces, readPolicy: async () => moved }
    expect(await verifyBook(suite, pieces, seen)).toMatchObject({ state: 'holds' })
  })
})
