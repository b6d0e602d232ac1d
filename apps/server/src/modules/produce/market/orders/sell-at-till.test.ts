import { afterAll, beforeAll, expect, it } from 'vitest'
import { MarketVillage } from '../../../../../test/market-village.ts'
import { done, refused } from '../../../../../test/participation-village.ts'
import { auditOf } from '../../../../../test/audited-log.ts'

let village: MarketVillage
beforeAll(async () => {
  village = await MarketVillage.create()
}, 120_000)
afterAll(() => village.close())

const sell = (count: number, totalFen = count * 800) =>
  village.desk('/api/market/till', { items: [{ productId: village.productId, count }], totalFen })

it('sells the packs that expire first, for cash, no more than there are', async () => {
  const sold = await done(sell(3))
  expect(sold).toMatchObject({ totalFen: 2400 })
  expect(sold.packs).toEqual([1, 2, 3].map((no) => `${village.packings[1]?.number}-00${no}`))
  expect(await refused(sell(18))).toBe('409 too_few_packs')
  expect(await refused(sell(1, 700))).toBe('409 total_changed')
  const answers = await Promise.all(Array.from({ length: 8 }, () => sell(3)))
  expect(answers.filter(({ statusCode }) => statusCode === 200)).toHaveLength(5)
  expect((await village.market()).products[0].left).toBe(2)
  expect(await village.findings()).toEqual([])
  const { test, keeper } = village
  expect((await auditOf(test.database, keeper.villageId, test.clock.now())).findings).toEqual([])
}, 60_000)
