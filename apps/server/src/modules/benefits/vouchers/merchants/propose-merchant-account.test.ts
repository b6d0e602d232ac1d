import { afterAll, beforeAll, expect, it } from 'vitest'
import { done, refused } from '../../../../../test/participation-village.ts'
import { addPerson, call } from '../../../../../test/server.ts'
import { VoucherVillage } from '../../../../../test/voucher-village.ts'

let village: VoucherVillage
beforeAll(async () => {
  village = await VoucherVillage.create()
}, 60_000)
afterAll(() => village.test.close())

const account = { holderName: '村口小店', bankName: '信用社', accountNumber: '6228000011112222' }

it('is entered by somebody who does not take its vouchers, and shown by its last digits', async () => {
  const set = (person = village.manager, id = village.merchantId) =>
    village.post(person, `/api/merchants/${id}/account`, account)
  const kin = await addPerson(village.test, {
    householdId: village.till.householdId,
    roles: ['committee'],
  })
  expect(await refused(set(kin))).toBe('403 own_merchant')
  expect(await refused(set(village.manager, village.kindId))).toBe('404 unknown_merchant')
  await done(set())
  const { items } = await done(call(village.test, village.second, 'GET', '/api/merchants'))
  expect(items[0].account).toEqual({
    holderName: '村口小店',
    bankName: '信用社',
    accountEnds: '2222',
  })
})
