import { afterAll, beforeAll, expect, it } from 'vitest'
import { done, refused } from '../../../../../test/participation-village.ts'
import { VoucherVillage } from '../../../../../test/voucher-village.ts'

let village: VoucherVillage
beforeAll(async () => {
  village = await VoucherVillage.create()
  await done(village.redeem(village.till, await village.bought(await village.buyer())))
  village.test.clock.set(new Date('2026-04-01T01:00:00Z'))
}, 60_000)
afterAll(() => village.test.close())

it('lets the month be proposed again; what is confirmed stays', async () => {
  const drop = (id: string) => village.post(village.second, `/api/voucher-settlements/${id}/drop`)
  const { settlementId } = await done(village.propose('2026-03'))
  expect(await refused(village.propose('2026-03'))).toBe('409 settlement_exists')
  await done(drop(settlementId))
  expect(await refused(drop(settlementId))).toBe('409 settlement_over')
  expect(await refused(village.confirm(settlementId))).toBe('409 settlement_over')
  expect(await refused(drop(village.kindId))).toBe('404 unknown_settlement')
  const { settlementId: again } = await done(village.propose('2026-03'))
  await done(village.confirm(again))
  expect(await refused(drop(again))).toBe('409 settlement_over')
})
