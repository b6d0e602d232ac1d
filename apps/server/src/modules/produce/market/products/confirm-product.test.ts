import { afterAll, beforeAll, expect, it } from 'vitest'
import { MarketVillage } from '../../../../../test/market-village.ts'
import { done, refused } from '../../../../../test/participation-village.ts'

let village: MarketVillage
beforeAll(async () => {
  village = await MarketVillage.create()
}, 120_000)
afterAll(() => village.close())

it('needs a second household, and one price for packs of a kind', async () => {
  const { committee, supervisor } = village.grown
  const { productId } = await done(village.propose({ priceFen: 900 }, committee))
  const confirm = (id: string, person = supervisor) =>
    village.desk(`/api/market/products/${id}/confirm`, {}, person)
  expect(await refused(confirm(productId, committee))).toBe('403 second_own_proposal')
  expect(await refused(confirm(productId))).toBe('409 product_offered_already')
  await done(village.desk(`/api/market/products/${village.productId}/withdraw`))
  await done(confirm(productId))
  expect(await refused(confirm(productId))).toBe('409 product_confirmed')
  expect(await refused(confirm('0193b2c0-0000-7000-8000-000000000000'))).toBe('404 unknown_product')
  expect((await village.market()).products).toMatchObject([{ productId, priceFen: 900 }])
})
