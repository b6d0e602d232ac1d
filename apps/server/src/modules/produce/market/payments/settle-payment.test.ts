import { afterAll, beforeAll, expect, it } from 'vitest'
import { MarketVillage } from '../../../../../test/market-village.ts'
import { done, refused } from '../../../../../test/participation-village.ts'
import { makeAccount } from '../../../../pay-sandbox/sandbox-account.ts'
import { recall } from '../../../../../test/packs-village.ts'
import { auditOf } from '../../../../../test/audited-log.ts'

let village: MarketVillage
beforeAll(async () => {
  village = await MarketVillage.create()
}, 120_000)
afterAll(() => village.close())

it('takes the money once, however often and however many at once tell of it', async () => {
  const buyer = await village.buyer()
  const number = await village.asked(buyer, 2)
  const payment = await village.paymentOf(number)
  village.sandbox.payments.pay(payment)
  const told = await Promise.all(
    Array.from({ length: 6 }, () => village.sandbox.notifyPayment(payment)),
  )
  expect(told.map(({ status }) => status)).toEqual([204, 204, 204, 204, 204, 204])
  expect(await village.order(buyer, number)).toMatchObject({ state: 'paid' })
  expect((await village.order(buyer, number)).code).toMatch(/^\d{6}$/)
  expect(await village.findings()).toEqual([])
})

it('believes nothing that the provider has not signed, or not within five minutes', async () => {
  const buyer = await village.buyer()
  const number = await village.asked(buyer, 1)
  const payment = await village.paymentOf(number)
  village.sandbox.payments.pay(payment)
  for (const change of [
    { signature: Buffer.alloc(256, 1).toString('base64') },
    { signature: 'WECHATPAY/SIGNTEST/' },
    { serial: 'PUB_KEY_ID_of_somebody_else' },
    { secondsOff: -301 },
    { secondsOff: 302 },
    { sealKey: 'another-key-of-thirty-two-bytes!' },
    { merchantId: '1900000009' },
  ]) {
    const { status, body } = await village.sandbox.notifyPayment(payment, change)
    expect([status, JSON.parse(body).message]).toEqual([400, 'notification_refused'])
  }
  for (const change of [{ number: 'f'.repeat(32) }, { totalFen: 1 }]) {
    const { status, body } = await village.sandbox.notifyPayment(payment, change)
    expect(status).toBe(400)
    expect(['unknown_payment', 'payment_differs']).toContain(JSON.parse(body).message)
  }
  expect(await village.order(buyer, number)).toMatchObject({ state: 'reserved' })
  const forged = await village.test.http.inject({
    method: 'POST',
    url: village.url('/payment-notifications'),
    payload: { id: '1' },
  })
  expect(forged.statusCode).toBe(400)
  expect(makeAccount().apiV3Key).toHaveLength(32)
  await village.minutesLater(2)
  expect(await village.order(buyer, number)).toMatchObject({ state: 'paid' })
})

it('asks for what nobody told, and gives back what was paid for recalled packs', async () => {
  const buyer = await village.buyer()
  const number = await village.asked(buyer, 1)
  await done(recall(village.grown, 'lot', village.packings[1]?.lotNumber ?? ''))
  village.sandbox.payments.pay(await village.paymentOf(number))
  await village.minutesLater(2)
  expect(await village.order(buyer, number)).toMatchObject({
    state: 'refunded',
    refunds: [{ amountFen: 800, because: 'recalled' }],
  })
  expect(await refused(village.place(buyer, 11))).toBe('409 too_few_packs')
  expect(await village.findings()).toEqual([])
  const { test, keeper } = village
  expect((await auditOf(test.database, keeper.villageId, test.clock.now())).findings).toEqual([])
}, 60_000)
