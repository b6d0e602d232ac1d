import { afterAll, expect, it } from 'vitest'
import {
  adoptedRule,
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
import { score } from '../../../../test/scoring-village.ts'
import { addPerson, call, OTHER_VILLAGE, type TestPerson } from '../../../../test/server.ts'

const { test, village, judge, drawnQueue, turnOf, dispute, decide, findings } =
  await createQueueVillage()
const leader = await addPerson(test, { roles: ['group_leader'] })
const otherLeader = await addPerson(test, { roles: ['group_leader'], groupNo: 2 })
const withoutTelephone = (person: TestPerson) =>
  test.owner.query('UPDATE person SET phone = NULL WHERE household_id = $1', [person.householdId])
afterAll(() => test.close())

const answerFor = (
  cadre: TestPerson | null,
  whose: TestPerson,
  offerId: string,
  takenQuantity: number,
  key?: string,
) => {
  const onBehalf = { personId: whose.personId, channel: 'oral' }
  const url = `/api/offers/${offerId}/turn`
  const body = { takenQuantity, onBehalf }
  return call(test, cadre, 'POST', url, body, key === undefined ? {} : { key })
}
const calledFor = async (cadre: TestPerson, offerId: string) =>
  (await done(call(test, cadre, 'GET', '/api/called-turns'))).items.filter(
    (one: { offerId: string }) => one.offerId === offerId,
  )
const toldTo = async (person: TestPerson) =>
  (await done(call(test, person, 'GET', '/api/me/messages'))).items[0]
it('is taken, in part or passed by a cadre in their words, named to both and in the log', async () => {
  const { offerId, first, second, third } = await drawnQueue()
  const wife = await addPerson(test, { householdId: first.householdId })
  await sentTwice(test, (key) => answerFor(leader, first, offerId, 20_000, key))
  expect((await offerOf(test, wife, offerId)).ownTurn).toMatchObject({
    state: 'accepted',
    quantity: 20_000,
    enteredByName: leader.name,
  })
  for (const person of [first, wife])
    expect(await toldTo(person)).toMatchObject({
      kind: 'turn.entered',
      params: { offerId, quantity: 20_000, byName: leader.name },
    })
  const { lines } = await done(call(test, judge, 'GET', `/api/offers/${offerId}/queue`))
  expect(lines[0]).toMatchObject({ state: 'accepted', enteredByName: leader.name })
  expect((await done(call(test, first, 'GET', '/api/me/data'))).claims).toMatchObject([
    { turn: { enteredBy: leader.personId } },
  ])
  await done(answerFor(judge, second, offerId, 0))
  expect(await turnOf(second, offerId)).toMatchObject({ state: 'declined' })
  expect(await toldTo(second)).toMatchObject({ kind: 'turn.entered', params: { quantity: 0 } })
  expect(await turnOf(third, offerId)).toMatchObject({ state: 'called', quantity: 50_000 })
  await done(answer(test, third, offerId, 50_000))
  expect((await offerOf(test, third, offerId)).ownTurn).toMatchObject({ enteredByName: null })
  expect(await findings()).toEqual([])
})

it('is refused for oneself, one’s household, other groups, strangers, and where nothing waits', async () => {
  const { offerId, first, third } = await drawnQueue()
  const nobody = await addPerson(test)
  const kin = await addPerson(test, { householdId: leader.householdId })
  const foreign = await addPerson(test, { villageId: OTHER_VILLAGE })
  const foreignLeader = await addPerson(test, {
    villageId: OTHER_VILLAGE,
    roles: ['committee'],
  })
  for (const [who, whose, refusal] of [
    [null, first, '401 not_signed_in'],
    [leader, leader, '400 turn_for_oneself'],
    [leader, kin, '400 turn_for_household'],
    [otherLeader, first, '403 turn_not_for_others'],
    [nobody, first, '403 turn_not_for_others'],
    [leader, foreign, '404 unknown_person'],
    [foreignLeader, foreign, '404 unknown_offer'],
    [leader, nobody, '404 no_turn'],
    [leader, third, '409 turn_not_called'],
  ] as const)
    expect(await refused(answerFor(who, whose, offerId, 1000))).toBe(refusal)
  expect(await refused(answerFor(leader, first, offerId, 50_001))).toBe('400 turn_above_called')
  const atOnce = [answerFor(leader, first, offerId, 0), answer(test, first, offerId, 50_000)]
  expect(await outcomesOf(atOnce)).toEqual(['done', 'turn_ended'])
  expect(await refused(answerFor(leader, first, offerId, 0))).toBe('409 turn_ended')
})

it('is not entered by who waits in the same queue, to whom it could come', async () => {
  const { offerId, first, third } = await drawnQueue()
  await test.owner.query(
    `INSERT INTO role_grant (village_id, person_id, role, granted_at)
      SELECT village_id, person_id, 'committee', added_at FROM person WHERE person_id = $1`,
    [third.personId],
  )
  expect(await refused(answerFor(third, first, offerId, 0))).toBe('403 own_turn_waits')
  expect(await calledFor(third, offerId)).toMatchObject([
    { canEnter: { ok: false, code: 'own_turn_waits' } },
    { canEnter: { ok: false, code: 'own_turn_waits' } },
  ])
})

it('stands on the list of who is called, with who has no telephone, for those of one’s group', async () => {
  const { offerId, first, second, third } = await drawnQueue()
  await withoutTelephone(first)
  const called = await calledFor(leader, offerId)
  const line = {
    offerId,
    quantity: 50_000,
    isKept: false,
    canEnter: expect.objectContaining({ ok: true }),
  }
  expect(called).toHaveLength(2)
  expect(called).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ ...line, place: 1, hasTelephone: false, name: first.name }),
      expect.objectContaining({
        ...line,
        hasTelephone: true,
        speakers: [{ personId: second.personId, name: second.name }],
      }),
    ]),
  )
  expect(await calledFor(otherLeader, offerId)).toEqual([])
  const page = await done(call(test, judge, 'GET', '/api/called-turns?limit=1'))
  expect(page.items).toHaveLength(1)
  const next = `/api/called-turns?limit=1&cursor=${page.nextCursor}`
  const other = await done(call(test, judge, 'GET', next))
  expect(other.items[0].holderId).not.toBe(page.items[0].holderId)
  await done(answerFor(leader, first, offerId, 50_000))
  await done(dispute(third, offerId, 2))
  expect(await calledFor(leader, offerId)).toEqual([])
})

