import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { done, refused } from '../../../../../test/participation-village.ts'
import { disagreements } from '../../../../../test/scoring-village.ts'
import {
  addPerson,
  call,
  createTestServer,
  VILLAGE,
  type TestServer,
} from '../../../../../test/server.ts'
import {
  buyer,
  createShopVillage,
  fetched,
  giveBack,
  leftOf,
  reserved,
  shopOf,
  stocked,
  walletOf,
  type ShopVillage,
} from '../../../../../test/shop-village.ts'
import { checkStock } from '../check-stock.ts'

let test: TestServer
let village: ShopVillage
let lotId: string
beforeAll(async () => {
  test = await createTestServer()
  village = await createShopVillage(test)
  lotId = await stocked(test, village, { quantity: 20 })
})
afterAll(() => test.close())

const DAY = 86_400_000

describe('returnGoods', () => {
  it('gives points, pieces and money back, once for a purchase', async () => {
    const person = await buyer(test)
    const purchaseId = await fetched(test, village, person, 3)
    const left = await leftOf(test, lotId)
    expect(await refused(giveBack(test, village.leader, person, purchaseId, 4))).toBe(
      '409 not_bought',
    )
    const answer = await done(giveBack(test, village.leader, person, purchaseId, 2))
    expect(answer).toEqual({ pointsHundredths: 4000 })
    expect(await walletOf(test, person)).toBe(8000)
    expect(await leftOf(test, lotId)).toBe(left + 2)
    const { items } = await done(call(test, village.manager, 'GET', '/api/budgets'))
    expect(items[0]).toMatchObject({ spentFen: 990 })
    expect((await shopOf(test, person)).purchases).toMatchObject([
      { returnedQuantity: 2, returnUntil: null },
    ])
    expect(await refused(giveBack(test, village.leader, person, purchaseId))).toBe(
      '409 already_returned',
    )
    const uneven = await test.database.inVillage(VILLAGE, (db) => checkStock(db, VILLAGE))
    expect([...uneven, ...(await disagreements(test))]).toEqual([])
  })

  it('is refused of what was not fetched, to the own household, and with another code', async () => {
    const person = await buyer(test)
    const other = await buyer(test)
    const purchaseId = await reserved(test, person)
    expect(await refused(giveBack(test, village.leader, person, purchaseId))).toBe('409 not_bought')
    expect(await refused(giveBack(test, village.leader, other, purchaseId))).toBe(
      '409 code_of_other_household',
    )
    expect(await refused(giveBack(test, village.leader, person, test.server.newId()))).toBe(
      '404 unknown_purchase',
    )
    const kin = await addPerson(test, { householdId: person.householdId, roles: ['committee'] })
    expect(await refused(giveBack(test, kin, person, purchaseId))).toBe(
      '403 own_household_purchase',
    )
    expect(await refused(giveBack(test, other, person, purchaseId))).toBe('403 role_required')
  })

  it('is refused after the term; the points come back although the budget is closed', async () => {
    const person = await buyer(test)
    const [first, second] = [
      await fetched(test, village, person),
      await fetched(test, village, person),
    ]
    const start = test.clock.now().getTime()
    test.clock.set(new Date(start + 7 * DAY))
    await test.owner.query('UPDATE budget SET closed_by = opened_by, closed_at = opened_at')
    await done(giveBack(test, village.leader, person, first))
    expect(await walletOf(test, person)).toBe(8000)
    test.clock.set(new Date(start + 8 * DAY))
    expect(await refused(giveBack(test, village.leader, person, second))).toBe(
      '409 return_term_over',
    )
  })
})
