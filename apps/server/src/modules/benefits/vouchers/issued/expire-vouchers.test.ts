import { instantAfterDays } from '@azalea/text'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { done, refused } from '../../../../../test/participation-village.ts'
import { call, VILLAGE } from '../../../../../test/server.ts'
import { walletOf } from '../../../../../test/shop-village.ts'
import { VoucherVillage } from '../../../../../test/voucher-village.ts'
import { checkConsistency } from '../../../../check-consistency.ts'
import { expireVouchers } from './expire-vouchers.ts'

let village: VoucherVillage
beforeAll(async () => {
  village = await VoucherVillage.create()
}, 60_000)
afterAll(() => village.test.close())

const expire = () => expireVouchers(village.test.server, VILLAGE)

it('gives the points of what is left back, or lets them lapse, as the voucher says', async () => {
  const inParts = await village.offered({ inParts: true })
  const lapsing = await village.offered({ unspent: 'lapsed' })
  const returning = await village.buyer()
  const spender = await village.buyer()
  const lapser = await village.buyer()
  await village.bought(returning)
  const parts = await village.bought(spender, inParts)
  await done(village.redeem(village.till, parts, 301))
  const lapsed = await village.bought(lapser, lapsing)
  const last = instantAfterDays(village.test.clock.now(), 30)
  village.test.clock.set(last)
  await expire()
  expect(await walletOf(village.test, returning)).toBe(7000)
  village.test.clock.set(instantAfterDays(last, 1))
  expect(await refused(village.redeem(village.till, lapsed))).toBe('409 voucher_expired')
  await Promise.all([expire(), expire()])
  await expire()
  expect(await walletOf(village.test, returning)).toBe(10_000)
  const account = await done(
    call(village.test, returning, 'GET', '/api/me/account?unit=wallet&limit=1'),
  )
  expect(account.entries.items).toMatchObject([{ causeKind: 'refund', sellerId: 'vouchers' }])
  // 699 of 1000 fen are left: 20.97 of 30 points.
  expect(await walletOf(village.test, spender)).toBe(7000 + 2097)
  expect(await walletOf(village.test, lapser)).toBe(7000)
  expect(await village.budget()).toEqual({ spentFen: 301, heldFen: 0 })
  expect(await refused(village.redeem(village.till, lapsed))).toBe('409 voucher_expired')
  const { vouchers } = await village.vouchersOf(spender)
  expect(vouchers).toMatchObject([{ state: 'expired', leftFen: 699, returnedHundredths: 2097 }])
  const { items } = await done(call(village.test, lapser, 'GET', '/api/me/messages'))
  const expired = items.filter(({ kind }: { kind: string }) => kind === 'voucher.expired')
  expect(expired).toMatchObject([{ params: { returnedHundredths: 0 } }])
  expect(await checkConsistency(village.test)).toEqual([])
})
