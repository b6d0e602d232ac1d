import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { ActivityVillage } from '../../../../test/activity-village.ts'
import { done, hoursOn, refused, sortedStatuses } from '../../../../test/participation-village.ts'
import {
  addPerson,
  call,
  OTHER_VILLAGE,
  TEST_START,
  VILLAGE,
  type TestPerson,
  type TestServer,
} from '../../../../test/server.ts'
import { closeForgottenCheckOuts } from '../index.ts'

let village: ActivityVillage
let test: TestServer
let leader: TestPerson
let committee: TestPerson
beforeAll(async () => {
  village = await ActivityVillage.create()
  ;({ test, leader, committee } = village)
})
beforeEach(() => village.at(0))
afterAll(() => village.test.close())

const close = (person: TestPerson | null, activityId: string) =>
  call(test, person, 'POST', `/api/activities/${activityId}/close`)
const closeForgotten = () => closeForgottenCheckOuts({ ...test.server, ...test }, VILLAGE)

describe('closing an activity', () => {
  it('turns every attendance into an award with its stages, waiting for notice', async () => {
    const one = await addPerson(test)
    const two = await addPerson(test, { householdId: one.householdId })
    const { activityId, attendanceIds } = await village.hold([
      [one, 2],
      [two, 1.5],
    ])
    await done(village.score(leader, attendanceIds.get(one) ?? '', { score: 4, words: '踏实' }))
    await done(village.score(leader, attendanceIds.get(two) ?? '', { score: 5 }))
    const answer = await done(close(leader, activityId))
    const { rows } = await test.owner.query(
      `SELECT person_id, points_hundredths::int AS points, state, occurred_on::text, calibration
       FROM award WHERE person_id = ANY($1) ORDER BY points`,
      [[one.personId, two.personId]],
    )
    expect(rows.map(({ person_id, state }) => [person_id, state])).toEqual([
      [two.personId, 'scored'],
      [one.personId, 'scored'],
    ])
    // Two hours at 4.00 points; the stages begin with them.
    expect(rows[1].calibration.stages[0]).toMatchObject({ stage: 'base', afterHundredths: 800 })
    expect(rows[0].calibration.stages[0]).toMatchObject({ stage: 'base', afterHundredths: 600 })
    const total = rows.reduce((sum, { points }) => sum + points, 0)
    expect(answer).toEqual({ awards: 2, pointsHundredths: total })
    expect(rows[0].occurred_on).toBe('2026-03-03')
    const seen = await done(call(test, one, 'GET', `/api/activities/${activityId}`))
    expect(seen).toMatchObject({ state: 'closed', may: { close: false, lead: false } })
  })

  it('enters the awards into the log by lot, which tells nothing of who came when', async () => {
    const people: TestPerson[] = []
    for (let count = 0; count < 6; count++) people.push(await addPerson(test))
    const { activityId, attendanceIds } = await village.hold(people.map((person) => [person, 3]))
    for (const attendanceId of attendanceIds.values())
      await done(village.score(leader, attendanceId))
    await done(close(leader, activityId))
    const secret = await test.database.inVillage(VILLAGE, (db) =>
      test.server.secrets.of(db, VILLAGE),
    )
    const { rows } = await test.owner.query<{ earner: string }>(
      `SELECT convert_from(leaf, 'UTF8')::jsonb #>> '{public,earner}' AS earner FROM record
       WHERE kind = 'award.scored' ORDER BY record_id DESC LIMIT 6`,
    )
    const cameIn = people.map(({ personId }) => personId)
    const lotOf = (personId: string) => secret.hashOf('lot', `${activityId} ${personId}`)
    const byLot = cameIn.toSorted((a, b) => (lotOf(a) < lotOf(b) ? -1 : 1))
    expect(byLot).not.toEqual(cameIn)
    const earners = byLot.map((personId) => secret.pseudonym('earner', personId))
    expect(rows.map(({ earner }) => earner).toReversed()).toEqual(earners)
  })

  it('gives one occurrence, not minutes, under an item that counts occurrences', async () => {
    const person = await addPerson(test)
    const { activityId, attendanceIds } = await village.hold([[person, 3]], { itemRef: 'r159' })
    await done(village.score(leader, attendanceIds.get(person) ?? ''))
    await done(close(leader, activityId))
    const { rows } = await test.owner.query(
      'SELECT quantity::int FROM contribution WHERE person_id = $1',
      [person.personId],
    )
    expect(rows).toEqual([{ quantity: 1 }])
  })

  it('waits for the end, for every check-out and for every score', async () => {
    const [one, two] = [await addPerson(test), await addPerson(test)]
    const { activityId, attendanceIds } = await village.hold([
      [one, 3],
      [two, null],
    ])
    village.at(26.9)
    expect(await refused(close(leader, activityId))).toBe('409 activity_not_over')
    village.at(27)
    const open = await close(leader, activityId)
    expect(open.json()).toMatchObject({ code: 'check_outs_missing', detail: '还有 1 人没有签退。' })
    expect(await refused(village.score(leader, attendanceIds.get(two) ?? ''))).toBe(
      '409 not_checked_out',
    )
    village.at(27.5)
    expect(await closeForgotten()).toBe(1)
    const unscored = await close(leader, activityId)
    expect(unscored.json()).toMatchObject({ code: 'scores_missing', detail: '还有 2 人没有评分。' })
    for (const attendanceId of attendanceIds.values())
      await done(village.score(leader, attendanceId))
    await done(close(leader, activityId))
    expect(await refused(close(leader, activityId))).toBe('409 activity_not_open')
    expect(await refused(village.score(leader, attendanceIds.get(one) ?? ''))).toBe(
      '409 activity_not_open',
    )
  })

  it('makes awards once when two close it at once', async () => {
    const person = await addPerson(test)
    const { activityId, attendanceIds } = await village.hold([[person, 3]])
    await done(village.score(leader, attendanceIds.get(person) ?? ''))
    const answers = await Promise.all([close(leader, activityId), close(committee, activityId)])
    expect(sortedStatuses(answers)).toEqual([200, 409])
    const { rows } = await test.owner.query('SELECT 1 FROM award WHERE person_id = $1', [
      person.personId,
    ])
    expect(rows).toHaveLength(1)
  })

  it('passes over households that have left meanwhile', async () => {
    const [stays, leaves] = [await addPerson(test), await addPerson(test)]
    const { activityId, attendanceIds } = await village.hold([
      [stays, 3],
      [leaves, 3],
    ])
    for (const attendanceId of attendanceIds.values())
      await done(village.score(leader, attendanceId))
    await test.owner.query('UPDATE household SET joined_at = NULL WHERE household_id = $1', [
      leaves.householdId,
    ])
    expect(await done(close(leader, activityId))).toMatchObject({ awards: 1 })
  })

  it('is for its leader and the committee, in their village', async () => {
    const { activityId } = await village.hold([])
    const abroad = await addPerson(test, { villageId: OTHER_VILLAGE, roles: ['committee'] })
    expect(await refused(close(null, activityId))).toBe('401 not_signed_in')
    expect(await refused(close(await addPerson(test), activityId))).toBe('403 not_activity_leader')
    expect(await refused(close(abroad, activityId))).toBe('404 unknown_activity')
    expect(await refused(close(leader, 'nonsense'))).toBe('400 invalid_request')
    expect(await done(close(committee, activityId))).toEqual({ awards: 0, pointsHundredths: 0 })
  })
})

