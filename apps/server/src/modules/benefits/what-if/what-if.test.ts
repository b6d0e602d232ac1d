import type { OrderRule } from '@azalea/scoring/order'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  adoptedRule,
  answer,
  claim,
  createBenefitsVillage,
  drawTomorrow,
  publishedOffer,
  strictRule,
  type BenefitsVillage,
} from '../../../../test/benefits-village.ts'
import { done, refused } from '../../../../test/participation-village.ts'
import { createScoringVillage, score } from '../../../../test/scoring-village.ts'
import {
  addPerson,
  call,
  createTestServer,
  type TestPerson,
  type TestServer,
} from '../../../../test/server.ts'
import { replayAside } from './replay-aside.ts'
import { replayYear, type ReplayTask } from './replay-year.ts'

const lot: OrderRule = { ...strictRule, precedence: { by: 'lot' }, ties: [] }
const evening: OrderRule = {
  ...strictRule,
  precedence: { by: 'honour_less_received', halfAtQuantity: 20_000 },
}

/** Offers of as many claims each, by households in turn, whose honour rises with their number. */
function pastYear(offers: number, claimsEach: number, households: number): ReplayTask {
  const total = offers * claimsEach
  const claims = {
    offers: Array.from({ length: offers }, (_, no) => ({
      seed: String(no).padStart(64, '0'),
      supplyQuantity: claimsEach * 5_000,
      claims: claimsEach,
    })),
    household: Int32Array.from({ length: total }, (_, at) => {
      const first = (Math.floor(at / claimsEach) * 7) % (households - claimsEach + 1)
      return first + (at % claimsEach)
    }),
    honourHundredths: Float64Array.from({ length: total }, (_, at) => (at * 7919) % 50_000),
    wantedQuantity: new Float64Array(total).fill(20_000),
    leastQuantity: new Float64Array(total).fill(1_000),
  }
  return { rules: [strictRule, evening, lot], claims, households }
}

describe('a year replayed in a thread of its own', () => {
  it('comes to what this thread comes to, and answers others meanwhile', async () => {
    const here = replayYear(pastYear(20, 400, 600))
    const task = pastYear(20, 400, 600)
    let others = 0
    const ticking = setInterval(() => (others += 1), 5)
    const aside = await replayAside(task)
    clearInterval(ticking)
    expect(others).toBeGreaterThan(5)
    expect(aside).toEqual(here)
    expect(task.claims.household.length).toBe(0)
    const [strict, less, drawn] = aside
    expect(less?.giniPermille).toBeLessThan(strict?.giniPermille ?? 0)
    expect(less?.lowerHalfPermille).toBeGreaterThan(strict?.lowerHalfPermille ?? 0)
    expect(drawn?.received.reduce((sum, one) => sum + one, 0)).toBe(20 * 400 * 5_000)
  })

  it('tells what went wrong, and serves the next that waits meanwhile', async () => {
    const wrong = pastYear(2, 40, 60)
    wrong.claims.leastQuantity[3] = 0
    const [first, second] = await Promise.allSettled([
      replayAside(wrong),
      replayAside(pastYear(2, 40, 60)),
    ])
    expect(first).toMatchObject({ status: 'rejected' })
    expect(second.status).toBe('fulfilled')
  })
})

describe('what if another rule of order held', () => {
  let test: TestServer
  let village: BenefitsVillage
  let judge: TestPerson
  let rules: string[]
  beforeAll(async () => {
    test = await createTestServer()
    ;({ committee: judge } = await createScoringVillage(test))
    village = await createBenefitsVillage(test)
    const first = await addPerson(test, { name: '陈大明' })
    const second = await addPerson(test, { name: '林小红' })
    await score(test, first, { itemRef: 'small-high', sourceKind: 'attendance' })
    await score(test, second, { itemRef: 'small-low', sourceKind: 'attendance' })
    const strict = await adoptedRule(test, village)
    const draft = { nameZh: '得过的往后让', nameEn: null, rule: evening, unit: 'kg' }
    const { orderRuleId } = await done(call(test, judge, 'POST', '/api/order-rules', draft))
    rules = [strict, orderRuleId]
    for (let times = 0; times < 2; times += 1) {
      const offerId = await publishedOffer(test, village, strict, {
        supplyQuantity: 40_000,
        mostQuantity: 40_000,
      })
      for (const person of [first, second]) await done(claim(test, person, offerId, 40_000))
      await drawTomorrow(test)
      await done(answer(test, first, offerId, 40_000))
    }
  })
  afterAll(() => test.close())

  const whatIf = (person: TestPerson | null, chosen: readonly string[], more = '') =>
    call(
      test,
      person,
      'GET',
      `/api/order-rules/what-if?kind=produce_sale&unit=kg&rules=${chosen.join(',')}${more}`,
    )

  it('is told side by side, also of a rule that nobody has voted for yet, and masked', async () => {
    const told = await done(whatIf(judge, rules))
    expect(told).toMatchObject({ offers: 2, claims: 4, households: 2, supplyQuantity: 80_000 })
    expect(told.rules).toMatchObject([
      { state: 'adopted', giniPermille: 500, lowerHalfPermille: 0, longestWaitOffers: 2 },
      { state: 'draft', receivingHouseholds: 2, lowerHalfPermille: 500, mostOftenFirst: 1 },
    ])
    expect(told.rules[0]).toMatchObject({ receivingHouseholds: 1, mostOftenFirst: 2 })
    expect(told.lines.map(({ quantities }: { quantities: number[] }) => quantities)).toEqual([
      [80_000, 40_000],
      [0, 40_000],
    ])
    expect(JSON.stringify(told.lines)).not.toMatch(/陈大明|林小红/)
  })

  it('names no household for which nothing differs', async () => {
    const [strict = ''] = rules
    expect((await done(whatIf(judge, [strict]))).lines).toEqual([])
    const draft = { nameZh: '荣誉分分一档', nameEn: null, rule: strictRule }
    const { orderRuleId } = await done(call(test, judge, 'POST', '/api/order-rules', draft))
    expect((await done(whatIf(judge, [strict, orderRuleId]))).lines).toEqual([])
  })

  it('is for those who read queues, of rules that there are', async () => {
    const villager = await addPerson(test)
    expect((await whatIf(villager, rules)).statusCode).toBe(403)
    const unknown = '019cac0f-2680-7000-8000-000000000000'
    expect(await refused(whatIf(judge, [unknown]))).toBe('404 unknown_order_rule')
    expect((await whatIf(judge, ['nothing'])).statusCode).toBe(400)
    const none = await done(
      call(
        test,
        judge,
        'GET',
        `/api/order-rules/what-if?kind=plot&unit=piece&rules=${rules.join(',')}`,
      ),
    )
    expect(none).toMatchObject({ offers: 0, claims: 0, lines: [] })
    expect(none.rules[0]).toMatchObject({ giniPermille: null, lowerHalfPermille: null })
  })
})
