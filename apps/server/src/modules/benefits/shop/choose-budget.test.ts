import { afterAll, expect, it } from 'vitest'
import { sentTwice } from '../../../../test/once-per-key.ts'
import { done, refused } from '../../../../test/participation-village.ts'
import { call, createTestServer, type TestPerson } from '../../../../test/server.ts'
import { createShopVillage, votedBudget } from '../../../../test/shop-village.ts'

const test = await createTestServer()
const village = await createShopVillage(test)
afterAll(() => test.close())

const choose = (who: TestPerson | null, budgetId: string, key?: string) =>
  call(test, who, 'POST', '/api/shop/budget', { budgetId }, key === undefined ? {} : { key })
const budgets = async () =>
  (await done(call(test, village.leader, 'GET', '/api/shop/counter'))).budgets as object[]

it('pays from the budget that was chosen last, once for one key', async () => {
  const other = await votedBudget(test, village.manager, 5000)
  await sentTwice(test, (key) => choose(village.second, other, key))
  expect(await budgets()).toContainEqual(
    expect.objectContaining({ budgetId: other, isShops: true }),
  )
  await done(choose(village.manager, village.budgetId))
  expect(await budgets()).toContainEqual(
    expect.objectContaining({ budgetId: village.budgetId, isShops: true }),
  )
  expect(await refused(choose(null, other))).toBe('401 not_signed_in')
  expect(await refused(choose(village.leader, other))).toBe('403 role_required')
})

it('pays from a budget that the village voted, and from no other', async () => {
  expect(await refused(choose(village.manager, test.server.newId()))).toBe('404 no_such_budget')
  const unvoted = { nameZh: '没有决议的钱', mostFen: 100 }
  expect(await refused(call(test, village.manager, 'POST', '/api/budgets', unvoted))).toMatch(
    /^400 /,
  )
  const close = `/api/budgets/${village.budgetId}/close`
  await done(call(test, village.manager, 'POST', close))
  expect(await refused(choose(village.manager, village.budgetId))).toBe('409 budget_ended')
  expect(await budgets()).toContainEqual(
    expect.objectContaining({ isShops: true, isClosed: true, leftFen: 0 }),
  )
})
