import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import {
  answer,
  awardRow,
  codeOf,
  honour,
  messagesOf,
  objectionLeaf,
  onNotice,
  partsOf,
  raise,
  refused,
  upheld,
} from '../../../../test/objection-village.ts'
import {
  addPerson,
  call,
  createTestServer,
  OTHER_VILLAGE,
  TEST_START,
  VILLAGE,
  type TestPerson,
  type TestServer,
} from '../../../../test/server.ts'
import {
  actorOf,
  createScoringVillage,
  disagreements,
  leavesOf,
  nextKey,
  score,
  type ScoringVillage,
} from '../../../../test/scoring-village.ts'
import {
  decideDeed,
  finaliseAwards,
  listDueObjections,
  publishNotice,
  recordDeed,
  reverseAward,
  type AnswerObjectionInput,
} from '../index.ts'

let test: TestServer
let village: ScoringVillage

beforeAll(async () => {
  test = await createTestServer()
  village = await createScoringVillage(test)
})
afterAll(() => test.close())
beforeEach(() => test.clock.set(TEST_START))

describe('answerObjection', () => {
  it('upheld with corrected facts takes the award back and makes another that names it', async () => {
    const person = await addPerson(test)
    const { awardId, pointsHundredths } = await onNotice(test, person)
    const { objectionId } = await raise(test, person, { awardId })
    const { newAwardId } = await answer(test, village.committee, {
      ...upheld(objectionId),
      correction: { quantity: 120 },
    })
    expect(await awardRow(test, awardId)).toMatchObject({ state: 'reversed', quantity: 60 })
    expect(await awardRow(test, newAwardId ?? '')).toEqual({
      state: 'scored',
      points: pointsHundredths * 2,
      quantity: 120,
    })
    const [old] = await leavesOf(test, 'award.reversed', awardId)
    const [made] = await leavesOf(test, 'award.scored', newAwardId ?? '')
    const answered = (await objectionLeaf(test, 'objection.answered', objectionId)).public
    expect(made?.public['corrects']).toBe(old?.public['award'])
    expect(old?.public['objection']).toBe(answered['objection'])
    expect(answered).toMatchObject({ outcome: 'upheld', newAward: made?.public['award'] })
    expect(await messagesOf(test, person)).toMatchObject([
      { kind: 'objection.answered', params: { outcome: 'upheld', newAwardId } },
    ])
    expect(await disagreements(test)).toEqual([])
  })

  it('upheld without a correction takes the award back, also one that is final', async () => {
    const [person, neighbour] = [await addPerson(test), await addPerson(test)]
    const { awardId, endsAt, pointsHundredths } = await onNotice(test, person)
    test.clock.set(endsAt)
    await finaliseAwards(partsOf(test), VILLAGE)
    expect(await honour(test, person)).toBe(pointsHundredths)
    const { objectionId } = await raise(test, neighbour, { awardId })
    expect(await answer(test, village.committee, upheld(objectionId))).toEqual({
      newAwardId: null,
      newPointsHundredths: null,
      newState: null,
      honourHundredths: -pointsHundredths,
    })
    expect(await honour(test, person)).toBe(0)
    expect(await disagreements(test)).toEqual([])
  })

  it('upheld against a final award puts the corrected one in its place in the same moment', async () => {
    const person = await addPerson(test)
    const { awardId, endsAt, pointsHundredths } = await onNotice(test, person)
    test.clock.set(endsAt)
    await finaliseAwards(partsOf(test), VILLAGE)
    test.clock.set(new Date(endsAt.getTime() + 3_600_000))
    const { objectionId } = await raise(test, person, { awardId })
    const url = `/api/objections/${objectionId}/foresight`
    const foreseen = await call(test, village.committee, 'GET', `${url}?quantity=120`)
    const effect = {
      newPointsHundredths: pointsHundredths * 2,
      newState: 'final',
      honourHundredths: pointsHundredths,
    }
    expect(foreseen.json()).toEqual({ pointsHundredths, ...effect })
    expect((await call(test, village.committee, 'GET', url)).json()).toMatchObject({
      newPointsHundredths: null,
      honourHundredths: -pointsHundredths,
    })
    const refusal = async (who: TestPerson, facts: string) =>
      (await call(test, who, 'GET', `${url}?${facts}`)).json().code
    expect(await refusal(village.committee, 'quantity=60')).toBe('correction_same')
    expect(await refusal(person, 'quantity=120')).toBe('role_required')
    // Only foreseen: nothing has changed, and nobody was told.
    expect(await awardRow(test, awardId)).toMatchObject({ state: 'final' })
    expect(await messagesOf(test, person)).toEqual([])

    const correction = { quantity: 120 }
    const given = { ...upheld(objectionId), correction }
    const { newAwardId, ...done } = await answer(test, village.committee, given)
    expect(done).toEqual(effect)
    expect(await awardRow(test, newAwardId ?? '')).toMatchObject({ state: 'final' })
    expect(await honour(test, person)).toBe(pointsHundredths * 2)
    expect(await lowestHonour(person)).toBe(pointsHundredths)
    const [made] = await leavesOf(test, 'award.final', newAwardId ?? '')
    const [old] = await leavesOf(test, 'award.reversed', awardId)
    expect(made?.public['corrects']).toBe(old?.public['award'])
    expect(await messagesOf(test, person)).toMatchObject([
      {
        kind: 'objection.answered',
        params: { itemRef: 'watch-hour', fromHundredths: pointsHundredths, newAwardId, ...effect },
      },
    ])
    expect(await disagreements(test)).toEqual([])
  })

  it('corrects an award for a rating, which then stands in the log by itself', async () => {
    const person = await addPerson(test)
    const { awardId } = await score(test, person)
    const { objectionId } = await raise(test, person, { awardId })
    expect((await objectionLeaf(test, 'objection.raised', objectionId)).public['award']).toBeNull()
    const { newAwardId } = await answer(test, village.committee, {
      ...upheld(objectionId),
      correction: { quantity: 2 },
    })
    const [made] = await leavesOf(test, 'award.final', newAwardId ?? '')
    expect(made?.public).toMatchObject({ pointsHundredths: 40 })
    expect(await honour(test, person)).toBe(40)
  })

  it('is given by nobody who had a part in the deed or lives with who is concerned', async () => {
    const thirdMember = await addPerson(test, { roles: ['committee'] })
    const { committee, secondMember } = village
    const person = await addPerson(test)
    const recorded = await recordDeed(test.server, actorOf(committee, 'committee'), nextKey(), {
      personId: person.personId,
      itemRef: 'tool-repair',
      quantity: 1,
      occurredOn: '2026-03-02',
      words: '修好了打药机',
    })
    const decider = actorOf(secondMember, 'committee')
    const decided = await decideDeed(test.server, decider, nextKey(), {
      ...recorded,
      decision: 'accept',
    })
    const awardId = decided.awardId ?? ''
    await publishNotice(test.server, actorOf(thirdMember, 'committee'), nextKey(), {
      awardIds: [awardId],
    })
    const objector = await addPerson(test)
    const entering = await addPerson(test, { roles: ['committee'] })
    const onBehalf = { personId: objector.personId, channel: 'written' as const }
    const { objectionId, ...raised } = await raise(
      test,
      entering,
      { awardId, onBehalf },
      'committee',
    )
    expect(raised).toMatchObject({ answeredBy: 'committee' })
    const standBack = {
      kind: 'objection.stand-back',
      params: { objectionId, dueOn: raised.dueOn, answeredBy: 'committee' },
    }
    expect(await messagesOf(test, committee)).toContainEqual(standBack)
    expect(await messagesOf(test, secondMember)).toContainEqual(standBack)
    expect(await messagesOf(test, thirdMember)).not.toContainEqual(standBack)
    const kinOfEarner = await addPerson(test, { householdId: person.householdId })
    const kinOfObjector = await addPerson(test, { householdId: objector.householdId })
    const given = refused(objectionId)
    expect(await codeOf(answer(test, committee, given))).toBe('had_part_in_award')
    expect(await codeOf(answer(test, secondMember, given))).toBe('had_part_in_award')
    expect(await codeOf(answer(test, entering, given))).toBe('entered_objection')
    expect(await codeOf(answer(test, kinOfEarner, given))).toBe('own_household_award')
    expect(await codeOf(answer(test, kinOfObjector, given))).toBe('own_household_objection')
    expect(await codeOf(answer(test, thirdMember, given, 'supervisor'))).toBe('committee_answers')
    const stranger = await addPerson(test, { villageId: OTHER_VILLAGE, roles: ['committee'] })
    expect(await codeOf(answer(test, stranger, given))).toBe('unknown_objection')
    const inbox = (who: TestPerson) =>
      test.database.inVillage(VILLAGE, (db) =>
        listDueObjections(db, actorOf(who, 'committee'), test.clock.now()),
      )
    const ids = (await inbox(thirdMember)).map((one) => one.objectionId)
    expect(ids).toContain(objectionId)
    expect((await inbox(secondMember)).map((one) => one.objectionId)).not.toContain(objectionId)
    const passOn = (who: TestPerson) =>
      call(test, who, 'POST', `/api/objections/${objectionId}/pass-on`)
    expect((await passOn(objector)).json().code).toBe('role_required')
    expect((await passOn(kinOfEarner)).json().code).toBe('role_required')
    expect((await passOn(entering)).json().code).toBe('entered_objection')
    const friend = await addPerson(test, { roles: ['committee'] })
    expect((await passOn(friend)).statusCode).toBe(200)
    expect(await codeOf(answer(test, friend, given))).toBe('objection_passed_on')
    expect(await objectionLeaf(test, 'objection.passed-on', objectionId)).toMatchObject({
      public: { objection: expect.any(String) },
    })
    expect(await codeOf(answer(test, thirdMember, given))).toBe('done')
    expect(await codeOf(answer(test, thirdMember, given))).toBe('objection_answered')
  })

  it('is given by the supervisors or the town where the whole committee is barred', async () => {
    const person = await addPerson(test)
    const { awardId } = await onNotice(test, person)
    const { objectionId } = await raise(test, person, { awardId })
    const grant = (householdId: string) =>
      test.owner.query(
        `UPDATE person SET household_id = $2 WHERE person_id IN (
           SELECT person_id FROM role_grant WHERE village_id = $1 AND role = 'committee')`,
        [VILLAGE, householdId],
      )
    const [supervisor, kin] = [
      await addPerson(test, { roles: ['supervisor'] }),
      await addPerson(test, { householdId: person.householdId, roles: ['supervisor'] }),
    ]
    const given = refused(objectionId)
    const before = await test.owner.query<{ person_id: string; household_id: string }>(
      'SELECT person_id, household_id FROM person WHERE village_id = $1',
      [VILLAGE],
    )
    await grant(person.householdId)
    expect(await codeOf(answer(test, village.committee, given))).toBe('own_household_award')
    expect(await codeOf(answer(test, kin, given, 'supervisor'))).toBe('own_household_award')
    const due = await test.database.inVillage(VILLAGE, (db) =>
      listDueObjections(db, actorOf(supervisor, 'supervisor'), test.clock.now()),
    )
    expect(due).toMatchObject([{ kind: 'objection_to_answer', objectionId }])
    expect(await codeOf(answer(test, supervisor, given, 'supervisor'))).toBe('done')
    const { awardId: nextId } = await onNotice(test, kin)
    const next = await raise(test, kin, { awardId: nextId })
    expect(next).toMatchObject({ answeredBy: 'overseers' })
    expect(await messagesOf(test, village.committee)).toContainEqual({
      kind: 'objection.stand-back',
      params: { objectionId: next.objectionId, dueOn: next.dueOn, answeredBy: 'overseers' },
    })
    expect(
      (await call(test, kin, 'GET', `/api/objections/${next.objectionId}`)).json(),
    ).toMatchObject({ answeredBy: 'overseers' })
    for (const row of before.rows)
      await test.owner.query('UPDATE person SET household_id = $2 WHERE person_id = $1', [
        row.person_id,
        row.household_id,
      ])
  })

  it('refuses corrections that are none, or that the rule does not know', async () => {
    const person = await addPerson(test)
    const { awardId } = await onNotice(test, person)
    const { objectionId } = await raise(test, person, { awardId })
    const correct = (correction: AnswerObjectionInput['correction'], outcome = upheld) =>
      codeOf(
        answer(test, village.committee, {
          ...outcome(objectionId),
          ...(correction === undefined ? {} : { correction }),
        }),
      )
    expect(await correct({})).toBe('correction_same')
    expect(await correct({ quantity: 60, leaderScore: 5 })).toBe('correction_same')
    expect(await correct({ itemRef: 'no-such-item' })).toBe('unknown_item')
    expect(await correct({ itemRef: 'garden-rate' })).toBe('item_by_rating')
    expect(await correct({ itemRef: 'r169' })).toBe('correction_other_kind')
    expect(await correct({ quantity: 100_000_000 })).toBe('quantity_too_large')
    expect(await correct({ leaderScore: 7 })).toBe('correction_unfit')
    expect(await correct({ quantity: 90 }, refused)).toBe('correction_without_upholding')
    expect(await awardRow(test, awardId)).toMatchObject({ state: 'on_notice' })
  })

  it('comes before any other reversal of the award', async () => {
    const person = await addPerson(test)
    const { awardId } = await onNotice(test, person)
    const { objectionId } = await raise(test, person, { awardId })
    const reverse = () =>
      reverseAward(test.server, actorOf(village.committee, 'committee'), nextKey(), {
        awardId,
        reason: '重复',
      })
    expect(await codeOf(reverse())).toBe('award_disputed')
    await answer(test, village.secondMember, refused(objectionId))
    expect(await codeOf(reverse())).toBe('done')
  })
})

/** The lowest that the household's honour ever was after its first points, as anybody could see it. */
async function lowestHonour({ householdId }: TestPerson): Promise<number> {
  const { rows } = await test.owner.query<{ lowest: number }>(
    `SELECT min(honour)::int AS lowest FROM (
       SELECT sum(sum(amount)) OVER (ORDER BY posted_at) AS honour
       FROM entry JOIN transfer USING (village_id, transfer_id)
       WHERE account_id = 'honour/household/' || $1 GROUP BY posted_at
     ) AS moments`,
    [householdId],
  )
  return rows[0]?.lowest ?? 0
}
