import { afterAll, beforeAll, expect, it } from 'vitest'
import { done, refused } from '../../../../../test/participation-village.ts'
import { call } from '../../../../../test/server.ts'
import { VoucherVillage } from '../../../../../test/voucher-village.ts'

let village: VoucherVillage
beforeAll(async () => {
  village = await VoucherVillage.create()
}, 60_000)
afterAll(() => village.test.close())

const account = { holderName: '村口小店', bankName: '信用社', accountNumber: '6228000011112222' }
const url = (id = village.merchantId) => `/api/merchants/${id}/account`
const shown = async (person = village.second) => {
  const { items } = await done(call(village.test, person, 'GET', '/api/merchants'))
  return items.find(({ merchantId }: { merchantId: string }) => merchantId === village.merchantId)
}

it('is dropped while it waits, and the account before goes on', async () => {
  const { changeId } = await done(village.post(village.manager, url(), account))
  const drop = () => village.post(village.second, `${url()}/drop`, { changeId })
  await done(drop())
  expect(await shown()).toMatchObject({ account: null, change: null })
  expect(await refused(drop())).toBe('409 no_account_waits')
})
