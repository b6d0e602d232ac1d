import { afterAll, beforeAll, expect, it } from 'vitest'
import { done, refused } from '../../../../../test/participation-village.ts'
import { actorOf, nextKey } from '../../../../../test/scoring-village.ts'
import {
  addPerson,
  call,
  createTestServer,
  VILLAGE,
  type TestPerson,
  type TestServer,
} from '../../../../../test/server.ts'
import {
  buyer,
  createShopVillage,
  leftOf,
  reserved,
  stocked,
  walletOf,
  type ShopVillage,
} from '../../../../../test/shop-village.ts'
import { decideConsent } from '../../../community/index.ts'
import { checkStock } from '../check-stock.ts'

let test: TestServer
let village: ShopVillage
let lotId: string
beforeAll(async () => {
  test = await createTestServer()
  village = await createShopVillage(test)
  lotId = await stocked(test, village, { quantity: 5 })
})
afterAll(() => test.close())

const cancel = (person: TestPerson, purchaseId: string) =>
  call(test, person, 'POST', `/api/shop/purchases/${purchaseId}/cancel`)
const uneven = () => test.database.inVillage(VILLAGE, (db) => checkStock(db, VILLAGE))
const heldFen = async () =>
  (await done(call(test, village.manager, 'GET', '/api/budgets'))).items[0].heldFen

it('gives points, goods and money back to where they came from', async () => {
  const person = await buyer(test)
  const wife = await addPerson(test, { householdId: person.householdId })
  const purchaseId = await reserved(test, person, 2)
  expect(await heldFen()).toBe(1980)
  expect(await refused(cancel(village.second, purchaseId))).toBe('404 unknown_purchase')
  await done(cancel(wife, purchaseId))
  expect(await refused(cancel(person, purchaseId))).toBe('409 not_reserved')
  expect([await walletOf(test, person), await leftOf(test, lotId)]).toEqual([10_000, 5])
  expect(await heldFen()).toBe(0)
  expect(await uneven()).toEqual([])
})

it('follows when a household leaves', async () => {
  const person = await buyer(test)
  await reserved(test, person, 2)
  const leave = { householdId: person.householdId, decision: 'leave' } as const
  await decideConsent(test.server, actorOf(person), nextKey(), leave)
  expect([await walletOf(test, person), await leftOf(test, lotId)]).toEqual([10_000, 5])
  expect(await uneven()).toEqual([])
})
