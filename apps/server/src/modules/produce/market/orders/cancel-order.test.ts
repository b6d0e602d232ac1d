import { afterAll, beforeAll, expect, it } from 'vitest'
import { MarketVillage } from '../../../../../test/market-village.ts'
import { done, refused } from '../../../../../test/participation-village.ts'

let village: MarketVillage
beforeAll(async () => {
  village = await MarketVillage.create()
}, 120_000)
afterAll(() => village.close())

it('gives back what was paid, as a whole, while nobody packs for it yet', async () => {
  const buyer = await village.buyer()
  const number = await village.paid(buyer, 2)
  await done(village.as(buyer, 'POST', `/orders/${number}/cancel`))
  expect(await village.order(buyer, number)).toMatchObject({
    state: 'refunded',
    code: null,
    refunds: [{ amountFen: 1600, because: 'cancelled', state: 'pending' }],
  })
  expect((await village.market()).products[0].left).toBe(20)
  const [refund = ''] = await village.refundsOf(number)
  const told = await Promise.all([1, 2].map(() => village.sandbox.notifyRefund(refund)))
  expect(told.map(({ status }) => status)).toEqual([204, 204])
  expect(await village.order(buyer, number)).toMatchObject({ refunds: [{ state: 'done' }] })
  expect(await refused(village.as(buyer, 'POST', `/orders/${number}/cancel`))).toBe(
    '409 order_ended',
  )
  expect(await village.findings()).toEqual([])
})

it('is too late once orders are closed', async () => {
  const buyer = await village.buyer()
  const number = await village.paid(buyer, 1)
  village.test.clock.set(new Date('2026-03-05T12:00:00Z'))
  expect(await refused(village.as(buyer, 'POST', `/orders/${number}/cancel`))).toBe(
    '409 order_closed_for_change',
  )
})
