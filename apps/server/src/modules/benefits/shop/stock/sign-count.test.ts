import { afterAll, expect, it } from 'vitest'
import { outcomesOf, sentTwice } from '../../../../../test/once-per-key.ts'
import { done, refused } from '../../../../../test/participation-village.ts'
import {
  addPerson,
  call,
  createTestServer,
  VILLAGE,
  type TestPerson,
} from '../../../../../test/server.ts'
import { createShopVillage, leftOf, stocked } from '../../../../../test/shop-village.ts'
import { checkStock } from '../check-stock.ts'

const test = await createTestServer()
const village = await createShopVillage(test)
afterAll(() => test.close())

const counted = async (lotId: string, countedQuantity: number) => {
  const body = { countedQuantity, why: 'spoiled', words: '搬货时摔破了两瓶' }
  const url = `/api/shop/lots/${lotId}/count`
  const { moveId } = await done(call(test, village.leader, 'POST', url, body))
  return moveId as string
}
const sign = (who: TestPerson | null, moveId: string, agrees = true, key?: string) => {
  const url = `/api/shop/stock-moves/${moveId}/sign`
  return call(test, who, 'POST', url, { agrees }, key === undefined ? {} : { key })
}

it('moves the stock by what was counted, once for one key', async () => {
  const lotId = await stocked(test, village, { quantity: 10 })
  const moveId = await counted(lotId, 8)
  expect(await leftOf(test, lotId)).toBe(10)
  await sentTwice(test, (key) => sign(village.second, moveId, true, key))
  expect(await leftOf(test, lotId)).toBe(8)
  expect(await refused(sign(village.second, moveId))).toBe('409 stock_move_decided')
  expect(await test.database.inVillage(VILLAGE, (db) => checkStock(db, VILLAGE))).toEqual([])
})

it('is another household’s than counted it, of those who keep the shop', async () => {
  const moveId = await counted(await stocked(test, village, { quantity: 10 }), 9)
  expect(await refused(sign(null, moveId))).toBe('401 not_signed_in')
  expect(await refused(sign(await addPerson(test), moveId))).toBe('403 role_required')
  expect(await refused(sign(village.leader, moveId))).toBe('403 own_stock_move')
  expect(await refused(sign(village.second, test.server.newId()))).toBe('404 unknown_stock_move')
})

it('counts once, where two sign at one moment', async () => {
  const lotId = await stocked(test, village, { quantity: 10 })
  const moveId = await counted(lotId, 7)
  const both = [village.manager, village.second].map((who) => sign(who, moveId))
  expect(await outcomesOf(both)).toEqual(['done', 'stock_move_decided'])
  expect(await leftOf(test, lotId)).toBe(7)
})
