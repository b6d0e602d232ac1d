import { afterAll, beforeAll, expect, it } from 'vitest'
import { done, refused } from '../../../../../test/participation-village.ts'
import { call } from '../../../../../test/server.ts'
import { VoucherVillage } from '../../../../../test/voucher-village.ts'

let village: VoucherVillage
beforeAll(async () => {
  village = await VoucherVillage.create()
}, 60_000)
afterAll(() => village.test.close())

it('enters a merchant that nobody takes vouchers for yet', async () => {
  await village.entered('豆腐坊')
  const { items } = await done(call(village.test, village.manager, 'GET', '/api/merchants'))
  expect(items.at(-1)).toMatchObject({ name: '豆腐坊', people: [], account: null, endedAt: null })
  const body = { nameZh: '我的店', place: '村口' }
  expect(await refused(village.post(village.till, '/api/merchants', body))).toBe(
    '403 role_required',
  )
  expect(await refused(village.post(village.manager, '/api/merchants', {}))).toBe(
    '400 invalid_request',
  )
})
