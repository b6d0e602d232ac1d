import { afterAll, beforeAll, expect, it } from 'vitest'
import { done, refused } from '../../../../../test/participation-village.ts'
import {
  call,
  createTestServer,
  OTHER_VILLAGE,
  VILLAGE,
  type TestPerson,
  type TestServer,
} from '../../../../../test/server.ts'
import {
  buyer,
  createShopVillage,
  SOAP,
  stocked,
  type ShopVillage,
} from '../../../../../test/shop-village.ts'

let test: TestServer
let village: ShopVillage
beforeAll(async () => {
  test = await createTestServer()
  village = await createShopVillage(test)
})
afterAll(() => test.close())

const enter = (person: TestPerson, change: object) =>
  call(test, person, 'POST', '/api/shop/lots', {
    goodRef: SOAP,
    quantity: 5,
    unitCostFen: 990,
    ...change,
  })
const prices = (villageId: string) => call(test, null, 'GET', `/api/villages/${villageId}/shop`)

it('puts goods of the sheet on the public price list', async () => {
  await stocked(test, village, { quantity: 12, expiresOn: '2026-12-31' })
  const { goods, openings } = await done(prices(VILLAGE))
  expect(goods.find((good: { goodRef: string }) => good.goodRef === SOAP)).toMatchObject({
    name: { en: 'Laundry liquid' },
    pointsHundredths: 2000,
    leftQuantity: 12,
  })
  expect(openings).toHaveLength(1)
  expect(await done(prices(OTHER_VILLAGE))).toMatchObject({ goods: [] })
})

it('is refused of other goods, of expired ones, and to others than the committee', async () => {
  expect(await refused(enter(village.manager, { goodRef: 'gold' }))).toBe('404 unknown_good')
  expect(await refused(enter(village.manager, { expiresOn: '2026-03-01' }))).toBe(
    '400 lot_expires_too_soon',
  )
  expect(await refused(enter(village.manager, { quantity: 0 }))).toMatch(/^400 /)
  expect(await refused(enter(village.leader, {}))).toBe('403 role_required')
  expect(await refused(enter(await buyer(test), {}))).toBe('403 role_required')
})
