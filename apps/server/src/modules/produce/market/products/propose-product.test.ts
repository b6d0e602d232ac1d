import { afterAll, beforeAll, expect, it } from 'vitest'
import { MarketVillage } from '../../../../../test/market-village.ts'
import { done, refused } from '../../../../../test/participation-village.ts'
import { addPerson } from '../../../../../test/server.ts'

let village: MarketVillage
beforeAll(async () => {
  village = await MarketVillage.create()
}, 120_000)
afterAll(() => village.close())

it('takes a price for packs that there are, and puts nothing on sale by itself', async () => {
  expect(await refused(village.propose({ crop: '萝卜' }))).toBe('409 no_such_packs')
  expect(await refused(village.propose({ netGrams: 501 }))).toBe('409 no_such_packs')
  for (const priceFen of [0, -1, 1.5, 1_000_001])
    expect(await refused(village.propose({ priceFen }))).toBe('400 invalid_request')
  const villager = await addPerson(village.test)
  expect(await refused(village.propose({}, villager))).toBe('403 role_required')
  const before = (await village.market()).products.length
  await done(village.propose({ priceFen: 900 }))
  expect((await village.market()).products).toHaveLength(before)
})
