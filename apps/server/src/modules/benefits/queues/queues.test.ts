import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { auditOf } from '../../../../test/audited-log.ts'
import {
  adoptedRule,
  answer,
  claim,
  createBenefitsVillage,
  drawTomorrow,
  nextMorning,
  offerOf,
  publishedOffer,
  publishLog,
  queueParts,
  run,
  type BenefitsVillage,
} from '../../../../test/benefits-village.ts'
import { done, refused, sortedStatuses } from '../../../../test/participation-village.ts'
import { createScoringVillage, score } from '../../../../test/scoring-village.ts'
import {
  addPerson,
  call,
  createTestServer,
  VILLAGE,
  type TestPerson,
  type TestServer,
} from '../../../../test/server.ts'
import { checkQueues } from '../check-queues.ts'
import { announceQueue } from './announce-queue.ts'
import { drawQueue } from './draw-queue.ts'
import { runQueues } from './run-queues.ts'

let test: TestServer
let village: BenefitsVillage
let orderRuleId: string
let first: TestPerson
let second: TestPerson
let third: TestPerson
beforeAll(async () => {
  test = await createTestServer()
  await createScoringVillage(test)
  village = await createBenefitsVillage(test)
  orderRuleId = await adoptedRule(test, village)
  first = await addPerson(test)
  second = await addPerson(test)
  third = await addPerson(test)
  await score(test, first, { itemRef: 'small-high', sourceKind: 'attendance' })
  await score(test, second, { itemRef: 'small-low', sourceKind: 'attendance' })
})
afterAll(() => test.close())

const turnOf = async (person: TestPerson, offerId: string) =>
  (await offerOf(test, person, offerId)).ownTurn
const queueOf = (offerId: string, person: TestPerson | null = null) =>
  done(call(test, person, 'GET', `/api/villages/${VILLAGE}/offers/${offerId}/queue`))
const uneven = () => test.database.inVillage(VILLAGE, (db) => checkQueues(db, VILLAGE))

/** What a stranger's audit finds, but for households of the fixture, which have no records. */
async function audited() {
  const { findings, village: audited } = await auditOf(test.database, VILLAGE, test.clock.now())
  const unfounded = /knows no household|joined is not as logged/
  return {
    queues: audited?.tally.queues,
    findings: findings.filter(({ detail }) => !unfounded.test(detail)),
  }
}

