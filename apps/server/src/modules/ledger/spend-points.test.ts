import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { TestLedger, outcomeOf } from '../../../test/test-ledger.ts'
import { createTestServer, type TestServer } from '../../../test/server.ts'
import { holdOf, holdPoints, householdOf, openAccount, sellerOf, spendPoints } from './index.ts'
import { readCountedSpent, readEntries, refundPoints, takeSpendings } from './index.ts'

let test: TestServer
let ledger: TestLedger
const seller = sellerOf('shop')

beforeAll(async () => {
  test = await createTestServer()
  ledger = new TestLedger(test)
  await ledger.act(async (tx) => openAccount(tx, seller))
})
afterAll(() => test.close())

const spend = (from: { householdId: string } | { holdId: string }, pointsHundredths: number) =>
  ledger.act((tx) =>
    spendPoints(tx, { spendId: ledger.newId(), from, sellerId: 'shop', pointsHundredths }),
  )
const soon = () => new Date(test.clock.now().getTime() + 1)
const count = (householdId: string) =>
  ledger.act((tx) => takeSpendings(tx.db, tx.villageId, [householdId], soon(), tx.now))

describe('spendPoints', () => {
  it('pays a seller from a wallet, never more than it holds', async () => {
    const householdId = await ledger.household(100)
    const before = await ledger.balance(seller)
    expect(await outcomeOf(spend({ householdId }, 60))).toBe('done')
    expect(await outcomeOf(spend({ householdId }, 41))).toBe('balance_too_low')
    expect(await ledger.balance(householdOf('wallet', householdId))).toBe(40)
    expect(await ledger.balance(seller)).toBe(before + 60)
    expect(await ledger.check()).toEqual([])
  })

  it('pays from a hold, in pieces, never more than it holds', async () => {
    const householdId = await ledger.household(100)
    const holdId = ledger.newId()
    await ledger.act((tx) => holdPoints(tx, { holdId, householdId, pointsHundredths: 50 }))
    expect(await outcomeOf(spend({ holdId }, 20))).toBe('done')
    expect(await outcomeOf(spend({ holdId }, 31))).toBe('balance_too_low')
    expect(await outcomeOf(spend({ holdId }, 30))).toBe('done')
    expect(await ledger.balance(holdOf(holdId))).toBe(0)
    expect(await ledger.balance(householdOf('wallet', householdId))).toBe(50)
  })

  it('takes nothing from honour', async () => {
    const householdId = await ledger.household(100, 'honour')
    expect(await outcomeOf(spend({ householdId }, 1))).toBe('balance_too_low')
    expect(await ledger.balance(householdOf('honour', householdId))).toBe(100)
  })

  it('counts once what came to sellers and what they gave back, not what is set aside', async () => {
    const householdId = await ledger.household(100)
    const holdId = ledger.newId()
    await ledger.act((tx) => holdPoints(tx, { holdId, householdId, pointsHundredths: 50 }))
    expect(await count(householdId)).toEqual([])
    await spend({ holdId }, 20)
    await spend({ householdId }, 5)
    await ledger.act((tx) =>
      refundPoints(tx, {
        refundId: ledger.newId(),
        sellerId: 'shop',
        householdId,
        pointsHundredths: 8,
        leftAt: test.clock.now(),
        spentAt: test.clock.now(),
      }),
    )
    const counted = await count(householdId)
    const sums = counted.map(({ pointsHundredths }) => pointsHundredths)
    expect(sums.toSorted((a, b) => a - b)).toEqual([-8, 5, 20])
    expect(await count(householdId)).toEqual([])
    const spent = await ledger.read((db) => readCountedSpent(db, ledger.villageId, soon()))
    expect(spent.get(householdId)).toBe(17)
    expect(await ledger.check()).toEqual([])
  })

  it('stands among the entries of the household, with its cause', async () => {
    const householdId = await ledger.household(100)
    await spend({ householdId }, 20)
    const page = { units: ['wallet'] as const, after: null, limit: 5 }
    const entries = await ledger.read((db) => readEntries(db, ledger.villageId, householdId, page))
    expect(entries.map(({ causeKind, amountHundredths }) => [causeKind, amountHundredths])).toEqual(
      [
        ['spend', -20],
        ['test', 100],
      ],
    )
  })
})
