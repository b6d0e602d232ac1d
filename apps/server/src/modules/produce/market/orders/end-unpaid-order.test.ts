import { afterAll, beforeAll, expect, it } from 'vitest'
import { MarketVillage } from '../../../../../test/market-village.ts'
import { refused } from '../../../../../test/participation-village.ts'

let village: MarketVillage
beforeAll(async () => {
  village = await MarketVillage.create()
}, 120_000)
afterAll(() => village.close())

it('gives packs and place back once the time to pay is over, after the provider ended it', async () => {
  const buyer = await village.buyer()
  const number = await village.asked(buyer, 4)
  await village.minutesLater(14)
  expect(await village.order(buyer, number)).toMatchObject({ state: 'reserved' })
  await village.minutesLater(2)
  expect(await village.order(buyer, number)).toMatchObject({ state: 'lapsed', canPay: false })
  expect(village.sandbox.payments.find(await village.paymentOf(number)).state).toBe('CLOSED')
  expect((await village.market()).products[0].left).toBe(20)
  expect(await refused(village.as(buyer, 'POST', `/orders/${number}/pay`))).toBe('409 order_ended')
})

it('holds packs while the provider is away, but not for ever; what comes later goes back', async () => {
  const buyer = await village.buyer()
  const number = await village.asked(buyer, 4)
  const payment = await village.paymentOf(number)
  village.sandbox.failNext('http_502')
  await village.minutesLater(16)
  expect(await village.order(buyer, number)).toMatchObject({ state: 'reserved' })
  village.sandbox.payments.find(payment).state = 'NOTPAY'
  village.sandbox.failNext('http_502')
  await village.minutesLater(30)
  expect(await village.order(buyer, number)).toMatchObject({ state: 'lapsed' })
  const kept = village.sandbox.payments.find(payment)
  kept.state = 'SUCCESS'
  kept.transactionId = '4200000000000000001'
  await village.minutesLater(1)
  expect(await village.order(buyer, number)).toMatchObject({
    state: 'lapsed',
    refunds: [{ amountFen: 3200, because: 'late' }],
  })
  expect(await village.findings()).toEqual([])
})
