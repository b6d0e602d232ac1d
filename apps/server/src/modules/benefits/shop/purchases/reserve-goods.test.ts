import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { done, refused } from '../../../../../test/participation-village.ts'
import { disagreements } from '../../../../../test/scoring-village.ts'
import {
  addPerson,
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
  giveWallet,
  leftOf,
  reserve,
  reserved,
  shopOf,
  SOAP,
  stocked,
  votedBudget,
  walletOf,
  type ShopVillage,
} from '../../../../../test/shop-village.ts'
import { checkStock } from '../check-stock.ts'

let test: TestServer
let village: ShopVillage
beforeAll(async () => {
  test = await createTestServer()
  village = await createShopVillage(test)
})
afterAll(() => test.close())

const uneven = () =>
  test.database.inVillage(VILLAGE, async (db) => [
    ...(await checkStock(db, VILLAGE)),
    ...(await disagreements(test)),
  ])

describe('reserveGoods', () => {
  it('sets goods, points and money aside, of what expires first', async () => {
    const later = await stocked(test, village, { expiresOn: '2026-06-30', quantity: 3 })
    const sooner = await stocked(test, village, { expiresOn: '2026-04-30', quantity: 2 })
    // It expires before it would have to be fetched.
    const tooSoon = await stocked(test, village, { expiresOn: '2026-03-05' })
    const person = await buyer(test)
    await reserved(test, person, 3)
    expect([await leftOf(test, sooner), await leftOf(test, later)]).toEqual([0, 2])
    expect(await leftOf(test, tooSoon)).toBe(5)
    const { goods, purchases, walletHundredths, heldHundredths } = await shopOf(test, person)
    expect(goods.find((good: { goodRef: string }) => good.goodRef === SOAP)).toMatchObject({
      name: { zh: '洗衣液' },
      leftQuantity: 2,
      closed: null,
      returnDays: 7,
    })
    expect(purchases).toMatchObject([{ quantity: 3, pointsHundredths: 6000, state: 'reserved' }])
    expect([walletHundredths, heldHundredths]).toEqual([4000, 6000])
    expect(await refused(reserve(test, person, 3))).toBe('409 out_of_stock')
    expect(await refused(reserve(test, person, 1, { goodRef: 'gold' }))).toBe('404 unknown_good')
    await reserved(test, person, 2)
    const { walletHundredths: rest } = await shopOf(test, person)
    expect(rest).toBe(0)
    expect(await uneven()).toEqual([])
  })

  it('gives 32 rivals at the last five exactly five', async () => {
    const lotId = await stocked(test, village, { quantity: 5 })
    const rivals: TestPerson[] = []
    for (let no = 0; no < 32; no += 1) rivals.push(await buyer(test, 2000))
    const answers = await Promise.all(rivals.map((rival) => refused(reserve(test, rival))))
    expect(answers.filter((answer) => answer === '200 accepted')).toHaveLength(5)
    expect(answers.filter((answer) => answer === '409 out_of_stock')).toHaveLength(27)
    expect(await leftOf(test, lotId)).toBe(0)
    const wallets = await Promise.all(rivals.map((rival) => walletOf(test, rival)))
    expect(wallets.filter((wallet) => wallet === 0)).toHaveLength(5)
    expect(await uneven()).toEqual([])
  })

  it('never takes a wallet below zero, and takes nothing while something is owed', async () => {
    await stocked(test, village, { quantity: 20 })
    const person = await buyer(test, 3000)
    const answers = await Promise.all([1, 1, 1].map((one) => refused(reserve(test, person, one))))
    expect(answers.toSorted((a, b) => a.localeCompare(b))).toEqual([
      '200 accepted',
      '409 not_enough_points',
      '409 not_enough_points',
    ])
    expect(await walletOf(test, person)).toBe(1000)
    const poor = await reserve(test, person)
    expect(poor.json()).toMatchObject({
      code: 'not_enough_points',
      detail: '可用积分不够：要 20 分，还有 10 分。',
    })
    const debtor = await buyer(test, -500)
    const owing = await reserve(test, debtor)
    expect(owing.json()).toMatchObject({ code: 'wallet_owes' })
    expect(owing.json().detail).toContain('还欠 5 分')
    await giveWallet(test, debtor, 2500)
    await done(reserve(test, debtor))
    expect(await walletOf(test, debtor)).toBe(0)
  })

  it('sets at most ten aside for a household, however many telephones ask at one moment', async () => {
    await stocked(test, village, { quantity: 14 })
    const person = await buyer(test, 30_000)
    const kin = await addPerson(test, { householdId: person.householdId })
    const sent = Array.from({ length: 14 }, (_, no) =>
      refused(reserve(test, no % 2 ? kin : person)),
    )
    const answers = await Promise.all(sent)
    expect(answers.filter((answer) => answer === '200 accepted')).toHaveLength(10)
    expect(answers.filter((answer) => answer === '409 too_many_reserved')).toHaveLength(4)
  })

  it('closes a line that would exceed the budget, or has none', async () => {
    await stocked(test, village, { quantity: 20, goodRef: 'r183', unitCostFen: 800 })
    const person = await buyer(test, 20_000)
    const small = await votedBudget(test, village.manager, 1000)
    const choose = (budgetId: string) =>
      call(test, village.manager, 'POST', '/api/shop/budget', { budgetId })
    await done(choose(small))
    const noodles = { goodRef: 'r183' }
    expect(await refused(reserve(test, person, 2, noodles))).toBe('409 budget_exceeded')
    await done(reserve(test, person, 1, noodles))
    const { goods } = await shopOf(test, person)
    expect(goods.find((good: { goodRef: string }) => good.goodRef === 'r183')).toMatchObject({
      leftQuantity: 19,
      closed: 'budget',
    })
    expect(await refused(reserve(test, person, 1, noodles))).toBe('409 budget_exceeded')
    await done(choose(village.budgetId))
    expect(await uneven()).toEqual([])
  })

  it('is entered by a cadre for somebody, who is told; not for the own household', async () => {
    await stocked(test, village, { quantity: 20 })
    const person = await buyer(test)
    const kin = await addPerson(test, { householdId: village.leader.householdId })
    const onBehalf = ({ personId }: { personId: string }) => ({
      onBehalf: { personId, channel: 'oral' },
    })
    await done(reserve(test, village.leader, 1, onBehalf(person)))
    const { items } = await done(call(test, person, 'GET', '/api/me/messages'))
    expect(items[0]).toMatchObject({
      kind: 'purchase.reserved',
      params: { nameZh: '洗衣液', pointsHundredths: 2000, byName: village.leader.name },
    })
    expect((await shopOf(test, person)).purchases[0]).toMatchObject({
      enteredByName: village.leader.name,
    })
    for (const whom of [village.leader, kin])
      expect(await refused(reserve(test, village.leader, 1, onBehalf(whom)))).toBe(
        '400 buy_for_oneself',
      )
    expect(await refused(reserve(test, person, 1, onBehalf(village.leader)))).toBe(
      '403 buy_not_for_others',
    )
  })

  it('is refused to strangers, other villages, who has not joined, and without an opening', async () => {
    const person = await buyer(test)
    const apart = await addPerson(test, { joined: false })
    const foreign = await addPerson(test, { villageId: OTHER_VILLAGE })
    expect(await refused(reserve(test, null))).toBe('401 not_signed_in')
    expect(await refused(reserve(test, apart))).toBe('403 household_not_joined')
    expect(await refused(reserve(test, foreign))).toBe('404 unknown_good')
    expect(await refused(reserve(test, person, 0))).toMatch(/^400 /)
    test.clock.set(new Date(test.clock.now().getTime() + 9 * 3_600_000))
    expect(await refused(reserve(test, person))).toBe('409 no_opening_ahead')
  })
})
