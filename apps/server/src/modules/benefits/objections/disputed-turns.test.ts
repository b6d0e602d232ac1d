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
  run,
  type BenefitsVillage,
} from '../../../../test/benefits-village.ts'
import { done, refused } from '../../../../test/participation-village.ts'
import { createScoringVillage, score } from '../../../../test/scoring-village.ts'
import {
  addPerson,
  call,
  createTestServer,
  VILLAGE,
  type TestPerson,
  type TestServer,
} from '../../../../test/server.ts'

let test: TestServer
let village: BenefitsVillage
let judge: TestPerson
let first: TestPerson
let second: TestPerson
let third: TestPerson
beforeAll(async () => {
  test = await createTestServer()
  const { committee } = await createScoringVillage(test)
  judge = committee
  village = await createBenefitsVillage(test)
  first = await addPerson(test, { roles: ['committee'] })
  second = await addPerson(test)
  third = await addPerson(test)
  await score(test, first, { itemRef: 'small-high', sourceKind: 'attendance' })
  await score(test, second, { itemRef: 'small-low', sourceKind: 'attendance' })
})
afterAll(() => test.close())

const dispute = (person: TestPerson, offerId: string, place: number) =>
  call(test, person, 'POST', `/api/offers/${offerId}/objections`, {
    place,
    words: '他家已经不种菜了。',
  })
const decide = (person: TestPerson, objectionId: string, outcome: 'upheld' | 'dismissed') =>
  call(test, person, 'POST', `/api/turn-objections/${objectionId}/decide`, {
    outcome,
    reasons: '查过了。',
  })
const turnOf = async (person: TestPerson, offerId: string) =>
  (await offerOf(test, person, offerId)).ownTurn

async function findings() {
  const { findings: found } = await auditOf(test.database, VILLAGE, test.clock.now())
  const unfounded = /knows no household|joined is not as logged/
  return found.filter(({ detail }) => !unfounded.test(detail))
}

describe('an objection to a turn', () => {
  it('freezes that turn only; upheld, what was given goes to the next', async () => {
    const offerId = await publishedOffer(test, village, await adoptedRule(test, village))
    for (const person of [first, second, third]) await done(claim(test, person, offerId, 50_000))
    await drawTomorrow(test)
    const stranger = await addPerson(test)
    expect(await refused(dispute(stranger, offerId, 1))).toBe('403 objector_without_claim')
    expect(await refused(dispute(third, offerId, 3))).toBe('409 turn_not_disputable')
    expect(await refused(dispute(first, offerId, 1))).toBe('400 own_turn')
    const { objectionId } = await done(dispute(third, offerId, 1))
    expect(await refused(dispute(second, offerId, 1))).toBe('409 already_disputed')
    expect(await refused(answer(test, first, offerId, 50_000))).toBe('409 turn_disputed')
    await done(answer(test, second, offerId, 50_000))
    await nextMorning(test, 5)
    await run(test)
    // It does not lapse while it rests, and the queue waits for it.
    expect(await turnOf(first, offerId)).toMatchObject({ state: 'called', isDisputed: true })
    expect(await refused(decide(first, objectionId, 'dismissed'))).toBe('403 own_household_turn')
    for (const one of [village.drafter, village.publisher]) {
      const kin = await addPerson(test, { householdId: one.householdId, roles: ['committee'] })
      for (const person of [one, kin])
        expect(await refused(decide(person, objectionId, 'upheld'))).toBe('403 ran_queue')
    }
    const desk = await done(call(test, judge, 'GET', `/api/offers/${offerId}/queue`))
    expect(desk.objections).toMatchObject([
      { place: 1, objectorName: third.name, canDecide: { ok: true } },
    ])
    await done(decide(judge, objectionId, 'upheld'))
    expect(await refused(decide(judge, objectionId, 'upheld'))).toBe('409 turn_objection_decided')
    expect(await turnOf(first, offerId)).toMatchObject({ state: 'struck', quantity: 0 })
    expect(await turnOf(third, offerId)).toMatchObject({ state: 'called', quantity: 50_000 })
    await done(answer(test, third, offerId, 50_000))
    await nextMorning(test, 4)
    await run(test)
    expect(await offerOf(test, third, offerId)).toMatchObject({ state: 'settled' })
    expect(await findings()).toEqual([])
  })

  it('dismissed, the turn goes on with new time', async () => {
    const offerId = await publishedOffer(test, village, await adoptedRule(test, village))
    for (const person of [first, third]) await done(claim(test, person, offerId, 50_000))
    await drawTomorrow(test)
    const { objectionId } = await done(dispute(third, offerId, 1))
    await nextMorning(test, 5)
    await run(test)
    await done(decide(judge, objectionId, 'dismissed'))
    await done(answer(test, first, offerId, 50_000))
    expect(await refused(dispute(third, offerId, 1))).toBe('409 already_disputed')
    expect(await findings()).toEqual([])
  })
})

