import { afterAll, beforeAll, expect, it } from 'vitest'
import { done, refused, sortedStatuses } from '../../../../../test/participation-village.ts'
import { addPerson, call } from '../../../../../test/server.ts'
import { VoucherVillage } from '../../../../../test/voucher-village.ts'

let village: VoucherVillage
beforeAll(async () => {
  village = await VoucherVillage.create()
  await done(village.redeem(village.till, await village.bought(await village.buyer())))
}, 60_000)
afterAll(() => village.test.close())

it('waits for the end of the month, and settles what was spent in it, once', async () => {
  expect(await refused(village.propose('2026-03'))).toBe('409 settlement_month_runs')
  village.test.clock.set(new Date('2026-04-01T01:00:00Z'))
  expect(await refused(village.propose('2026-02'))).toBe('409 nothing_to_settle')
  expect(await refused(village.propose('2026-13'))).toBe('400 invalid_request')
  const kin = await addPerson(village.test, {
    householdId: village.till.householdId,
    roles: ['committee'],
  })
  expect(await refused(village.propose('2026-03', kin))).toBe('403 own_merchant')
  const answers = await Promise.all([village.propose('2026-03'), village.propose('2026-03')])
  expect(sortedStatuses(answers)).toEqual([200, 409])
  const url = '/api/voucher-settlements'
  const { items } = await done(call(village.test, village.second, 'GET', url))
  expect(items).toMatchObject([
    { month: '2026-03', isOver: true, state: 'proposed', amountFen: 1000, redemptionCount: 1 },
  ])
})
