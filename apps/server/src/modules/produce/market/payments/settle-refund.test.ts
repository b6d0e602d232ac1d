import { afterAll, beforeAll, expect, it } from 'vitest'
import { MarketVillage } from '../../../../../test/market-village.ts'
import { done, refused } from '../../../../../test/participation-village.ts'

let village: MarketVillage
beforeAll(async () => {
  village = await MarketVillage.create()
}, 120_000)
afterAll(() => village.close())

it('asks once, finds out before it asks again, and tells what could not be given back', async () => {
  const buyer = await village.buyer()
  const number = await village.paid(buyer, 2)
  village.sandbox.failNext('http_502')
  await done(village.as(buyer, 'POST', `/orders/${number}/cancel`))
  const [refund = ''] = await village.refundsOf(number)
  expect(() => village.sandbox.payments.findRefund(refund)).toThrow('退款单不存在')
  await village.minutesLater(1)
  expect(village.sandbox.payments.findRefund(refund).state).toBe('PROCESSING')
  await village.minutesLater(1)
  const asked = village.sandbox.asked.filter((one) => one === 'POST /v3/refund/domestic/refunds')
  expect(asked).toHaveLength(1)
  expect(await refused(village.as(buyer, 'POST', `/orders/${number}/cancel`))).toBe(
    '409 order_ended',
  )
  await village.sandbox.notifyRefund(refund, 'ABNORMAL')
  expect(await village.order(buyer, number)).toMatchObject({ refunds: [{ state: 'failed' }] })
  expect(await village.findings()).toEqual([])
})
