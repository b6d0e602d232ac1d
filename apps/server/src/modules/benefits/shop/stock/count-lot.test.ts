import { afterAll, beforeAll, expect, it } from 'vitest'
import { done, refused } from '../../../../../test/participation-village.ts'
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
  SOAP,
  stocked,
  type ShopVillage,
} from '../../../../../test/shop-village.ts'
import { checkStock } from '../check-stock.ts'

let test: TestServer
let village: ShopVillage
beforeAll(async () => {
  test = await createTestServer()
  village = await createShopVillage(test)
})
afterAll(() => test.close())

const count = (person: TestPerson, lotId: string, countedQuantity: number, why = 'spoiled') =>
  call(test, person, 'POST', `/api/shop/lots/${lotId}/count`, {
    countedQuantity,
    why,
    words: '搬货时摔破了两瓶',
  })
const sign = (person: TestPerson, moveId: string, agrees = true) =>
  call(test, person, 'POST', `/api/shop/stock-moves/${moveId}/sign`, { agrees })
const counter = (person: TestPerson) => done(call(test, person, 'GET', '/api/shop/counter'))

it('enters a difference, which counts once another household has signed', async () => {
  const lotId = await stocked(test, village, { quantity: 10 })
  await reserved(test, await buyer(test), 3)
  expect(await done(count(village.leader, lotId, 10))).toEqual({ moveId: null, difference: 0 })
  const { moveId, difference } = await done(count(village.leader, lotId, 8))
  expect(difference).toBe(-2)
  expect(await leftOf(test, lotId)).toBe(7)
  expect(await refused(count(village.second, lotId, 8))).toBe('409 stock_move_waits')
  const kin = await addPerson(test, {
    householdId: village.leader.householdId,
    roles: ['committee'],
  })
  for (const one of [village.leader, kin])
    expect(await refused(sign(one, moveId))).toBe('403 own_stock_move')
  const { moves, lots } = await counter(village.second)
  expect(moves[0]).toMatchObject({
    difference: -2,
    words: '搬货时摔破了两瓶',
    goodRef: SOAP,
    canSign: { ok: true },
  })
  expect(lots[0]).toMatchObject({ leftQuantity: 7, reservedQuantity: 3 })
  await done(sign(village.second, moveId))
  expect(await refused(sign(village.second, moveId))).toBe('409 stock_move_decided')
  expect(await leftOf(test, lotId)).toBe(5)
  expect(await test.database.inVillage(VILLAGE, (db) => checkStock(db, VILLAGE))).toEqual([])
})

it('changes nothing when it is refused, and never goes below zero', async () => {
  const lotId = await stocked(test, village, { goodRef: 'r183', quantity: 4 })
  const { moveId } = await done(count(village.leader, lotId, 0))
  await done(sign(village.second, moveId, false))
  expect(await leftOf(test, lotId)).toBe(4)
  const { moveId: again } = await done(count(village.leader, lotId, 1))
  const person = await buyer(test)
  const body = { goodRef: 'r183', quantity: 2 }
  await done(call(test, person, 'POST', '/api/shop/purchases', body))
  expect(await refused(sign(village.second, again))).toBe('409 stock_below_zero')
  expect(await refused(count(village.leader, test.server.newId(), 1))).toBe('404 unknown_lot')
  expect(await refused(sign(village.second, test.server.newId()))).toBe('404 unknown_stock_move')
  expect(await refused(count(person, lotId, 1))).toBe('403 role_required')
  expect(await leftOf(test, lotId)).toBe(2)
})
