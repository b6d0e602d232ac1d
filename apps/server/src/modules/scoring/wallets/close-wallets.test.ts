import { afterAll, beforeAll, expect, it } from 'vitest'
import { call, VILLAGE, type TestPerson } from '../../../../test/server.ts'
import { disagreements, leavesOf, score } from '../../../../test/scoring-village.ts'
import { createWalletVillage, type WalletVillage } from '../../../../test/wallet-village.ts'
import {
  holdPoints,
  householdOf,
  issuerOf,
  refundPoints,
  releaseHold,
  spendPoints,
  transferAll,
} from '../../ledger/index.ts'
import { closeDay } from '../index.ts'
import { closeWallets } from './close-wallets.ts'
import { selectUnevenClosed } from './closing.store.ts'

let village: WalletVillage
let [plain, holding, buyer, rater] = [] as TestPerson[]
beforeAll(async () => {
  village = await createWalletVillage({
    kind: 'carry_over',
    on: '04-10',
    keepPermille: 250,
    atMostHundredths: 2000,
  })
  plain = await village.joined()
  holding = await village.joined()
  buyer = await village.joined()
  rater = await village.joined()
  village.goTo('2026-03-11')
  await village.announce()
})
afterAll(() => village.test.close())

const act: WalletVillage['ledger']['act'] = (work) => village.ledger.act(work)
const parts = () => ({ ...village.test.server, ...village.test })
const closed = async () =>
  (await leavesOf(village.test, 'wallet.closed', '')).map((leaf) => leaf.public)
const numbers = async () =>
  (await closed())
    .map(({ balanceHundredths, droppedHundredths }) => [balanceHundredths, droppedHundredths])
    .toSorted((a, b) => Number(a[0]) - Number(b[0]))
const hold = ({ householdId }: TestPerson, holdId: string, pointsHundredths: number) =>
  act((tx) => holdPoints(tx, { holdId, householdId, pointsHundredths }))

/** The whole day, so that the statement is audited too. */
async function endDay(next: string) {
  village.goTo(next, '00:15')
  await closeDay(parts(), VILLAGE)
}