describe('the inbox', () => {
  it('asks for no score that changes no points: the activity waits to be closed', async () => {
    const { activityId, shiftId } = await village.hold([[await addPerson(test), 2]], {
      itemRef: 'r159',
    })
    const unasked = { asksScore: false, items: [{ leaderScore: null, canScore: false }] }
    expect(await village.attendanceOf(leader, shiftId)).toMatchObject(unasked)
    const mine = (await village.inboxOf(leader)).filter(({ id }) => id === activityId)
    expect(mine).toMatchObject([{ kind: 'activity_to_close', count: 1 }])
    expect(await done(close(leader, activityId))).toMatchObject({ awards: 1 })
  })

  it('shows the committee proposals of others, and the leader what is due, by deadline', async () => {
    const person = await addPerson(test)
    const { activityId, shiftId, attendanceIds } = await village.hold([[person, 3]])
    const asked = { asksScore: true, items: [{ leaderScore: null, canScore: true }] }
    expect(await village.attendanceOf(leader, shiftId)).toMatchObject(asked)
    const mine = async () => (await village.inboxOf(leader)).filter(({ id }) => id === activityId)
    expect(await mine()).toMatchObject([
      { kind: 'scores_due', count: 1, dueAt: hoursOn(27 + 72), id: activityId },
    ])
    await done(village.score(leader, attendanceIds.get(person) ?? ''))
    expect(await mine()).toMatchObject([{ kind: 'activity_to_close' }])
    const overdue = async () =>
      (await village.inboxOf(committee, true)).filter(({ id }) => id === activityId)
    expect(await overdue()).toEqual([])
    village.at(27 + 73)
    expect(await overdue()).toMatchObject([{ kind: 'activity_to_close' }])
    test.clock.set(TEST_START)
    const proposal = {
      title: '修田埂',
      description: '',
      place: '东畈',
      itemRef: 'ditch-clean',
      startsAt: hoursOn(40),
      endsAt: hoursOn(44),
      signUpClosesAt: hoursOn(30),
      shifts: [{ startsAt: hoursOn(40), endsAt: hoursOn(44), quota: 2 }],
    }
    const own = await done(call(test, committee, 'POST', '/api/activities', proposal))
    const others = await done(call(test, person, 'POST', '/api/activities', proposal))
    const items = await village.inboxOf(committee, true)
    const toDecide = items.filter(({ kind }) => kind === 'activity_to_decide')
    expect(toDecide.map(({ id }) => id)).toEqual([others.activityId])
    expect(own.activityId).not.toBe(others.activityId)
    expect(items.map(({ dueAt }) => dueAt)).toEqual(
      items.map(({ dueAt }) => dueAt).toSorted((a, b) => a.localeCompare(b)),
    )
    expect(await village.inboxOf(person)).toEqual([])
  })
})