it('bars who entered it from deciding on it', async () => {
  const { offerId, first, third } = await drawnQueue()
  await done(answerFor(judge, first, offerId, 50_000))
  const { objectionId } = await done(dispute(third, offerId, 1))
  expect(await refused(decide(judge, objectionId, 'dismissed'))).toBe('403 ran_queue')
})

it('of the kept share is entered by the committee alone, and told to nobody else', async () => {
  const orderRuleId = await adoptedRule(test, village, { floorPermille: 200 })
  const rich = await addPerson(test)
  const poor = await addPerson(test)
  await score(test, rich, { itemRef: 'small-high', sourceKind: 'attendance' })
  const protect = { householdId: poor.householdId, resolvedOn: '2026-03-01' }
  await done(call(test, judge, 'POST', '/api/protected-households', protect))
  const supply = { supplyQuantity: 50_000 }
  const offerId = await publishedOffer(test, village, orderRuleId, supply)
  for (const person of [rich, poor]) await done(claim(test, person, offerId, 40_000))
  await drawTomorrow(test)
  await done(answer(test, rich, offerId, 40_000))
  await nextMorning(test, 4)
  await run(test)
  expect(await calledFor(leader, offerId)).toEqual([])
  expect(await calledFor(judge, offerId)).toMatchObject([
    { isKept: true, quantity: 10_000, name: poor.name },
  ])
  expect(await refused(answerFor(leader, poor, offerId, 10_000))).toBe('409 turn_ended')
  expect(await refused(answerFor(leader, rich, offerId, 10_000))).toBe('409 turn_ended')
  await done(answerFor(judge, poor, offerId, 10_000))
  expect((await offerOf(test, poor, offerId)).kept).toMatchObject({
    state: 'accepted',
    enteredByName: judge.name,
  })
  expect(await toldTo(poor)).toMatchObject({ kind: 'turn.entered' })
  await run(test)
  expect(await findings()).toEqual([])
})