it('keeps what the sheet says of what the log holds, once, however often it is killed', async () => {
  const { goTo, test, ledger } = village
  await endDay('2026-03-12')
  const [held, bought] = [ledger.newId(), ledger.newId()]
  await hold(holding!, held, 9500)
  await act((tx) =>
    spendPoints(tx, {
      spendId: bought,
      from: { householdId: buyer!.householdId },
      sellerId: 'shop',
      pointsHundredths: 4000,
    }),
  )
  const spentAt = test.clock.now()
  await score(test, rater!, { occurredOn: '2026-03-12' }) // 20 points that wait to be counted
  // Many that nobody looks at, so that there are two batches.
  await act((tx) =>
    transferAll(
      tx,
      Array.from({ length: 230 }, () => {
        const id = tx.newId()
        return {
          cause: { kind: 'test', id, mayLeaveDebt: true },
          lines: [
            { account: householdOf('wallet', id), amount: 1 },
            { account: issuerOf('wallet'), amount: -1 },
          ],
        }
      }),
    ),
  )
  goTo('2026-04-09', '23:59')
  expect(await village.close()).toBe(0)
  goTo('2026-04-10', '00:01')
  let commands = 0
  const killed = closeWallets(
    {
      ...parts(),
      act: (command, action) => {
        commands += 1
        if (commands === 2) throw new Error('killed')
        return test.server.act(command, action)
      },
    },
    VILLAGE,
  )
  await expect(killed).rejects.toThrow('killed')
  const gift = { to: { name: holding!.name, groupNo: 1 }, pointsHundredths: 100 }
  const between = await call(test, plain!, 'POST', '/api/gifts', gift)
  expect(between.json()).toMatchObject({ code: 'gift_while_closing' })
  const runs = await Promise.all([village.close(), village.close()])
  expect(runs.reduce((sum, one) => sum + one, 0) + 200).toBe(234)
  expect(await village.close()).toBe(0)

  expect((await numbers()).filter(([balance]) => balance !== 1)).toEqual([
    [6000, 4500], // the buyer
    [10_000, 8000],
    [10_000, 8000],
    [10_000, 8000],
  ])
  // What is reserved stays reserved: 500 were there to be taken.
  expect(await village.walletOf(holding!)).toBe(0)
  expect(await village.walletOf(plain!)).toBe(2000)
  // Points that the log does not hold yet belong to the year that begins.
  expect(await village.walletOf(rater!)).toBe(2020)
  const ended = await leavesOf(test, 'wallet.closing-ended', '')
  expect(ended.map((leaf) => leaf.public)).toEqual([
    // One hundredth's quarter is nothing: it is dropped.
    { closesOn: '2026-04-10', households: 234, droppedHundredths: 4500 + 3 * 8000 + 230 },
  ])
  const { rows } = await test.owner.query<{ params: object }>(
    `SELECT params FROM message WHERE kind = 'wallet.closed' AND person_id = $1`,
    [plain!.personId],
  )
  expect(rows).toEqual([{ params: { closesOn: '2026-04-10', droppedHundredths: 8000 } }])

  goTo('2026-04-10', '09:00')
  // Of 9500 that come back 7500 are still due; of 4000 given back, as if they had been there, 3500.
  await act(async (tx) => void (await releaseHold(tx, held)))
  expect(await village.walletOf(holding!)).toBe(2000)
  await act((tx) =>
    refundPoints(tx, {
      refundId: tx.newId(),
      sellerId: 'shop',
      householdId: buyer!.householdId,
      pointsHundredths: 4000,
      leftAt: spentAt,
      spentAt,
    }),
  )
  expect(await village.walletOf(buyer!)).toBe(2000)
  // What leaves and comes back within the new year is nobody's business.
  const again = ledger.newId()
  goTo('2026-04-10', '10:00')
  await hold(holding!, again, 700)
  await act(async (tx) => void (await releaseHold(tx, again)))
  expect(await village.walletOf(holding!)).toBe(2000)

  expect(await disagreements(test)).toEqual([])
  expect(await ledger.read((db) => selectUnevenClosed(db, VILLAGE))).toEqual([])
})

it('is followed by the auditor to the hundredth, and honour stays as it was', async () => {
  const { test } = village
  const made = /knows no household/
  await endDay('2026-04-11')
  const details = (await village.findings()).filter((detail) => !made.test(detail))
  // The 230 of the fixture have no records: they close with one hundredth that the log does not know.
  expect(
    details.filter((detail) => !/closes with 1, it has 0|it says -1, it is/.test(detail)),
  ).toEqual([])
  const account = await call(test, rater!, 'GET', '/api/me/account?unit=honour')
  expect(account.json()).toMatchObject({ honourHundredths: 20 })
  const wallet = await call(test, plain!, 'GET', '/api/me/account?unit=wallet')
  expect(wallet.json()).toMatchObject({
    entries: { items: [{ text: '年度结转', amountHundredths: -8000 }, { text: '起始分' }] },
  })
})

it('lets nobody spend what it takes, whoever comes first', async () => {
  const { goTo, ledger, test } = village
  goTo('2027-03-12')
  await village.announce()
  goTo('2027-04-11')
  const spend = () =>
    act((tx) =>
      spendPoints(tx, {
        spendId: tx.newId(),
        from: { householdId: plain!.householdId },
        sellerId: 'shop',
        pointsHundredths: 1500,
      }),
    )
  const rivals = [spend(), village.close(), spend(), spend()]
  const settled = await Promise.allSettled(rivals)
  expect(settled[1]?.status).toBe('fulfilled')
  const left = await village.walletOf(plain!)
  expect(left).toBeGreaterThanOrEqual(0)
  expect(await ledger.read((db) => selectUnevenClosed(db, VILLAGE))).toEqual([])
  expect(await disagreements(test)).toEqual([])
})
