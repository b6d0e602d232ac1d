import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addPerson, createTestServer, VILLAGE, type TestServer } from '../../../../test/server.ts'
import { systemActor } from '../../../platform/actor.ts'
import {
  checkLedger,
  honourPosted,
  readBalances,
  readEntries,
  readHonourPostings,
} from '../../ledger/index.ts'
import type { Tx } from '../../record/index.ts'
import { postAwards, reverseAwardPosting, type AwardPosting } from './post-awards.ts'

let test: TestServer

beforeAll(async () => {
  test = await createTestServer()
})
afterAll(() => test.close())

let commands = 0
const inTx = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => {
  commands += 1
  return test.server.act(
    { name: 'test', actor: systemActor(VILLAGE), key: `award-test-${commands}`, input: null },
    work,
  )
}
const read = <T>(work: (db: Tx['db']) => Promise<T>) => test.database.inVillage(VILLAGE, work)
const balances = (householdId: string) => read((db) => readBalances(db, VILLAGE, householdId))
const findings = () => read((db) => checkLedger(db, VILLAGE))

async function posting(pointsHundredths: number, householdId?: string): Promise<AwardPosting> {
  const person = await addPerson(test, householdId === undefined ? {} : { householdId })
  return {
    awardId: test.server.newId(),
    householdId: person.householdId,
    personId: person.personId,
    pointsHundredths,
  }
}

describe('postAwards', () => {
  it('gives a household honour and wallet, and the village the other side', async () => {
    const award = await posting(250)
    await inTx((tx) => postAwards(tx, [award]))
    expect(await balances(award.householdId)).toEqual({
      honourHundredths: 250,
      walletHundredths: 250,
    })
    const { rows } = await test.owner.query(
      'SELECT account_id, amount FROM entry JOIN transfer USING (village_id, transfer_id) WHERE cause_id = $1 ORDER BY entry.unit, line',
      [award.awardId],
    )
    expect(rows.map((row) => [row.account_id, Number(row.amount)])).toEqual([
      [`honour/household/${award.householdId}`, 250],
      ['honour/issuer/village', -250],
      [`wallet/household/${award.householdId}`, 250],
      ['wallet/issuer/village', -250],
    ])
    expect(await findings()).toEqual([])
  })

  it('adds several awards of one household in one statement', async () => {
    const first = await posting(100)
    const second = await posting(20, first.householdId)
    const other = await posting(7)
    await inTx((tx) => postAwards(tx, [second, other, first]))
    expect((await balances(first.householdId)).honourHundredths).toBe(120)
    expect((await balances(other.householdId)).walletHundredths).toBe(7)
    expect(await findings()).toEqual([])
  })

  it('shows a household that was never posted to at zero', async () => {
    const { householdId } = await addPerson(test)
    expect(await balances(householdId)).toEqual({ honourHundredths: 0, walletHundredths: 0 })
  })

  it('posts an award once only', async () => {
    const award = await posting(50)
    await inTx((tx) => postAwards(tx, [award]))
    await expect(inTx((tx) => postAwards(tx, [award]))).rejects.toThrow(/duplicate key/)
    expect((await balances(award.householdId)).honourHundredths).toBe(50)
  })

  it('refuses to post nothing', async () => {
    const award = await posting(0)
    await expect(inTx((tx) => postAwards(tx, [award]))).rejects.toThrow('cannot post 0')
  })

  it('reverses by the mirror of the transfer it names, once', async () => {
    const award = await posting(300)
    await inTx((tx) => postAwards(tx, [award]))
    await inTx((tx) => reverseAwardPosting(tx, award.awardId))
    expect(await balances(award.householdId)).toEqual({ honourHundredths: 0, walletHundredths: 0 })
    const { rows } = await test.owner.query(
      `SELECT r.corrects_transfer_id = o.transfer_id AS names_it FROM transfer r
       JOIN transfer o ON o.cause_id = r.cause_id AND o.cause_kind = 'award' AND o.unit = r.unit
       WHERE r.cause_id = $1 AND r.cause_kind = 'reversal'`,
      [award.awardId],
    )
    expect(rows).toEqual([{ names_it: true }, { names_it: true }])
    await expect(inTx((tx) => reverseAwardPosting(tx, award.awardId))).rejects.toThrow(
      /duplicate key/,
    )
    expect(await findings()).toEqual([])
  })

  it('does not reverse what was never posted', async () => {
    await expect(inTx((tx) => reverseAwardPosting(tx, test.server.newId()))).rejects.toThrow(
      'never posted',
    )
  })

  it('takes honour and wallet below zero for a deduction', async () => {
    const award = await posting(-120)
    await inTx((tx) => postAwards(tx, [award]))
    expect((await balances(award.householdId)).walletHundredths).toBe(-120)
    expect(await findings()).toEqual([])
  })

  it('tells listeners of each change of honour on its civil day', async () => {
    const told: unknown[] = []
    const award = await posting(40)
    await inTx(async (tx) => {
      const spy: Tx = {
        ...tx,
        publish: async (event, payload) => {
          if (event.name === honourPosted.name) told.push(payload)
        },
      }
      await postAwards(spy, [award])
    })
    expect(told).toEqual([
      {
        householdId: award.householdId,
        personId: award.personId,
        pointsHundredths: 40,
        postedOn: '2026-03-02',
      },
    ])
  })

  it('keeps balances right under parallel postings to the same households', async () => {
    const one = await posting(1)
    const two = await posting(1)
    const repeat = Array.from({ length: 12 }, (_, index) => index)
    await Promise.all(
      repeat.map((index) => {
        const pair = [one, two].map((award) => ({ ...award, awardId: test.server.newId() }))
        return inTx((tx) => postAwards(tx, index % 2 === 0 ? pair : pair.toReversed()))
      }),
    )
    expect((await balances(one.householdId)).honourHundredths).toBe(12)
    expect((await balances(two.householdId)).honourHundredths).toBe(12)
    expect(await findings()).toEqual([])
  })

  it('tells every posting to the honour of a household, with its day', async () => {
    const award = await posting(300)
    await inTx((tx) => postAwards(tx, [award]))
    await inTx((tx) => reverseAwardPosting(tx, award.awardId))
    const told = await read((db) => readHonourPostings(db, VILLAGE, [award.householdId]))
    const { householdId, personId } = award
    expect(told).toEqual([
      { householdId, personId, pointsHundredths: 300, postedOn: '2026-03-02' },
      { householdId, personId, pointsHundredths: -300, postedOn: '2026-03-02' },
    ])
  })

  it('pages the entries of a household, newest first', async () => {
    const first = await posting(1)
    for (const amount of [1, 2, 3])
      await inTx((tx) =>
        postAwards(tx, [{ ...first, awardId: test.server.newId(), pointsHundredths: amount }]),
      )
    const page = (after: { transferId: string; line: number } | null) =>
      read((db) =>
        readEntries(db, VILLAGE, first.householdId, { units: ['honour'], after, limit: 2 }),
      )
    const newest = await page(null)
    expect(newest.map((entry) => entry.amountHundredths)).toEqual([3, 2])
    const rest = await page(newest[1] ?? null)
    expect(rest.map((entry) => entry.amountHundredths)).toEqual([1])
  })
})
