import { afterAll, beforeAll, expect, it } from 'vitest'
import { done, refused } from '../../../../../test/participation-village.ts'
import { addPerson } from '../../../../../test/server.ts'
import { VoucherVillage } from '../../../../../test/voucher-village.ts'

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
