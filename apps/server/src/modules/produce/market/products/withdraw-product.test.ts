import { afterAll, beforeAll, expect, it } from 'vitest'
import { MarketVillage } from '../../../../../test/market-village.ts'
import { done, refused } from '../../../../../test/participation-village.ts'

let village: MarketVillage
beforeAll(async () => {
  village = await MarketVillage.create()
}, 120_000)
afterAll(() => village.close())

it('ends the sale at once; what was ordered stays ordered', async () => {
  const buyer = await village.buyer()
  const number = await village.paid(buyer, 1)
  const withdraw = () => village.desk(`/api/market/products/${village.productId}/withdraw`)
  await done(withdraw())
  expect(await refused(withdraw())).toBe('409 product_withdrawn')
  expect((await village.market()).products).toEqual([])
  expect(await refused(village.place(buyer, 1))).toBe('404 unknown_product')
  expect(await village.order(buyer, number)).toMatchObject({ state: 'paid' })
})
