import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { done, refused } from '../../../../../test/participation-village.ts'
import { addPerson, call, createTestServer, type TestServer } from '../../../../../test/server.ts'
import {
  buyer,
  codeOf,
  createShopVillage,
  handOver,
  opened,
  reserved,
  shopOf,
  stocked,
  type ShopVillage,
} from '../../../../../test/shop-village.ts'

let test: TestServer
let village: ShopVillage
beforeAll(async () => {
  test = await createTestServer()
  village = await createShopVillage(test)
  await stocked(test, village, { quantity: 50, expiresOn: '2026-03-12' })
})
afterAll(() => test.close())

const DAY = 86_400_000

describe('handOverGoods', () => {
  it('hands over to the household whose code is shown, typed or scanned', async () => {
    const person = await buyer(test)
    const purchaseId = await reserved(test, person)
    const code = await codeOf(test, person)
    expect(code).toMatch(/^[0-9A-Y]{8}$/)
    const typed = `${code.slice(0, 4)}-${code.slice(4)}`.toLowerCase()
    const found = await done(call(test, village.manager, 'GET', `/api/shop/counter/${typed}`))
    expect(found).toMatchObject({
      household: { headName: person.name },
      walletHundredths: 8000,
      purchases: [{ purchaseId, canServe: { ok: true } }],
    })
    const body = { code: typed, purchaseIds: [purchaseId] }
    await done(call(test, village.manager, 'POST', '/api/shop/hand-overs', body))
    expect((await shopOf(test, person)).purchases).toMatchObject([{ state: 'handed' }])
    expect(await refused(handOver(test, village.manager, person, purchaseId))).toBe(
      '409 not_reserved',
    )
  })

  it('is refused with another code, to the own household and kin, and to villagers', async () => {
    const person = await buyer(test)
    const other = await buyer(test)
    const purchaseId = await reserved(test, person)
    expect(await refused(handOver(test, village.manager, other, purchaseId))).toBe(
      '409 code_of_other_household',
    )
    const kin = await addPerson(test, {
      householdId: person.householdId,
      roles: ['committee'],
    })
    expect(await refused(handOver(test, kin, person, purchaseId))).toBe(
      '403 own_household_purchase',
    )
    const code = await codeOf(test, person)
    const seen = await done(call(test, kin, 'GET', `/api/shop/counter/${code}`))
    expect(seen.purchases[0].canServe).toMatchObject({ code: 'own_household_purchase' })
    expect(await refused(handOver(test, other, person, purchaseId))).toBe('403 role_required')
    expect(await refused(handOver(test, village.manager, person, test.server.newId()))).toBe(
      '404 unknown_purchase',
    )
    expect(await refused(call(test, village.manager, 'GET', '/api/shop/counter/ABCD2345'))).toBe(
      '404 code_not_known',
    )
  })

  it('is refused outside the opening, after the time to fetch, and of what has expired', async () => {
    const person = await buyer(test)
    const purchaseId = await reserved(test, person)
    const start = test.clock.now().getTime()
    test.clock.set(new Date(start + 9 * 3_600_000))
    expect(await refused(handOver(test, village.manager, person, purchaseId))).toBe(
      '409 shop_closed',
    )
    test.clock.set(new Date(start + 7 * DAY))
    await opened(test, village.manager)
    expect(await refused(handOver(test, village.manager, person, purchaseId))).toBe(
      '409 reservation_over',
    )
    const last = await reserved(test, person).catch(() => null)
    expect(last).toBeNull()
    // Whatever the stock account says: what has expired stays at the counter.
    await test.owner.query(
      "UPDATE purchase SET fetch_until = '2026-04-01' WHERE purchase_id = $1",
      [purchaseId],
    )
    await test.owner.query("UPDATE stock_lot SET expires_on = '2026-03-08'")
    expect(await refused(handOver(test, village.manager, person, purchaseId))).toBe(
      '409 lot_expired',
    )
  })
})
