import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import {
  adoptGardenSheet,
  approvedActivity,
  cast,
  done,
  hoursOn,
  refused,
  sortedStatuses,
} from '../../../../test/participation-village.ts'
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
import { closeForgottenCheckOuts, forgottenCheckOutsJob } from '../index.ts'

let test: TestServer
let leader: TestPerson
let committee: TestPerson
beforeAll(async () => {
  test = await createTestServer()
  await adoptGardenSheet(test)
  ;({ leader, committee } = await cast(test, 0))
})
beforeEach(() => test.clock.set(TEST_START))
afterAll(() => test.close())

const at = (hours: number) => test.clock.set(new Date(hoursOn(hours)))
const close = (person: TestPerson | null, activityId: string) =>
  call(test, person, 'POST', `/api/activities/${activityId}/close`)
const score = (person: TestPerson | null, attendanceId: string, body: unknown = { score: 4 }) =>
  call(test, person, 'POST', `/api/attendances/${attendanceId}/score`, body)
const attendanceOf = async (person: TestPerson, shiftId: string) =>
  done(call(test, person, 'GET', `/api/shifts/${shiftId}/attendance`))
const closeForgotten = () => closeForgottenCheckOuts({ ...test.server, ...test }, VILLAGE)
const inboxOf = (person: TestPerson, isCommittee = false) =>
  test.database.inVillage(VILLAGE, (db) =>
    test.server.contributions.inbox({
      db,
      actor: {
        ...person,
        roles: new Set(isCommittee ? ['villager', 'committee'] : ['villager']),
        leadsGroupNo: null,
      },
      language: 'zh',
      now: test.clock.now(),
    }),
  )

interface Held {
  readonly activityId: string
  readonly shiftId: string
  /** By person. */
  readonly attendanceIds: Map<TestPerson, string>
}

/** An activity held tomorrow 09:00–12:00: everyone came on time and left after so many hours (null: forgot to check out). */
async function hold(
  attended: readonly (readonly [TestPerson, number | null])[],
  change: Record<string, unknown> = {},
): Promise<Held> {
  const shifts = [{ startsAt: hoursOn(24), endsAt: hoursOn(27), quota: 9 }]
  const { activityId, shiftIds } = await approvedActivity(test, leader, committee, {
    shifts,
    ...change,
  })
  const [shiftId = ''] = shiftIds
  const attendanceIds = new Map<TestPerson, string>()
  for (const [person] of attended)
    await done(call(test, person, 'POST', `/api/shifts/${shiftId}/sign-up`))
  at(24)
  for (const [person] of attended) {
    const who = person.householdId === leader.householdId ? committee : leader
    const body = { personId: person.personId }
    const answer = await done(call(test, who, 'POST', `/api/shifts/${shiftId}/check-in`, body))
    attendanceIds.set(person, answer.attendanceId)
  }
  for (const [person, hours] of attended) {
    if (hours === null) continue
    at(24 + hours)
    const who = person.householdId === leader.householdId ? committee : leader
    const body = { personId: person.personId }
    await done(call(test, who, 'POST', `/api/shifts/${shiftId}/check-out`, body))
  }
  at(27)
  return { activityId, shiftId, attendanceIds }
}

