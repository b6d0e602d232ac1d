import { afterAll, beforeAll, expect, it } from 'vitest'
import { done, refused } from '../../../../../test/participation-village.ts'
import { VoucherVillage } from '../../../../../test/voucher-village.ts'

let village: VoucherVillage
beforeAll(async () => {
  village = await VoucherVillage.create()
}, 60_000)
afterAll(() => village.test.close())

it('is dropped while it waits, and the account before goes on', async () => {
  const { changeId } = await done(village.proposeAccount())
  const drop = () => village.post(village.second, `${village.accountUrl()}/drop`, { changeId })
  await done(drop())
  expect(await village.merchantShown()).toMatchObject({ account: null, change: null })
  expect(await refused(drop())).toBe('409 no_account_waits')
})
