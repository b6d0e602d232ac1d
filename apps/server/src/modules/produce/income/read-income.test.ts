import { afterAll, beforeAll, expect, it } from 'vitest'
import { MarketVillage } from '../../../../test/market-village.ts'
import { done, refused } from '../../../../test/participation-village.ts'
import { RoundVillage } from '../../../../test/round-village.ts'
import { addPerson, call, VILLAGE, type TestPerson } from '../../../../test/server.ts'

let round: RoundVillage
beforeAll(async () => {
  round = await RoundVillage.weighing(2)
  await done(round.weigh(0, { grossGrams: 21_003 }))
  await done(round.weigh(1))
  await round.afterHours()
  await done(round.close())
  const { settlementId } = await done(round.propose())
  await done(round.confirm(settlementId))
}, 90_000)
afterAll(() => round.test.close())

const own = (person: TestPerson) => done(call(round.test, person, 'GET', '/api/me/income'))

/** What the ledger holds for payments that go to households. */
async function ordered(): Promise<number> {
  const { rows } = await round.test.owner.query(
    `SELECT coalesce(sum(amount), 0)::int AS fen FROM entry JOIN transfer USING (village_id, transfer_id)
     WHERE village_id = $1 AND cause_kind = 'budget-spending' AND amount > 0`,
    [VILLAGE],
  )
  return rows[0].fen
}

it('tells a household what it earned by season, and nobody else', async () => {
  const [first, second] = round.sellers
  const mine = await own(first!.person)
  expect(mine.seasons).toHaveLength(1)
  const [season] = mine.seasons
  expect(season).toMatchObject({
    name: expect.any(String),
    paidFen: 0,
    sources: [{ source: 'harvest', times: 1 }],
  })
  expect(season.earnedFen).toBe(season.sources[0].earnedFen)
  expect(season.months).toEqual([{ month: expect.any(String), earnedFen: season.earnedFen }])
  const theirs = await own(second!.person)
  expect(theirs.seasons[0].earnedFen).not.toBe(season.earnedFen)
  expect((await own(await addPerson(round.test))).seasons).toEqual([])
  const stranger = await addPerson(round.test)
  expect(await refused(call(round.test, stranger, 'GET', '/api/me/income.pdf'))).toBe(
    '404 no_income_yet',
  )
  expect(await refused(call(round.test, stranger, 'GET', '/api/income'))).toMatch(/^403/)
  const sheet = await call(round.test, first!.person, 'GET', '/api/me/income.pdf')
  expect([sheet.statusCode, sheet.rawPayload.subarray(0, 5).toString()]).toEqual([200, '%PDF-'])
})

it('adds up to what the ledger holds, and to what was paid once the cash is signed for', async () => {
  const desk = () => done(call(round.test, round.drafter, 'GET', '/api/income'))
  const [season] = (await desk()).seasons
  const households = await Promise.all(round.sellers.map(({ person }) => own(person)))
  const sum = households.reduce((all, { seasons }) => all + seasons[0].earnedFen, 0)
  expect([season.earnedFen, season.company.purchasesFen]).toEqual([sum, sum])
  expect(await ordered()).toBe(sum)
  expect(season.items).toHaveLength(2)
  expect(season.items[0].earnedFen).toBeGreaterThan(season.items[1].earnedFen)
  expect(season.company).toMatchObject({ salesFen: 0, marginFen: -sum })
  const { rows } = await round.test.owner.query(`SELECT run_id FROM payment_run`)
  const sign = `/api/payment-runs/${rows[0].run_id}/sign`
  await done(call(round.test, round.drafter, 'POST', sign, { nos: [1] }))
  const after = await desk()
  const paid = after.seasons[0].items.reduce(
    (all: number, { paidFen }: { paidFen: number }) => all + paidFen,
    0,
  )
  const { rows: left } = await round.test.owner.query(
    `SELECT sum(amount)::int AS fen FROM entry WHERE account_id = 'fen/issuer/cash'`,
  )
  expect(paid).toBe(left[0].fen)
  expect(paid).toBeGreaterThan(0)
})

it('publishes nothing from which one of few households could be told', async () => {
  const url = `/api/villages/${VILLAGE}/income`
  const { seasons, fewest } = await done(call(round.test, null, 'GET', url))
  expect(fewest).toBe(5)
  expect(seasons[0]).toMatchObject({
    households: null,
    earnedFen: null,
    medianFen: null,
    sources: [{ source: 'harvest', households: null, earnedFen: null }],
    months: [{ earnedFen: null, salesFen: 0 }],
    company: { salesFen: 0, purchasesFen: null, marginFen: null },
  })
  const body = JSON.stringify(seasons)
  for (const { person } of round.sellers) expect(body).not.toContain(person.householdId)
  expect(await refused(call(round.test, null, 'GET', '/api/villages/330109102299/income'))).toBe(
    '404 unknown_village',
  )
})

it('counts as sold what customers have, on the web and at the till, less what went back', async () => {
  const market = await MarketVillage.create()
  try {
    const buyer = await market.buyer()
    const number = await market.paid(buyer, 3)
    const income = () => done(call(market.test, null, 'GET', `/api/villages/${VILLAGE}/income`))
    expect((await income()).seasons).toEqual([])
    const { orderId, packs } = await done(
      call(market.test, market.keeper, 'GET', `/api/market/orders/find?word=${number}`),
    )
    const missing = [packs[0].number]
    await done(market.desk(`/api/market/orders/${orderId}/hand-over`, { missing }))
    const items = [{ productId: market.productId, count: 2 }]
    await done(market.desk('/api/market/till', { items, totalFen: 1_600 }))
    const [season] = (await income()).seasons
    expect(season.company).toEqual({
      onlineFen: 1_600,
      tillFen: 1_600,
      adoptionFen: 0,
      orders: 2,
      salesFen: 3_200,
      purchasesFen: 0,
      marginFen: 3_200,
    })
    const { rows } = await market.test.owner.query(
      `SELECT sum(balance)::int AS fen FROM ledger_account WHERE account_id LIKE 'fen/company/village%'`,
    )
    expect(rows[0].fen).toBe(3_200)
  } finally {
    await market.close()
  }
}, 90_000)
