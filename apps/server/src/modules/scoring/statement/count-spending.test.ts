import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { leavesOf } from '../../../../test/scoring-village.ts'
import { createTestServer, VILLAGE, type TestServer } from '../../../../test/server.ts'
import { TestLedger } from '../../../../test/test-ledger.ts'
import { seededRandomness } from '../../../../test/randomness.ts'
import { openAccount, sellerOf, spendPoints } from '../../ledger/index.ts'
import { countSpending } from './count-spending.ts'

let test: TestServer
let ledger: TestLedger
beforeAll(async () => {
  test = await createTestServer()
  ledger = new TestLedger(test)
  await ledger.act(async (tx) => openAccount(tx, sellerOf('shop')))
})
afterAll(() => test.close())

const spend = (householdId: string, pointsHundredths: number) =>
  ledger.act((tx) => {
    const spendId = ledger.newId()
    return spendPoints(tx, { spendId, from: { householdId }, sellerId: 'shop', pointsHundredths })
  })
const count = () =>
  countSpending({ ...test.server, ...test, randomness: seededRandomness('lot') }, VILLAGE)

describe('countSpending', () => {
  it('tells one sum a household and week, from the Wednesday after it, once', async () => {
    const [one, other] = [await ledger.household(100), await ledger.household(100)]
    await spend(one, 20)
    await spend(one, 5)
    await spend(other, 30)
    test.clock.set(new Date('2026-03-10T10:00:00Z'))
    await spend(one, 40)
    expect(await count()).toBe(0)
    test.clock.set(new Date('2026-03-10T16:00:00Z')) // midnight before Wednesday
    const counted = await Promise.all([count(), count()])
    expect(counted.toSorted((a, b) => a - b)).toEqual([0, 2])
    expect(await count()).toBe(0)
    const secret = await ledger.read((db) => test.server.secrets.of(db, VILLAGE))
    const leaf = (household: string, spentHundredths: number) =>
      expect.objectContaining({
        public: {
          household: secret.pseudonym('household', household),
          week: '2026-03-02',
          spentHundredths,
        },
      })
    const leaves = await leavesOf(test, 'wallet.counted', '')
    expect(leaves).toHaveLength(2)
    expect(leaves).toEqual(expect.arrayContaining([leaf(one, 25), leaf(other, 30)]))
  })
})
