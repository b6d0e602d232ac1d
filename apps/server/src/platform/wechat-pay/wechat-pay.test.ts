import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeAccount } from '../../pay-sandbox/sandbox-account.ts'
import { startPaySandbox, type PaySandbox } from '../../pay-sandbox/sandbox-server.ts'
import { seededRandomness } from '../../../test/randomness.ts'
import { ManualClock } from '../clock.ts'
import { PaymentProblem } from '../payment-provider.ts'
import { createWechatPay, type WechatPaySettings } from './wechat-pay.ts'

const account = makeAccount()
const clock = new ManualClock(new Date('2026-03-02T01:00:00Z'))
let sandbox: PaySandbox
let told: { headers: Record<string, string>; body: Buffer }[] = []
beforeAll(async () => {
  sandbox = await startPaySandbox({
    account,
    clock,
    pageUrl: () => 'http://localhost/pay',
    deliver: async (_, headers, body) => {
      told.push({ headers, body: Buffer.from(body) })
      return { status: 204, body: '' }
    },
  })
})
afterAll(() => sandbox.close())

const connected = (change: Partial<WechatPaySettings> = {}, at = clock) =>
  createWechatPay(
    { ...sandbox.settings, ...change },
    { clock: at, randomness: seededRandomness('pay') },
    { patienceMilliseconds: 400 },
  )
const payment = (paymentNumber: string) => ({
  paymentNumber,
  amountFen: 1600,
  description: '大石盖村 260302-K7QF',
  expiresAt: new Date('2026-03-02T01:15:00Z'),
  notifyUrl: 'https://village.example/notify',
  payerAddress: '10.0.0.1',
})

async function troubleOf(asking: Promise<unknown>) {
  const problem = await asking.catch((error: unknown) => error)
  expect(problem).toBeInstanceOf(PaymentProblem)
  // Neither the message nor what hangs on it tells a key.
  const said = JSON.stringify(problem, Object.getOwnPropertyNames(problem))
  expect(said).not.toMatch(/PRIVATE KEY|sandbox-key|signature=/)
  return (problem as PaymentProblem).trouble
}

it('opens a payment once, finds what became of it, and gives back a part', async () => {
  const pay = connected()
  const number = 'a'.repeat(32)
  expect(await pay.find(number)).toEqual({ state: 'unknown', paid: null })
  const first = await pay.open(payment(number))
  expect(first.payUrl).toMatch(/^http:\/\/localhost\/pay\?prepay_id=wx/)
  expect(await pay.open(payment(number))).toEqual(first)
  expect(await troubleOf(pay.open({ ...payment(number), amountFen: 1 }))).toBe('refused')
  expect(await pay.find(number)).toEqual({ state: 'pending', paid: null })
  const back = {
    refundNumber: 'r'.repeat(32),
    paymentNumber: number,
    amountFen: 600,
    totalFen: 1600,
    because: 'missing',
    notifyUrl: 'https://village.example/notify',
  }
  expect(await troubleOf(pay.refund(back))).toBe('refused')
  await sandbox.pay(number)
  expect(await pay.find(number)).toMatchObject({ state: 'paid', paid: { amountFen: 1600 } })
  expect(await troubleOf(pay.close(number))).toBe('refused')
  expect(await pay.findRefund(back.refundNumber)).toEqual({ state: 'unknown' })
  expect(await pay.refund(back)).toEqual({ state: 'pending' })
  expect(await pay.refund(back)).toEqual({ state: 'pending' })
  const more = { ...back, refundNumber: 's'.repeat(32), amountFen: 1001 }
  expect(await troubleOf(pay.refund(more))).toBe('refused')
  await sandbox.notifyRefund(back.refundNumber)
  expect(await pay.findRefund(back.refundNumber)).toEqual({ state: 'done' })
})

it('ends a payment, which nobody can pay any more', async () => {
  const pay = connected()
  const number = 'b'.repeat(32)
  await pay.open(payment(number))
  await pay.close(number)
  expect(await pay.find(number)).toEqual({ state: 'closed', paid: null })
  expect(() => sandbox.payments.pay(number)).toThrow('订单已关闭')
  expect(await troubleOf(pay.open(payment(number)))).toBe('refused')
})

describe('an answer', () => {
  it.each([
    ['silence', 'away'],
    ['http_502', 'away'],
    ['SYSTEM_ERROR', 'away'],
    ['FREQUENCY_LIMITED', 'too_often'],
    ['not_json', 'unreadable'],
    ['unsigned', 'forged'],
    ['wrong_key', 'forged'],
  ])('%s is %s', async (failure, trouble) => {
    const number = 'c'.repeat(32)
    await connected().open(payment(number))
    sandbox.failNext(failure)
    expect(await troubleOf(connected().find(number))).toBe(trouble)
  })

  it('comes only to who signs with the merchant’s key, at about this time', async () => {
    const other = makeAccount()
    const number = 'd'.repeat(32)
    for (const change of [
      { merchantKey: other.merchantKey },
      { merchantSerial: 'another' },
      { merchantId: '1900000009' },
    ])
      expect(await troubleOf(connected(change).open(payment(number)))).toBe('misconfigured')
    const late = new ManualClock(new Date('2026-03-02T01:06:00Z'))
    expect(await troubleOf(connected({}, late).open(payment(number)))).toBe('misconfigured')
    const strange = { platformKeys: new Map([[account.platformSerial, other.platformPublicKey]]) }
    expect(await troubleOf(connected(strange).open(payment(number)))).toBe('forged')
  })
})

it('reads a notification that is signed by either of two keys, and no other', async () => {
  const number = 'e'.repeat(32)
  const other = makeAccount()
  const both = new Map([
    ['older-certificate', other.platformPublicKey],
    [account.platformSerial, account.platformPublicKey],
  ])
  const pay = connected({ platformKeys: both })
  await connected().open(payment(number))
  told = []
  await sandbox.pay(number)
  const [raw] = told
  if (raw === undefined) throw new Error('nothing was told')
  expect(pay.readNotification(raw)).toMatchObject({
    about: 'payment',
    paymentNumber: number,
    found: { state: 'paid', paid: { amountFen: 1600 } },
  })
  const read = (change: object) => async () => pay.readNotification({ ...raw, ...change })
  const header = (name: string, value: string) => ({ headers: { ...raw.headers, [name]: value } })
  for (const [change, trouble] of [
    [{ body: Buffer.concat([raw.body, Buffer.from(' ')]) }, 'forged'],
    [header('wechatpay-serial', 'older-certificate'), 'forged'],
    [header('wechatpay-serial', 'nobody'), 'forged'],
    [header('wechatpay-timestamp', '0'), 'forged'],
    [header('wechatpay-signature', ''), 'forged'],
    [{ headers: {} }, 'forged'],
  ] as const)
    expect(await troubleOf(read(change)())).toBe(trouble)
  const later = connected({}, new ManualClock(new Date('2026-03-02T01:05:01Z')))
  expect(await troubleOf((async () => later.readNotification(raw))())).toBe('stale')
  const wrongKey = connected({ apiV3Key: 'another-key-of-thirty-two-bytes!' })
  expect(await troubleOf((async () => wrongKey.readNotification(raw))())).toBe('unreadable')
})
