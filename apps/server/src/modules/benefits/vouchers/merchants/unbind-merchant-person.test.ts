import { afterAll, beforeAll, expect, it } from 'vitest'
import { done, refused } from '../../../../../test/participation-village.ts'
import { VoucherVillage } from '../../../../../test/voucher-village.ts'

let village: VoucherVillage
beforeAll(async () => {
  village = await VoucherVillage.create()
}, 60_000)
afterAll(() => village.test.close())

it('takes the role back at once', async () => {
  const remove = (merchantId: string) =>
    village.post(village.manager, `/api/merchants/${merchantId}/people/remove`, {
      personId: village.till.personId,
    })
  expect(await refused(remove(village.otherMerchantId))).toBe('404 not_of_this_merchant')
  await done(remove(village.merchantId))
  expect(await refused(village.tillOf(village.till))).toBe('403 role_required')
  expect(await refused(remove(village.merchantId))).toBe('404 not_of_this_merchant')
  expect(await refused(remove(village.kindId))).toBe('404 unknown_merchant')
})
