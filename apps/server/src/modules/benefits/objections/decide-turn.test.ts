import { afterAll, describe, expect, it } from 'vitest'
import {
  answer,
  claim,
  drawTomorrow,
  nextMorning,
  offerOf,
  publishedOffer,
  run,
} from '../../../../test/benefits-village.ts'
import { outcomesOf, sentTwice } from '../../../../test/once-per-key.ts'
import { done, refused } from '../../../../test/participation-village.ts'
import { createQueueVillage } from '../../../../test/queue-village.ts'
import { addPerson, call } from '../../../../test/server.ts'
import { score } from '../../../../test/scoring-village.ts'

const { test, village, judge, orderRuleId, drawnQueue, dispute, decide, turnOf, findings } =
  await createQueueVillage()
afterAll(() => test.close())

const first = await addPerson(test, { roles: ['committee'] })
const second = await addPerson(test)
const third = await addPerson(test)
await score(test, first, { itemRef: 'small-high', sourceKind: 'attendance' })
await score(test, second, { itemRef: 'small-low', sourceKind: 'attendance' })

describe('an objection to a turn', () => {
  it('freezes that turn only; upheld, what was given goes to the next', async () => {
    const offerId = await publishedOffer(test, village, orderRuleId)
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
    const offerId = await publishedOffer(test, village, orderRuleId)
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

  it('is not decided by who entered the claim for its household, nor by kin of theirs', async () => {
    const offerId = await publishedOffer(test, village, orderRuleId)
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

  it('is decided once for one key, and once where two decide at one moment', async () => {
    const other = await addPerson(test, { roles: ['committee'] })
    const queue = await drawnQueue()
    const one = await done(dispute(queue.third, queue.offerId, 1))
    const two = await done(dispute(queue.third, queue.offerId, 2))
    expect(await refused(decide(null, one.objectionId, 'upheld'))).toBe('401 not_signed_in')
    expect(await refused(decide(queue.first, one.objectionId, 'upheld'))).toBe('403 role_required')
    await sentTwice(test, (key) => decide(judge, one.objectionId, 'dismissed', key))
    const both = [
      decide(judge, two.objectionId, 'upheld'),
      decide(other, two.objectionId, 'dismissed'),
    ]
    expect(await outcomesOf(both)).toEqual(['done', 'turn_objection_decided'])
    expect(await findings()).toEqual([])
  })
})
