import { afterAll, beforeAll, expect, it } from 'vitest'
import { done, refused } from '../../../../../test/participation-village.ts'
import {
  call,
  createTestServer,
  OTHER_VILLAGE,
  VILLAGE,
  type TestPerson,
  type TestServer,
} from '../../../../../test/server.ts'
import {
  buyer,
  createShopVillage,
  SOAP,
  stocked,
  type ShopVillage,
} from '../../../../../test/shop-village.ts'

let test: TestServer
let village: ShopVillage
beforeAll(async () => {
  test = await createTestServer()
  village = await createShopVillage(test)
})
afterAll(() => test.close())

const enter = (person: TestPerson, change: object) =>
  call(test, person, 'POST', '/api/shop/lots', {
    goodRef: SOAP,
    quantity: 5,
    unitCostFen: 990,
    ...change,
  })
const prices = (villageId: string) => call(test, null, 'GET', `/api/villages/${villageId}/shop`)

it('puts goods of the sheet on the public price list', async () => {
  await stocked(test, village, { quantity: 12, expiresOn: '2026-12-31' })
  const { goods, openings } = await done(prices(VILLAGE))
  expect(goods.find((good: { goodRef: string }) => good.goodRef === SOAP)).toMatchObject({
    name: { en: 'Laundry liquid' },
    pointsHundredths: 2000,
    leftQuantity: 12,
  })
  expect(openings).toHaveLength(1)
  expect(await done(prices(OTHER_VILLAGE))).toMatchObject({ goods: [] })
})

it('is refused of other goods, of expired ones, and to others than the committee', async () => {
  expect(await refused(enter(village.manager, { goodRef: 'gold' }))).toBe('404 unknown_good')
  expect(await refused(enter(village.manager, { expiresOn: '2026-03-01' }))).toBe(
    '400 lot_expires_too_soon',
  )
  expect(await refused(enter(village.manager, { quantity: 0 }))).toMatch(/^400 /)
  expect(await refused(enter(village.leader, {}))).toBe('403 role_required')
  expect(await refused(enter(await buyer(test), {}))).toBe('403 role_required')
})

it('opens when it is announced, until that is taken back', async () => {
  const now = test.clock.now().getTime()
  const at = (hours: number) => new Date(now + hours * 3_600_000).toISOString()
  const announce = (from: number, to: number, person = village.manager) =>
    call(test, person, 'POST', '/api/shop/openings', { opensAt: at(from), closesAt: at(to) })
  for (const [from, to] of [
    [5, 5],
    [-3, -1],
    [1, 14],
    [93 * 24, 93 * 24 + 1],
  ] as const)
    expect(await refused(announce(from, to))).toBe('400 opening_times_wrong')
  expect(await refused(announce(24, 26, village.leader))).toBe('403 role_required')
  const { openingId } = await done(announce(24, 26))
  const cancel = () => call(test, village.manager, 'POST', `/api/shop/openings/${openingId}/cancel`)
  expect((await done(prices(VILLAGE))).openings).toHaveLength(2)
  await done(cancel())
  expect((await done(prices(VILLAGE))).openings).toHaveLength(1)
  expect(await refused(cancel())).toBe('404 unknown_opening')
})

it('pays from a budget that the village voted, and from no other', async () => {
  const choose = (budgetId: string) =>
    call(test, village.manager, 'POST', '/api/shop/budget', { budgetId })
  expect(await refused(choose(test.server.newId()))).toBe('404 no_such_budget')
  const unvoted = { nameZh: '没有决议的钱', mostFen: 100 }
  expect(await refused(call(test, village.manager, 'POST', '/api/budgets', unvoted))).toMatch(
    /^400 /,
  )
  const close = `/api/budgets/${village.budgetId}/close`
  await done(call(test, village.manager, 'POST', close))
  expect(await refused(choose(village.budgetId))).toBe('409 budget_ended')
  const { budgets } = await done(call(test, village.leader, 'GET', '/api/shop/counter'))
  expect(budgets).toMatchObject([{ isShops: true, isClosed: true, leftFen: 0 }])
})
