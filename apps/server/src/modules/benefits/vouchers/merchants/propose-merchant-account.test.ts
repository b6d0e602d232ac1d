import { afterAll, beforeAll, expect, it } from 'vitest'
import { done, refused } from '../../../../../test/participation-village.ts'
import { addPerson } from '../../../../../test/server.ts'
import { VoucherVillage } from '../../../../../test/voucher-village.ts'

let village: VoucherVillage
beforeAll(async () => {
  village = await VoucherVillage.create()
}, 60_000)
afterAll(() => village.test.close())

it('is proposed by somebody who does not take its vouchers, and pays nobody before it is confirmed', async () => {
  const propose = (person = village.manager, merchantId = village.merchantId) =>
    village.proposeAccount({}, person, merchantId)
  const kin = await addPerson(village.test, {
    householdId: village.till.householdId,
    roles: ['committee'],
  })
  expect(await refused(propose(kin))).toBe('403 own_merchant')
  expect(await refused(propose(village.manager, village.kindId))).toBe('404 unknown_merchant')
  const { changeId } = await done(propose())
  expect(await village.merchantShown()).toMatchObject({
    account: null,
    change: {
      changeId,
      account: { holderName: '村口小店', bankName: '信用社', accountEnds: '2222' },
      proposedByName: village.manager.name,
    },
  })
  const { changeId: later } = await done(propose())
  expect(later).not.toBe(changeId)
  expect((await village.merchantShown()).change.changeId).toBe(later)
})