describe('a queue', () => {
  it('is announced, drawn by the next checkpoint, called, passed on, settled, and found so by a stranger', async () => {
    const offerId = await publishedOffer(test, village, orderRuleId)
    for (const person of [third, second, first]) await done(claim(test, person, offerId, 50_000))
    await nextMorning(test)
    test.clock.set(new Date('2026-03-03T09:01:00Z'))
    await run(test)
    expect(await refused(claim(test, first, offerId, 1000))).toBe('409 claims_closed')
    await run(test) // no checkpoint covers the announcement yet
    expect(await turnOf(first, offerId)).toBeNull()
    await publishLog(test)
    await run(test)
    expect(await turnOf(first, offerId)).toMatchObject({
      place: 1,
      of: 3,
      quantity: 50_000,
      state: 'called',
      dueOn: '2026-03-06',
      sentences: ['排第 1 位：荣誉分 0.5 分。', '申请的都轮到了：50 公斤。'],
    })
    expect(await turnOf(third, offerId)).toMatchObject({
      place: 3,
      state: 'waiting',
      sentences: [
        '排第 3 位：荣誉分 0 分。',
        '眼下还没有轮到。前面有人放弃或者少要，就依次往后轮。',
        '再多 0.21 分荣誉分，就排到前一位之前。',
      ],
    })
    expect(await refused(answer(test, third, offerId, 1000))).toBe('409 turn_not_called')
    expect(await refused(answer(test, first, offerId, 50_001))).toBe('400 turn_above_called')
    await done(answer(test, first, offerId, 20_000))
    expect(await refused(answer(test, first, offerId, 20_000))).toBe('409 turn_ended')
    expect(await turnOf(third, offerId)).toMatchObject({ state: 'called', quantity: 30_000 })
    // Nobody answers for the second: what lapses goes to the third as well.
    await nextMorning(test, 4)
    await run(test)
    expect(await turnOf(second, offerId)).toMatchObject({ state: 'lapsed', quantity: 0 })
    expect(await turnOf(third, offerId)).toMatchObject({ state: 'called', quantity: 50_000 })
    await done(answer(test, third, offerId, 50_000))
    // What came to a place last can be objected to for three days as well.
    await nextMorning(test, 3)
    await run(test)
    expect(await queueOf(offerId)).toMatchObject({ state: 'drawn' })
    await nextMorning(test)
    await run(test)
    const told = await queueOf(offerId)
    expect(told).toMatchObject({ state: 'settled', leftQuantity: 30_000, keptTakenQuantity: 0 })
    expect(told.lines).toMatchObject([
      { place: 1, state: 'accepted', quantity: 20_000, name: `陈×${first.name.slice(2)}` },
      { place: 2, state: 'lapsed', quantity: 0 },
      { place: 3, state: 'accepted', quantity: 50_000 },
    ])
    expect(await uneven()).toEqual([])
    expect(await audited()).toEqual({ queues: 1, findings: [] })
  })

  it('counts what one had of the kind before, and whose wait was longest', async () => {
    const weighted = await adoptedRule(test, village, {
      precedence: { by: 'honour_less_received', halfAtQuantity: 5_000 },
    })
    const offerId = await publishedOffer(test, village, weighted, { supplyQuantity: 50_000 })
    for (const person of [first, second]) await done(claim(test, person, offerId, 50_000))
    await drawTomorrow(test)
    // 50 of honour with 20 kg received count 10; 20 with nothing count 20.
    expect(await turnOf(second, offerId)).toMatchObject({ place: 1, state: 'called' })
    await done(answer(test, second, offerId, 50_000))
    await nextMorning(test, 4)
    await run(test)
    expect(await audited()).toEqual({ queues: 2, findings: [] })
  })

  it('is one queue whoever runs it: two servers at once, killed between any two steps', async () => {
    const offerId = await publishedOffer(test, village, orderRuleId)
    for (const person of [first, second, third]) await done(claim(test, person, offerId, 40_000))
    await nextMorning(test)
    test.clock.set(new Date(`${test.clock.now().toISOString().slice(0, 10)}T09:01:00Z`))
    const parts = queueParts(test)
    const announced = await Promise.all([1, 2, 3].map(() => announceQueue(parts, VILLAGE, offerId)))
    expect(announced.filter(Boolean)).toHaveLength(1)
    await publishLog(test)
    await Promise.all([run(test), run(test), run(test)])
    const records = await test.owner.query(
      `SELECT kind, count(*)::int AS times FROM record WHERE recorded_at >= $1 AND kind LIKE 'queue.%' GROUP BY kind ORDER BY kind`,
      [test.clock.now()],
    )
    expect(records.rows).toEqual([
      { kind: 'queue.announced', times: 1 },
      { kind: 'queue.drawn', times: 1 },
    ])
    expect(await drawQueue(parts, VILLAGE, offerId, 'other\n1\nroot\n')).toBe(false)
    // Killed where the first step of a run failed: the next run goes on.
    const broken = {
      ...parts,
      coveringCheckpoint: () => Promise.reject(new Error('killed')),
    }
    await runQueues(broken, VILLAGE)
    const answers = await Promise.all(
      [first, first, second, third].map((person) => answer(test, person, offerId, 10_000)),
    )
    expect(sortedStatuses(answers)).toEqual([200, 200, 200, 409])
    await nextMorning(test, 4)
    await Promise.all([run(test), run(test)])
    expect(await queueOf(offerId)).toMatchObject({ state: 'settled', leftQuantity: 70_000 })
    expect(await uneven()).toEqual([])
    expect(await audited()).toEqual({ queues: 3, findings: [] })
  })
})
