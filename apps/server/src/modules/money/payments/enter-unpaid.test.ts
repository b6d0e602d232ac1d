import { afterAll, beforeAll, expect, it } from 'vitest'
import { done, refused } from '../../../../test/participation-village.ts'
import { PaymentVillage } from '../../../../test/payment-village.ts'
import { call } from '../../../../test/server.ts'
import { accountOf } from '../index.ts'

let village: PaymentVillage
beforeAll(async () => {
  village = await PaymentVillage.create()
})
afterAll(() => village.test.close())

it('is entered as not fetched, with the reason, where nobody comes for the cash any more', async () => {
  const runId = await village.ordered('cash')
  const unpaid = (body: object, who = village.cadre) =>
    call(village.test, who, 'POST', `/api/payment-runs/${runId}/unpaid`, body)
  const reason = '人已去世，钱留给继承人'
  expect(await refused(unpaid({ no: 3, reason }))).toBe('403 own_household_payment')
  expect(await refused(unpaid({ no: 9, reason }))).toBe('400 payment_unknown')
  expect((await unpaid({ no: 1, reason: ' ' })).statusCode).toBe(400)
  const bank = await village.ordered('bank')
  const elsewhere = `/api/payment-runs/${bank}/unpaid`
  expect(
    await refused(call(village.test, village.cadre, 'POST', elsewhere, { no: 1, reason })),
  ).toBe('409 payment_means_wrong')
  expect(await done(unpaid({ no: 1, reason }))).toMatchObject({ failedCount: 1, paidCount: 0 })
  expect(await refused(unpaid({ no: 1, reason }))).toBe('409 payment_answered')
  const sign = { nos: [1] }
  expect(
    await refused(
      call(village.test, village.cadre, 'POST', `/api/payment-runs/${runId}/sign`, sign),
    ),
  ).toBe('409 payment_answered')
  expect((await village.view(runId)).lines[0]).toMatchObject({ state: 'failed', failure: reason })
  // Once somebody may take it, it is ordered anew.
  const again = await done(
    call(village.test, village.cadre, 'POST', `/api/payment-runs/${runId}/repeat`, {
      means: 'cash',
    }),
  )
  expect((await village.view(again.runId)).lines).toMatchObject([{ no: 1, state: 'pending' }])
  expect(await village.checked()).toEqual([])
})

it('is entered of a household that has left, which fetches it no more; what is owed stays owed', async () => {
  const runId = await village.ordered('cash')
  const [leaver] = village.villagers
  if (leaver === undefined) throw new Error('nobody is paid')
  await done(
    call(village.test, leaver, 'POST', `/api/households/${leaver.householdId}/consent`, {
      decision: 'leave',
    }),
  )
  expect((await village.view(runId)).lines[0]).toMatchObject({ state: 'pending' })
  const reason = '已退出，联系不上'
  const body = { no: 1, reason }
  const url = `/api/payment-runs/${runId}/unpaid`
  const owed = accountOf({ kind: 'household', id: leaver.householdId })
  const before = await village.ledger.balance(owed)
  expect(await done(call(village.test, village.cadre, 'POST', url, body))).toMatchObject({
    failedCount: 1,
  })
  expect((await village.view(runId)).lines[0]).toMatchObject({ state: 'failed', failure: reason })
  expect(await village.ledger.balance(owed)).toBe(before + 12_345)
  const { items } = await done(call(village.test, village.cadre, 'GET', '/api/workbench/inbox'))
  expect(items).toContainEqual(
    expect.objectContaining({ kind: 'payments_to_repeat', id: runId, count: 1 }),
  )
  expect(await village.checked()).toEqual([])
})
