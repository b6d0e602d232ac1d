import { afterAll, describe, expect, it } from 'vitest'
import {
  answer,
  claim,
  nextMorning,
  publishedOffer,
  publishLog,
  run,
} from '../../../test/benefits-village.ts'
import { done, refused } from '../../../test/participation-village.ts'
import { createQueueVillage } from '../../../test/queue-village.ts'
import { addPerson, call, type TestPerson } from '../../../test/server.ts'

const {
  test,
  village,
  judge,
  orderRuleId,
  drawnQueue,
  dispute,
  decide: decideBy,
  turnOf: stateOf,
  findings,
} = await createQueueVillage()
afterAll(() => test.close())

const leave = (person: TestPerson) => {
  const url = `/api/households/${person.householdId}/consent`
  return done(call(test, person, 'POST', url, { decision: 'leave' }))
}
const decide = (objectionId: string, outcome: 'upheld' | 'dismissed') =>
  done(decideBy(judge, objectionId, outcome))
const calledMessages = async ({ personId }: TestPerson) =>
  (
    await test.owner.query(`SELECT FROM message WHERE person_id = $1 AND kind = 'turn.called'`, [
      personId,
    ])
  ).rowCount

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
