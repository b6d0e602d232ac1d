import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { auditOf } from '../../../test/audited-log.ts'
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
  run,
  type BenefitsVillage,
} from '../../../test/benefits-village.ts'
import { done, refused } from '../../../test/participation-village.ts'
import { createScoringVillage, score } from '../../../test/scoring-village.ts'
import {
  addPerson,
  call,
  createTestServer,
  VILLAGE,
  type TestPerson,
  type TestServer,
} from '../../../test/server.ts'

let test: TestServer
let village: BenefitsVillage
let judge: TestPerson
let orderRuleId: string
beforeAll(async () => {
  test = await createTestServer()
  ;({ committee: judge } = await createScoringVillage(test))
  village = await createBenefitsVillage(test)
  orderRuleId = await adoptedRule(test, village)
})
afterAll(() => test.close())

/** Three households in this order, of which two are called for all there is. */
async function drawnQueue() {
  const [first, second, third] = [
    await addPerson(test),
    await addPerson(test),
    await addPerson(test),
  ]
  await score(test, first, { itemRef: 'small-high', sourceKind: 'attendance' })
  await score(test, second, { itemRef: 'small-low', sourceKind: 'attendance' })
  const offerId = await publishedOffer(test, village, orderRuleId)
  for (const person of [first, second, third]) await done(claim(test, person, offerId, 50_000))
  await drawTomorrow(test)
  return { offerId, first, second, third }
}

const leave = (person: TestPerson) => {
  const url = `/api/households/${person.householdId}/consent`
  return done(call(test, person, 'POST', url, { decision: 'leave' }))
}
const dispute = (person: TestPerson, offerId: string, place: number) =>
  call(test, person, 'POST', `/api/offers/${offerId}/objections`, { place, words: '不种菜了。' })
const decide = (objectionId: string, outcome: 'upheld' | 'dismissed') =>
  done(
    call(test, judge, 'POST', `/api/turn-objections/${objectionId}/decide`, {
      outcome,
      reasons: '查过了。',
    }),
  )
const stateOf = async (person: TestPerson, offerId: string) =>
  (await offerOf(test, person, offerId)).ownTurn
const calledMessages = async ({ personId }: TestPerson) =>
  (
    await test.owner.query(`SELECT FROM message WHERE person_id = $1 AND kind = 'turn.called'`, [
      personId,
    ])
  ).rowCount

async function findings() {
  const { findings: found } = await auditOf(test.database, VILLAGE, test.clock.now())
  const unfounded = /knows no household|joined is not as logged/
  return found.filter(({ detail }) => !unfounded.test(detail))
}

describe('a household that leaves', () => {
  it.each([
    ['dismissed', 'declined'],
    ['upheld', 'struck'],
  ] as const)('leaves its disputed turn at rest; %s, it is %s', async (outcome, state) => {
    const { offerId, first, third } = await drawnQueue()
    const { objectionId } = await done(dispute(third, offerId, 1))
    await leave(first)
    await run(test)
    expect(await stateOf(first, offerId)).toMatchObject({ state: 'called', isDisputed: true })
    await decide(objectionId, outcome)
    await run(test)
    expect(await stateOf(first, offerId)).toMatchObject({ state, quantity: 0 })
    expect(await stateOf(third, offerId)).toMatchObject({ state: 'called', quantity: 50_000 })
    expect(await findings()).toEqual([])
  })

  it('declines what comes to it later, is not told of it, and neither answers nor objects', async () => {
    const { offerId, first, second, third } = await drawnQueue()
    await leave(third)
    expect(await refused(dispute(third, offerId, 1))).toBe('403 household_not_joined')
    await done(answer(test, first, offerId, 20_000))
    expect(await stateOf(third, offerId)).toMatchObject({ state: 'called', quantity: 30_000 })
    expect(await refused(answer(test, third, offerId, 30_000))).toBe('403 household_not_joined')
    await run(test)
    expect(await stateOf(third, offerId)).toMatchObject({ state: 'declined', quantity: 0 })
    expect(await calledMessages(third)).toBe(0)
    expect(await calledMessages(second)).toBe(1)
    expect(await findings()).toEqual([])
  })

  it('after its claim was frozen is neither told of its turn nor called for long', async () => {
    const gone = await addPerson(test)
    const offerId = await publishedOffer(test, village, orderRuleId)
    await done(claim(test, gone, offerId, 50_000))
    await nextMorning(test)
    test.clock.set(new Date(`${test.clock.now().toISOString().slice(0, 10)}T09:01:00Z`))
    await run(test)
    await leave(gone)
    await publishLog(test)
    await run(test)
    await run(test)
    expect(await stateOf(gone, offerId)).toMatchObject({ state: 'declined' })
    expect(await calledMessages(gone)).toBe(0)
    expect(await findings()).toEqual([])
  })
})
