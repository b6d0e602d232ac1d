import type { CryptoSuite } from '@azalea/tlog'
import { beforeAll, describe, expect, it } from 'vitest'
import { acceptedLog, type SeenLog } from './seen-log.ts'
import { createTestLog, testSuite, type TestLog } from '../../test/test-log.ts'
import { verifyLog } from './verify-log.ts'

let suite: CryptoSuite
beforeAll(async () => {
  suite = testSuite
})

/** What a device keeps that has seen this log as it is published now. */
async function seenNow(log: TestLog): Promise<SeenLog> {
  const checkpoint = await log.pieces.readCheckpoint()
  return { policy: log.policy, checkpoint, seenAt: '2026-04-02T00:00:00Z' }
}

describe('a log that only grew', () => {
  it('holds at first sight, and names who witnessed it', async () => {
    const log = await createTestLog()
    log.append(300)
    await log.publish()
    const report = await verifyLog(suite, log.pieces, null)
    expect(report).toMatchObject({
      state: 'holds',
      before: null,
      head: { checkpoint: { size: 300 }, witnessesNeeded: 1 },
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
    const report = await verifyLog(suite, log.pieces, seen)
    expect(report).toMatchObject({ state: 'holds', before: { size: first } })
  })

  it('says which witness is missing, and holds while the rest is enough', async () => {
    const log = await createTestLog(1)
    log.append(3)
    await log.publish(['agriculture-office'])
    const report = await verifyLog(suite, log.pieces, null)
    expect(report).toMatchObject({
      state: 'holds',
      head: {
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
    expect(await verifyLog(suite, log.pieces, null)).toMatchObject({ state: 'too_few_witnesses' })
  })
})

describe('a log that was tampered with', () => {
  it('shouts when an entry was exchanged for another, though all is signed', async () => {
    const log = await createTestLog()
    log.append(300)
    await log.publish()
    const seen = await seenNow(log)
    log.forget(1)
    log.appendOther(600)
    await log.publish()
    const report = await verifyLog(suite, log.pieces, seen)
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
    expect(await verifyLog(suite, log.pieces, seen)).toMatchObject({ state: 'forked' })
  })

  it('shouts when it has become shorter', async () => {
    const log = await createTestLog()
    log.append(10)
    await log.publish()
    const seen = await seenNow(log)
    log.forget(1)
    await log.publish()
    const report = await verifyLog(suite, log.pieces, seen)
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
    expect(await verifyLog(suite, log.pieces, seen)).toMatchObject({ state: 'broken_tiles' })
  })

  it('refuses a checkpoint with one changed number', async () => {
    const log = await createTestLog()
    log.append(10)
    const note = await log.publish()
    const pieces = { ...log.pieces, readCheckpoint: async () => note.replace('\n10\n', '\n11\n') }
    expect(await verifyLog(suite, pieces, null)).toEqual({
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
    const report = await verifyLog(suite, other.pieces, await seenNow(log))
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
    expect(await verifyLog(suite, pieces, seen)).toMatchObject({ state: 'holds' })
  })
})

describe('a log that follows a retired one', () => {
  /** A successor of a log that this device saw at 300 entries and that went on to 700. */
  async function succession() {
    const old = await createTestLog()
    old.append(300)
    await old.publish()
    const kept = await seenNow(old)
    old.append(400)
    const last = await old.publish()
    const next = await createTestLog(1, 2)
    next.predecessor = old
    const seen = acceptedLog(kept, next.policy, '2026-04-03T00:00:00Z')
    const reportAfter = async (previous: { origin: string; checkpoint: string } | null) => {
      if (previous !== null) next.begin(previous)
      next.append(700)
      await next.publish()
      return verifyLog(suite, next.pieces, seen)
    }
    return { old, last, next, seen, reportAfter }
  }

  it('holds when its first entry carries what extends the one that was seen', async () => {
    const { old, last, reportAfter } = await succession()
    const report = await reportAfter({ origin: old.origin, checkpoint: last })
    expect(report).toMatchObject({ state: 'holds', before: null, follows: { size: 300 } })
  })

  it('is shouted at when it names none, or another', async () => {
    const fault = { state: 'not_successor', fault: 'unnamed' }
    expect(await (await succession()).reportAfter(null)).toMatchObject(fault)
    const { last, old, reportAfter } = await succession()
    const elsewhere = { origin: `${old.origin}/9`, checkpoint: last }
    expect(await reportAfter(elsewhere)).toMatchObject(fault)
    const { old: theirs, reportAfter: after } = await succession()
    const unsigned = { origin: theirs.origin, checkpoint: last }
    expect(await after(unsigned)).toMatchObject(fault)
  })

  it('is shouted at when it was begun from fewer entries, or from others', async () => {
    const shorter = await succession()
    shorter.old.forget(500)
    const checkpoint = await shorter.old.publish()
    const { origin } = shorter.old
    const begun = await shorter.reportAfter({ origin, checkpoint })
    expect(begun).toMatchObject({ state: 'not_successor', fault: 'shrunk' })

    const other = await succession()
    other.old.forget(600)
    other.old.appendOther(700)
    const forked = await other.old.publish()
    const report = await other.reportAfter({ origin, checkpoint: forked })
    expect(report).toMatchObject({ state: 'not_successor', fault: 'forked' })
  })

  it('is shouted at when the old tiles no longer lead there, or its first entry was exchanged', async () => {
    const { old, last, next, seen, reportAfter } = await succession()
    await reportAfter({ origin: old.origin, checkpoint: last })
    const readBundle = async () => next.pieces.readBundle({ index: 1, width: 256 })
    const exchanged = { ...next.pieces, readBundle }
    expect(await verifyLog(suite, exchanged, seen)).toMatchObject({ fault: 'unnamed' })
    for (const bytes of old.tiles.values()) bytes[0] = (bytes[0] ?? 0) ^ 1
    expect(await verifyLog(suite, next.pieces, seen)).toMatchObject({ fault: 'unproved' })
  })

  it('keeps the old one in mind until then, whatever else is accepted meanwhile', () => {
    const kept = { policy: 'old', checkpoint: 'seen', seenAt: '' }
    const once = acceptedLog(kept, 'new', '')
    expect(once.retired).toEqual({ policy: 'old', checkpoint: 'seen' })
    expect(acceptedLog(once, 'newer', '').retired).toEqual(once.retired)
  })
})
