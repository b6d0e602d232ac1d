import { afterAll, expect, it } from 'vitest'
import { done } from '../../../../../test/participation-village.ts'
import { call, createTestServer, VILLAGE } from '../../../../../test/server.ts'
import {
  buyer,
  createShopVillage,
  leftOf,
  reserved,
  shopOf,
  stocked,
  walletOf,
} from '../../../../../test/shop-village.ts'
import { checkStock } from '../check-stock.ts'
import { lapseReservations } from './lapse-reservations.ts'

const test = await createTestServer()
const village = await createShopVillage(test)
afterAll(() => test.close())

const lotId = await stocked(test, village, { quantity: 5 })
const uneven = () => test.database.inVillage(VILLAGE, (db) => checkStock(db, VILLAGE))

it('is done by the clock once the time to fetch is over, twice at once or not', async () => {
  const person = await buyer(test)
  await reserved(test, person)
  const parts = { ...test.server, ...test }
  await lapseReservations(parts, VILLAGE)
  expect((await shopOf(test, person)).purchases).toMatchObject([{ state: 'reserved' }])
  test.clock.set(new Date(test.clock.now().getTime() + 7 * 86_400_000))
  await Promise.all([lapseReservations(parts, VILLAGE), lapseReservations(parts, VILLAGE)])
  expect((await shopOf(test, person)).purchases).toMatchObject([{ state: 'lapsed' }])
  expect([await walletOf(test, person), await leftOf(test, lotId)]).toEqual([10_000, 5])
  const { items } = await done(call(test, person, 'GET', '/api/me/messages'))
  expect(items.map(({ kind }: { kind: string }) => kind)).toEqual(['purchase.lapsed'])
  expect(await uneven()).toEqual([])
})
