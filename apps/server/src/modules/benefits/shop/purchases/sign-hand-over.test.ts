import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { done, refused } from '../../../../../test/participation-village.ts'
import { disagreements, leavesOf } from '../../../../../test/scoring-village.ts'
import {
  addPerson,
  call,
  createTestServer,
  VILLAGE,
  type TestPerson,
  type TestServer,
} from '../../../../../test/server.ts'
import {
  buyer,
  createShopVillage,
  fetched,
  handOver,
  reserved,
  shopOf,
  sign,
  stocked,
  walletOf,
  type ShopVillage,
} from '../../../../../test/shop-village.ts'
import { checkStock } from '../check-stock.ts'

let test: TestServer
let village: ShopVillage
beforeAll(async () => {
  test = await createTestServer()
  village = await createShopVillage(test)
  await stocked(test, village, { quantity: 50 })
})
afterAll(() => test.close())

async function handed(person: TestPerson): Promise<string> {
  const purchaseId = await reserved(test, person)
  await done(handOver(test, village.manager, person, purchaseId))
  return purchaseId
}
const inboxOf = async (person: TestPerson) => {
  const { items } = await done(call(test, person, 'GET', '/api/workbench/inbox'))
  return items.filter(({ kind }: { kind: string }) => kind === 'shop_sign_off')
}
const budget = async () => {
  const { items } = await done(call(test, village.manager, 'GET', '/api/budgets'))
  return items.find((one: { budgetId: string }) => one.budgetId === village.budgetId)
}

describe('signHandOver', () => {
  it('spends points and money once a second household has signed', async () => {
    const person = await buyer(test)
    const purchaseId = await handed(person)
    expect(await budget()).toMatchObject({ heldFen: 990, spentFen: 0 })
    expect(await inboxOf(village.second)).toMatchObject([{ count: 1 }])
    expect(await inboxOf(village.manager)).toEqual([])
    await done(sign(test, village.second, purchaseId))
    expect(await refused(sign(test, village.second, purchaseId))).toBe('409 not_handed_over')
    expect(await walletOf(test, person)).toBe(8000)
    expect(await budget()).toMatchObject({ heldFen: 0, spentFen: 990 })
    const [receipt] = (await shopOf(test, person)).purchases
    expect(receipt).toMatchObject({
      state: 'fetched',
      handedByName: village.manager.name,
      signedByName: village.second.name,
      returnUntil: '2026-03-09',
    })
    const { items } = await done(call(test, person, 'GET', '/api/me/messages'))
    expect(items[0]).toMatchObject({ kind: 'purchase.fetched', params: { quantity: 1 } })
    expect(await inboxOf(village.second)).toEqual([])
    const uneven = await test.database.inVillage(VILLAGE, (db) => checkStock(db, VILLAGE))
    expect([...uneven, ...(await disagreements(test))]).toEqual([])
  })

  it('is refused to the household that handed over, and to the buyer’s', async () => {
    const person = await buyer(test)
    const purchaseId = await handed(person)
    const kinOfFirst = await addPerson(test, {
      householdId: village.manager.householdId,
      roles: ['group_leader'],
    })
    for (const one of [village.manager, kinOfFirst])
      expect(await refused(sign(test, one, purchaseId))).toBe('403 sign_off_by_same_household')
    const kinOfBuyer = await addPerson(test, {
      householdId: person.householdId,
      roles: ['committee'],
    })
    expect(await refused(sign(test, kinOfBuyer, purchaseId))).toBe('403 own_household_purchase')
    expect(await refused(sign(test, kinOfBuyer, purchaseId, false))).toBe(
      '403 own_household_purchase',
    )
    expect(await refused(sign(test, person, purchaseId))).toBe('403 role_required')
    expect(await refused(sign(test, village.second, test.server.newId()))).toBe(
      '404 unknown_purchase',
    )
    const { toSign } = await done(call(test, kinOfFirst, 'GET', '/api/shop/counter'))
    expect(toSign[0].canSign).toMatchObject({ code: 'sign_off_by_same_household' })
  })

  it('takes a mistake back: the goods are reserved as before', async () => {
    const person = await buyer(test)
    const purchaseId = await handed(person)
    await done(sign(test, village.manager, purchaseId, false))
    expect((await shopOf(test, person)).purchases).toMatchObject([{ state: 'reserved' }])
    await done(handOver(test, village.leader, person, purchaseId))
    await done(sign(test, village.manager, purchaseId))
    expect(await walletOf(test, person)).toBe(8000)
  })

  it('tells the log that something was fetched, and neither what nor by whom', async () => {
    const person = await buyer(test)
    const purchaseId = await fetched(test, village, person)
    const secret = await test.database.inVillage(VILLAGE, (db) =>
      test.server.secrets.of(db, VILLAGE),
    )
    const purchase = secret.pseudonym('purchase', purchaseId)
    const { rows } = await test.owner.query<{ kind: string; leaf: Buffer }>(
      "SELECT kind, leaf FROM record WHERE kind LIKE 'shop.%' AND convert_from(leaf, 'UTF8') LIKE $1 ORDER BY record_id",
      [`%${purchase}%`],
    )
    expect(rows.map(({ kind }) => kind)).toEqual(['shop.reserved', 'shop.redeemed'])
    for (const { leaf } of rows)
      expect(JSON.parse(leaf.toString('utf8')).public).toEqual({ purchase })
    expect(await leavesOf(test, 'wallet.counted', person.householdId)).toEqual([])
  })
})