it('is not decided by who entered the claim for its household, nor by kin of theirs', async () => {
  const offerId = await publishedOffer(test, village, await adoptedRule(test, village))
  const enterer = await addPerson(test, { roles: ['committee'] })
  const onBehalf = { personId: first.personId, channel: 'oral' }
  await done(claim(test, enterer, offerId, 50_000, { onBehalf }))
  await done(claim(test, third, offerId, 50_000))
  await drawTomorrow(test)
  const { objectionId } = await done(dispute(third, offerId, 1))
  const kin = await addPerson(test, { householdId: enterer.householdId, roles: ['committee'] })
  for (const person of [enterer, kin])
    expect(await refused(decide(person, objectionId, 'dismissed'))).toBe('403 ran_queue')
  await done(decide(judge, objectionId, 'dismissed'))
})

describe('the share that is kept', () => {
  it('goes to protected households after all turns, and nothing public tells to whom', async () => {
    const orderRuleId = await adoptedRule(test, village, { floorPermille: 200 })
    const protect = (person: TestPerson, householdId: string) =>
      call(test, person, 'POST', '/api/protected-households', {
        householdId,
        resolvedOn: '2026-03-01',
      })
    expect(await refused(protect(first, first.householdId))).toBe('403 own_household_protected')
    await done(protect(judge, third.householdId))
    expect(await refused(protect(judge, third.householdId))).toBe('409 already_protected')
    const offerId = await publishedOffer(test, village, orderRuleId)
    for (const person of [first, second, third]) await done(claim(test, person, offerId, 40_000))
    await drawTomorrow(test)
    for (const person of [first, second]) await done(answer(test, person, offerId, 40_000))
    expect(await turnOf(third, offerId)).toMatchObject({ state: 'waiting', quantity: 0 })
    await nextMorning(test, 4)
    await run(test)
    const own = await offerOf(test, third, offerId)
    expect(own).toMatchObject({ state: 'settled', kept: { quantity: 20_000, state: 'called' } })
    const queue = `/api/villages/${VILLAGE}/offers/${offerId}/queue`
    const told = () => done(call(test, null, 'GET', queue))
    const records = async () =>
      (await test.owner.query('SELECT count(*)::int AS n FROM record')).rows[0].n
    const [before, recordsBefore] = [await told(), await records()]
    await done(answer(test, third, offerId, 15_000))
    expect(await told()).toEqual(before)
    expect(await records()).toBe(recordsBefore)
    await run(test)
    expect(await told()).toMatchObject({ floorQuantity: 20_000, keptTakenQuantity: 15_000 })
    const { rows } = await test.owner.query<{ leaf: string }>(
      `SELECT convert_from(leaf, 'UTF8') AS leaf FROM record WHERE kind LIKE 'kept-share%' OR kind LIKE 'protection%'`,
    )
    const { claimant } = (
      await test.owner.query(
        'SELECT claimant FROM offer_claim WHERE offer_id = $1 AND household_id = $2',
        [offerId, third.householdId],
      )
    ).rows[0]
    expect(rows).toHaveLength(2)
    for (const { leaf } of rows) expect(leaf).not.toContain(claimant)
    expect(await findings()).toEqual([])
    const end = `/api/protected-households/${third.householdId}/end`
    await done(call(test, judge, 'POST', end))
    expect(await refused(call(test, judge, 'POST', end))).toBe('404 not_protected')
  })
})