describe('closing an activity', () => {
  it('turns every attendance into an award with its stages, waiting for notice', async () => {
    const one = await addPerson(test)
    const two = await addPerson(test, { householdId: one.householdId })
    const { activityId, attendanceIds } = await hold([
      [one, 2],
      [two, 1.5],
    ])
    await done(score(leader, attendanceIds.get(one) ?? '', { score: 4, words: '踏实' }))
    await done(score(leader, attendanceIds.get(two) ?? '', { score: 5 }))
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
    const { activityId, attendanceIds } = await hold(people.map((person) => [person, 3]))
    for (const attendanceId of attendanceIds.values()) await done(score(leader, attendanceId))
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
    const { activityId, attendanceIds } = await hold([[person, 3]], { itemRef: 'r159' })
    await done(score(leader, attendanceIds.get(person) ?? ''))
    await done(close(leader, activityId))
    const { rows } = await test.owner.query(
      'SELECT quantity::int FROM contribution WHERE person_id = $1',
      [person.personId],
    )
    expect(rows).toEqual([{ quantity: 1 }])
  })

  it('waits for the end, for every check-out and for every score', async () => {
    const [one, two] = [await addPerson(test), await addPerson(test)]
    const { activityId, attendanceIds } = await hold([
      [one, 3],
      [two, null],
    ])
    at(26.9)
    expect(await refused(close(leader, activityId))).toBe('409 activity_not_over')
    at(27)
    const open = await close(leader, activityId)
    expect(open.json()).toMatchObject({ code: 'check_outs_missing', detail: '还有 1 人没有签退。' })
    expect(await refused(score(leader, attendanceIds.get(two) ?? ''))).toBe('409 not_checked_out')
    at(27.5)
    expect(await closeForgotten()).toBe(1)
    const unscored = await close(leader, activityId)
    expect(unscored.json()).toMatchObject({ code: 'scores_missing', detail: '还有 2 人没有评分。' })
    for (const attendanceId of attendanceIds.values()) await done(score(leader, attendanceId))
    await done(close(leader, activityId))
    expect(await refused(close(leader, activityId))).toBe('409 activity_not_open')
    expect(await refused(score(leader, attendanceIds.get(one) ?? ''))).toBe('409 activity_not_open')
  })

  it('makes awards once when two close it at once', async () => {
    const person = await addPerson(test)
    const { activityId, attendanceIds } = await hold([[person, 3]])
    await done(score(leader, attendanceIds.get(person) ?? ''))
    const answers = await Promise.all([close(leader, activityId), close(committee, activityId)])
    expect(sortedStatuses(answers)).toEqual([200, 409])
    const { rows } = await test.owner.query('SELECT 1 FROM award WHERE person_id = $1', [
      person.personId,
    ])
    expect(rows).toHaveLength(1)
  })

  it('passes over households that have left meanwhile', async () => {
    const [stays, leaves] = [await addPerson(test), await addPerson(test)]
    const { activityId, attendanceIds } = await hold([
      [stays, 3],
      [leaves, 3],
    ])
    for (const attendanceId of attendanceIds.values()) await done(score(leader, attendanceId))
    await test.owner.query('UPDATE household SET joined_at = NULL WHERE household_id = $1', [
      leaves.householdId,
    ])
    expect(await done(close(leader, activityId))).toMatchObject({ awards: 1 })
  })

  it('is for its leader and the committee, in their village', async () => {
    const { activityId } = await hold([])
    const abroad = await addPerson(test, { villageId: OTHER_VILLAGE, roles: ['committee'] })
    expect(await refused(close(null, activityId))).toBe('401 not_signed_in')
    expect(await refused(close(await addPerson(test), activityId))).toBe('403 not_activity_leader')
    expect(await refused(close(abroad, activityId))).toBe('404 unknown_activity')
    expect(await refused(close(leader, 'nonsense'))).toBe('400 invalid_request')
    expect(await done(close(committee, activityId))).toEqual({ awards: 0, pointsHundredths: 0 })
  })
})

describe('scoring an attendance', () => {
  it('is not for oneself or one’s household: then the committee must', async () => {
    const kin = await addPerson(test, { householdId: leader.householdId })
    const { shiftId, attendanceIds } = await hold([
      [leader, 3],
      [kin, 3],
    ])
    const [own = '', kins = ''] = [attendanceIds.get(leader), attendanceIds.get(kin)]
    expect(await refused(score(leader, own))).toBe('403 own_attendance')
    expect(await refused(score(leader, kins))).toBe('403 own_household_attendance')
    const { items } = await attendanceOf(leader, shiftId)
    expect(items.map(({ canScore }: { canScore: boolean }) => canScore)).toEqual([false, false])
    expect(await inboxOf(leader)).not.toContainEqual(
      expect.objectContaining({ kind: 'scores_due' }),
    )
    expect(await inboxOf(committee, true)).toContainEqual(
      expect.objectContaining({ kind: 'scores_due', count: 2 }),
    )
    await done(score(committee, own))
    await done(score(committee, kins))
  })

  it('can be given anew until the activity is closed, and takes 1 to 5 only', async () => {
    const person = await addPerson(test)
    const { shiftId, attendanceIds } = await hold([[person, 3]])
    const attendanceId = attendanceIds.get(person) ?? ''
    for (const wrong of [0, 6, 2.5, '5'])
      expect(await refused(score(leader, attendanceId, { score: wrong }))).toBe(
        '400 invalid_request',
      )
    await done(score(leader, attendanceId, { score: 2 }))
    await done(score(leader, attendanceId, { score: 3, words: '后半段很好' }))
    const { items } = await attendanceOf(leader, shiftId)
    expect(items).toMatchObject([{ leaderScore: 3, scoreWords: '后半段很好' }])
  })

  it('is for its leader and the committee, in their village', async () => {
    const person = await addPerson(test)
    const { shiftId, attendanceIds } = await hold([[person, 3]])
    const attendanceId = attendanceIds.get(person) ?? ''
    const abroad = await addPerson(test, { villageId: OTHER_VILLAGE, roles: ['committee'] })
    const read = (who: TestPerson | null, id = shiftId) =>
      refused(call(test, who, 'GET', `/api/shifts/${id}/attendance`))
    expect(await refused(score(null, attendanceId))).toBe('401 not_signed_in')
    expect(await refused(score(await addPerson(test), attendanceId))).toBe(
      '403 not_activity_leader',
    )
    expect(await refused(score(abroad, attendanceId))).toBe('404 unknown_attendance')
    expect(await read(null)).toBe('401 not_signed_in')
    expect(await read(person)).toBe('403 not_activity_leader')
    expect(await read(abroad)).toBe('404 unknown_shift')
    expect(await read(leader, 'nonsense')).toBe('400 invalid_request')
  })

  it('notes whom a committee member looked at, and not the leader’s own look', async () => {
    const person = await addPerson(test)
    const { shiftId } = await hold([[person, 3]])
    await attendanceOf(leader, shiftId)
    await attendanceOf(committee, shiftId)
    const { rows } = await test.owner.query(
      'SELECT viewer_id FROM data_access WHERE person_id = $1',
      [person.personId],
    )
    expect(rows).toEqual([{ viewer_id: committee.personId }])
  })
})

