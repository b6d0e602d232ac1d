import { afterAll, beforeAll, expect, it } from 'vitest'
import { done, refused } from '../../../../../test/participation-village.ts'
import { VoucherVillage } from '../../../../../test/voucher-village.ts'

let village: VoucherVillage
beforeAll(async () => {
  village = await VoucherVillage.create(5000)
}, 60_000)
afterAll(() => village.test.close())

it('needs merchants that take vouchers, and a budget of a resolution that is open and suffices', async () => {
  const nowhere = village.manager.personId
  const refusal = (change: object) => refused(village.proposeKind(change))
  expect(await refusal({ merchantIds: [nowhere] })).toBe('404 unknown_merchant')
  expect(await refusal({ budgetId: nowhere })).toBe('404 unknown_budget')
  expect(await refusal({ valueFen: 5001 })).toBe('409 budget_exceeded')
  expect(await refusal({ merchantIds: [] })).toBe('400 invalid_request')
  expect(await refusal({ unspent: 'paid' })).toBe('400 invalid_request')
  const gone = await village.entered('关了的店')
  await done(village.post(village.manager, `/api/merchants/${gone}/end`))
  expect(await refusal({ merchantIds: [gone] })).toBe('409 merchant_ended')
  expect(await refused(village.proposeKind({}, village.till))).toBe('403 role_required')
  await done(village.post(village.manager, `/api/budgets/${village.budgetId}/close`))
  expect(await refusal({})).toBe('409 budget_closed')
})
