import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  addPerson,
  createTestServer,
  OTHER_VILLAGE,
  VILLAGE,
  type TestServer,
} from '../../../test/server.ts'
import { systemActor } from '../../platform/actor.ts'
import type { Tx } from '../record/index.ts'
import {
  checkLedger,
  honourPosted,
  postAward,
  postAwards,
  readBalances,
  readEntries,
  readHonourPostings,
  reverseAwardPosting,
  type AwardPosting,
} from './index.ts'

let test: TestServer

beforeAll(async () => {
  test = await createTestServer()
})
afterAll(() => test.close())

let commands = 0
const inTx = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => {
  commands += 1
  return test.server.act(
    { name: 'test', actor: systemActor(VILLAGE), key: `ledger-test-${commands}`, input: null },
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

describe('ledger', () => {
  it('gives a household honour and wallet, and the village the other side', async () => {
    const award = await posting(250)
    await inTx((tx) => postAward(tx, award))
    expect(await balances(award.householdId)).toEqual({
      honourHundredths: 250,
      walletHundredths: 250,
    })
    const { rows } = await test.owner.query(
      'SELECT account_id, amount_hundredths FROM entry JOIN transfer USING (village_id, transfer_id) WHERE cause_id = $1 ORDER BY line',
      [award.awardId],
    )
    expect(rows.map((row) => [row.account_id, Number(row.amount_hundredths)])).toEqual([
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
    await inTx((tx) => postAward(tx, award))
    await expect(inTx((tx) => postAward(tx, award))).rejects.toThrow(/duplicate key/)
    expect((await balances(award.householdId)).honourHundredths).toBe(50)
  })

  it('refuses to post nothing', async () => {
    const award = await posting(0)
    await expect(inTx((tx) => postAward(tx, award))).rejects.toThrow('cannot post 0')
  })

  it('reverses by the mirror of the transfer it names, once', async () => {
    const award = await posting(300)
    await inTx((tx) => postAward(tx, award))
    await inTx((tx) => reverseAwardPosting(tx, award.awardId))
    expect(await balances(award.householdId)).toEqual({ honourHundredths: 0, walletHundredths: 0 })
    const { rows } = await test.owner.query(
      `SELECT r.corrects_transfer_id = o.transfer_id AS names_it FROM transfer r
       JOIN transfer o ON o.cause_id = r.cause_id AND o.cause_kind = 'award'
       WHERE r.cause_id = $1 AND r.cause_kind = 'reversal'`,
      [award.awardId],
    )
    expect(rows).toEqual([{ names_it: true }])
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
    await inTx((tx) => postAward(tx, award))
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
      await postAward(spy, award)
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
    await inTx((tx) => postAward(tx, award))
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
        postAward(tx, { ...first, awardId: test.server.newId(), pointsHundredths: amount }),
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

describe('checkLedger', () => {
  it('finds a changed balance, a lone entry and a false mirror', async () => {
    // In the other village, so that no other test meets the damage.
    const person = await addPerson(test, { villageId: OTHER_VILLAGE })
    const award = { ...person, awardId: test.server.newId(), pointsHundredths: 70 }
    const actor = systemActor(OTHER_VILLAGE)
    await test.server.act({ name: 'test', actor, key: 'post', input: null }, (tx) =>
      postAward(tx, award),
    )
    await test.server.act({ name: 'test', actor, key: 'reverse', input: null }, (tx) =>
      reverseAwardPosting(tx, award.awardId),
    )
    const account = `honour/household/${award.householdId}`
    await test.owner.query(
      'UPDATE ledger_account SET balance_hundredths = balance_hundredths + 5 WHERE account_id = $1',
      [account],
    )
    await test.owner.query(
      `UPDATE entry SET amount_hundredths = -71 FROM transfer
       WHERE transfer.transfer_id = entry.transfer_id AND cause_kind = 'reversal' AND cause_id = $1 AND line = 1`,
      [award.awardId],
    )
    const found = await test.database.inVillage(OTHER_VILLAGE, (db) =>
      checkLedger(db, OTHER_VILLAGE),
    )
    expect(found.map(({ code }) => code)).toEqual([
      'transfer_not_zero',
      'balance_not_sum',
      'reversal_not_mirror',
    ])
    expect(found[1]?.id).toBe(account)
  })

  it('cannot be cheated by the server itself: its role may not change an entry', async () => {
    await expect(
      read((db) =>
        db
          .withTables<{ entry: { village_id: string; line: number } }>()
          .updateTable('entry')
          .set({ line: 9 })
          .where('village_id', '=', VILLAGE)
          .execute(),
      ),
    ).rejects.toThrow(/permission denied/)
  })
})
