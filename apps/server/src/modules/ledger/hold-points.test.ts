import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { TestLedger, outcomeOf } from '../../../test/test-ledger.ts'
import { createTestServer, type TestServer } from '../../../test/server.ts'
import { holdOf, holdPoints, householdOf, openAccount, releaseHold } from './index.ts'
import { sellerOf, spendPoints } from './index.ts'

let test: TestServer
let ledger: TestLedger

beforeAll(async () => {
  test = await createTestServer()
  ledger = new TestLedger(test)
})
afterAll(() => test.close())

async function held(walletHundredths: number, pointsHundredths: number) {
  const householdId = await ledger.household(walletHundredths)
  const holdId = ledger.newId()
  await ledger.act((tx) => holdPoints(tx, { holdId, householdId, pointsHundredths }))
  return { householdId, holdId }
}

const release = (holdId: string) => ledger.act((tx) => releaseHold(tx, holdId))

describe('holdPoints', () => {
  it('sets points aside, which nothing else can take', async () => {
    const { householdId, holdId } = await held(100, 70)
    expect(await ledger.balance(householdOf('wallet', householdId))).toBe(30)
    expect(await ledger.balance(holdOf(holdId))).toBe(70)
    const again = ledger.act((tx) =>
      holdPoints(tx, { holdId: ledger.newId(), householdId, pointsHundredths: 31 }),
    )
    expect(await outcomeOf(again)).toBe('balance_too_low')
    expect(await ledger.check()).toEqual([])
  })

  it('refuses a wallet that was never posted to', async () => {
    const one = { holdId: ledger.newId(), householdId: ledger.newId(), pointsHundredths: 1 }
    expect(await outcomeOf(ledger.act((tx) => holdPoints(tx, one)))).toBe('balance_too_low')
  })

  it('lets rivals for the same points have them once', async () => {
    const householdId = await ledger.household(100)
    const outcomes = await Promise.all(
      Array.from({ length: 8 }, () => {
        const one = { holdId: ledger.newId(), householdId, pointsHundredths: 30 }
        return outcomeOf(ledger.act((tx) => holdPoints(tx, one)))
      }),
    )
    expect(outcomes.filter((outcome) => outcome === 'done')).toHaveLength(3)
    expect(await ledger.balance(householdOf('wallet', householdId))).toBe(10)
  })
})

describe('releaseHold', () => {
  it('gives back what is left, once', async () => {
    const { householdId, holdId } = await held(100, 70)
    expect(await release(holdId)).toBe(70)
    expect(await ledger.balance(householdOf('wallet', householdId))).toBe(100)
    expect(await outcomeOf(release(holdId))).toBe('hold_ended')
    expect(await ledger.check()).toEqual([])
  })

  it('refuses a hold that never was', async () => {
    expect(await outcomeOf(release(ledger.newId()))).toBe('hold_ended')
  })

  it('gives back no more than spending has left, whoever comes first', async () => {
    const { householdId, holdId } = await held(100, 70)
    const seller = sellerOf(ledger.newId())
    await ledger.act(async (tx) => openAccount(tx, seller))
    const spend = ledger.act((tx) =>
      spendPoints(tx, {
        spendId: ledger.newId(),
        from: { holdId },
        sellerId: seller.ownerId,
        pointsHundredths: 50,
      }),
    )
    const [spent] = await Promise.all([outcomeOf(spend), release(holdId)])
    const paid = spent === 'done' ? 50 : 0
    expect(await ledger.balance(seller)).toBe(paid)
    expect(await ledger.balance(householdOf('wallet', householdId))).toBe(100 - paid)
    expect(await ledger.balance(holdOf(holdId))).toBe(0)
    expect(await ledger.check()).toEqual([])
  })
})