describe('the clock', () => {
  it('checks out whoever forgot, at the planned end, and tells them and the leader', async () => {
    const person = await addPerson(test)
    const { shiftId } = await hold([[person, null]])
    at(27.4)
    expect(await closeForgotten()).toBe(0)
    at(29)
    expect([await closeForgotten(), await closeForgotten()]).toEqual([1, 0])
    const { items } = await attendanceOf(leader, shiftId)
    expect(items).toMatchObject([
      { checkedOutAt: hoursOn(27), checkedOutBy: 'clock', minutes: 180 },
    ])
    const { rows } = await test.owner.query(
      `SELECT person_id, kind FROM message WHERE kind LIKE 'check_out.by_clock%' AND params->>'shiftId' = $1 ORDER BY kind`,
      [shiftId],
    )
    expect(rows).toEqual([
      { person_id: person.personId, kind: 'check_out.by_clock' },
      { person_id: leader.personId, kind: 'check_out.by_clock_for_people' },
    ])
  })

  it('does so in every village', async () => {
    const person = await addPerson(test)
    const { shiftId } = await hold([[person, null]])
    at(28)
    await forgottenCheckOutsJob({ ...test.server, ...test }).run()
    expect((await attendanceOf(leader, shiftId)).items).toMatchObject([{ checkedOutBy: 'clock' }])
  })

  it('gives way to what an offline phone tells afterwards, if that is shorter', async () => {
    const person = await addPerson(test)
    const { shiftId } = await hold([[person, null]])
    at(28)
    await closeForgotten()
    const tell = (hours: number) =>
      call(test, leader, 'POST', `/api/shifts/${shiftId}/check-out`, {
        personId: person.personId,
        occurredAt: hoursOn(hours),
      })
    expect(await refused(tell(27.2))).toBe('409 already_checked_out')
    expect(await done(tell(25))).toEqual({ checkedOutAt: hoursOn(25), minutes: 60 })
    expect(await refused(tell(24.5))).toBe('409 already_checked_out')
  })

  it('closes nobody twice when two servers run it at once', async () => {
    const people = [await addPerson(test), await addPerson(test)]
    const { shiftId } = await hold(people.map((person) => [person, null] as const))
    at(28)
    const closed = await Promise.all([closeForgotten(), closeForgotten()])
    expect(closed.toSorted((one, other) => one - other)).toEqual([0, 2])
    const { rows } = await test.owner.query(
      `SELECT 1 FROM message WHERE kind = 'check_out.by_clock' AND params->>'shiftId' = $1`,
      [shiftId],
    )
    expect(rows).toHaveLength(2)
  })
})

describe('the inbox', () => {
  it('asks for no score that changes no points: the activity waits to be closed', async () => {
    const { activityId, shiftId } = await hold([[await addPerson(test), 2]], { itemRef: 'r159' })
    const unasked = { asksScore: false, items: [{ leaderScore: null, canScore: false }] }
    expect(await attendanceOf(leader, shiftId)).toMatchObject(unasked)
    const mine = (await inboxOf(leader)).filter(({ id }) => id === activityId)
    expect(mine).toMatchObject([{ kind: 'activity_to_close', count: 1 }])
    expect(await done(close(leader, activityId))).toMatchObject({ awards: 1 })
  })

  it('shows the committee proposals of others, and the leader what is due, by deadline', async () => {
    const person = await addPerson(test)
    const { activityId, shiftId, attendanceIds } = await hold([[person, 3]])
    const asked = { asksScore: true, items: [{ leaderScore: null, canScore: true }] }
    expect(await attendanceOf(leader, shiftId)).toMatchObject(asked)
    const mine = async () => (await inboxOf(leader)).filter(({ id }) => id === activityId)
    expect(await mine()).toMatchObject([
      { kind: 'scores_due', count: 1, dueAt: hoursOn(27 + 72), id: activityId },
    ])
    await done(score(leader, attendanceIds.get(person) ?? ''))
    expect(await mine()).toMatchObject([{ kind: 'activity_to_close' }])
    const overdue = async () =>
      (await inboxOf(committee, true)).filter(({ id }) => id === activityId)
    expect(await overdue()).toEqual([])
    at(27 + 73)
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
    const items = await inboxOf(committee, true)
    const toDecide = items.filter(({ kind }) => kind === 'activity_to_decide')
    expect(toDecide.map(({ id }) => id)).toEqual([others.activityId])
    expect(own.activityId).not.toBe(others.activityId)
    expect(items.map(({ dueAt }) => dueAt)).toEqual(
      items.map(({ dueAt }) => dueAt).toSorted((a, b) => a.localeCompare(b)),
    )
    expect(await inboxOf(person)).toEqual([])
  })
})
