import { afterAll, beforeAll, expect, it } from 'vitest'
import { done, refused } from '../../../../../test/participation-village.ts'
import { addPerson, call, VILLAGE } from '../../../../../test/server.ts'
import { walletOf } from '../../../../../test/shop-village.ts'
import { VoucherVillage } from '../../../../../test/voucher-village.ts'
import { checkConsistency } from '../../../../check-consistency.ts'
import { expireVouchers } from '../issued/expire-vouchers.ts'

let village: VoucherVillage
beforeAll(async () => {
  village = await VoucherVillage.create()
}, 60_000)
afterAll(() => village.test.close())

it('takes no more vouchers, and stands on no price list', async () => {
  const end = () => village.post(village.manager, `/api/merchants/${village.merchantId}/end`)
  const person = await village.buyer()
  const code = await village.bought(person)
  await done(end())
  expect(await refused(village.redeem(village.till, code))).toBe('403 role_required')
  expect(await refused(end())).toBe('409 merchant_ended')
  const who = { personId: (await addPerson(village.test)).personId }
  const url = `/api/merchants/${village.merchantId}/people`
  expect(await refused(village.post(village.manager, url, { who }))).toBe('409 merchant_ended')
  const { kinds } = await village.vouchersOf(person)
  expect(kinds[0].merchants).toMatchObject([{ name: '镇上药店' }])
  expect(await done(village.redeem(village.otherTill, code))).toMatchObject({ leftFen: 0 })
  const nowhere = village.post(village.manager, `/api/merchants/${village.kindId}/end`)
  expect(await refused(nowhere)).toBe('404 unknown_merchant')
})

it('leaves nobody with a voucher that is taken nowhere: none is sold, and the points come back', async () => {
  const { test } = village
  const merchantId = await village.entered('老街理发')
  const elsewhere = await village.entered('镇上粮油')
  const kindId = await village.offered({ merchantIds: [merchantId], unspent: 'lapsed' })
  const merchantIds = [merchantId, elsewhere]
  const { voucherKindId: waiting } = await done(village.proposeKind({ merchantIds }))
  const person = await village.buyer()
  const code = await village.bought(person, kindId)
  await done(village.post(village.manager, `/api/merchants/${merchantId}/end`))
  expect(await refused(village.buy(person, kindId))).toBe('409 voucher_taken_nowhere')
  expect(await refused(village.post(village.second, `/api/voucher-kinds/${waiting}/confirm`))).toBe(
    '409 merchant_ended',
  )
  const prices = await done(call(test, null, 'GET', `/api/villages/${VILLAGE}/vouchers`))
  const isIt = (one: { voucherKindId: string }) => one.voucherKindId === kindId
  expect(prices.kinds.some(isIt)).toBe(false)
  const look = await done(village.look(village.otherTill, code))
  expect(look.canTake).toMatchObject({ code: 'voucher_taken_nowhere' })
  await expireVouchers(test.server, VILLAGE)
  expect(await walletOf(test, person)).toBe(10_000)
  const { vouchers } = await village.vouchersOf(person)
  expect(vouchers).toMatchObject([{ state: 'expired', code: null, returnedHundredths: 3000 }])
  const { items } = await done(call(test, person, 'GET', '/api/me/messages'))
  expect(items[0]).toMatchObject({ kind: 'voucher.expired', params: { returnedHundredths: 3000 } })
  expect(await checkConsistency(test)).toEqual([])
})
