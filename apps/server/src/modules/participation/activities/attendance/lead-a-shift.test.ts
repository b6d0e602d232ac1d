import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import {
  addSubject,
  adoptGardenSheet,
  approvedActivity,
  cast,
  codeShown,
  done,
  hoursOn,
  refused,
  sortedStatuses,
  type TestSubject,
} from '../../../../../test/participation-village.ts'
import { leavesOf } from '../../../../../test/scoring-village.ts'
import {
  addPerson,
  call,
  createTestServer,
  TEST_START,
  VILLAGE,
  type TestPerson,
  type TestServer,
} from '../../../../../test/server.ts'

let test: TestServer
let leader: TestPerson
let committee: TestPerson
let post: TestSubject
beforeAll(async () => {
  test = await createTestServer()
  await adoptGardenSheet(test)
  ;({ leader, committee } = await cast(test, 0))
})
beforeEach(() => test.clock.set(TEST_START))
afterAll(() => test.close())

const at = (hours: number) => test.clock.set(new Date(hoursOn(hours)))
const give = (who: TestPerson, path: string, body: unknown) => call(test, who, 'POST', path, body)
const correct = (who: TestPerson, attendanceId: string, presence: unknown) =>
  give(who, `/api/attendances/${attendanceId}/correct`, { presence, reason: '点错了人' })
const listed = async (shiftId: string) =>
  (await done(call(test, leader, 'GET', `/api/shifts/${shiftId}/attendance`))).items

/** A watch of tomorrow 22:00 to 02:00 with these people signed up; now is 22:00. */
async function watch(people: readonly TestPerson[], quota = people.length): Promise<string> {
  test.clock.set(TEST_START)
  post = await addSubject(test, { kind: 'post', label: `村口岗 ${Math.random()}` })
  const { shiftIds } = await approvedActivity(test, leader, committee, {
    title: '村口值守',
    itemRef: 'watch-hour',
    endsAt: hoursOn(48),
    shifts: [{ postSubjectId: post.subjectId, startsAt: hoursOn(37), endsAt: hoursOn(41), quota }],
  })
  const [shiftId = ''] = shiftIds
  for (const person of people) await done(give(person, `/api/shifts/${shiftId}/sign-up`, {}))
  at(37)
  return shiftId
}

const some = async (count: number) => {
  const people: TestPerson[] = []
  while (people.length < count) people.push(await addPerson(test))
  return people
}

async function checkedIn(person: TestPerson, shiftId: string): Promise<string> {
  const { attendanceId } = await done(
    give(leader, `/api/shifts/${shiftId}/check-in`, { personId: person.personId }),
  )
  return attendanceId
}

async function messagesOf({ personId }: TestPerson, kind: string) {
  const { rows } = await test.owner.query<{ params: Record<string, unknown> }>(
    'SELECT params FROM message WHERE person_id = $1 AND kind = $2 ORDER BY message_id',
    [personId, kind],
  )
  return rows.map(({ params }) => params)
}

describe('a leader corrects', () => {
  it('the wrong person: the check-in is gone, recorded, and the person is told', async () => {
    const [wrong, right] = (await some(2)) as [TestPerson, TestPerson]
    const shiftId = await watch([wrong, right])
    const attendanceId = await checkedIn(wrong, shiftId)
    await done(correct(leader, attendanceId, null))
    const [first] = await listed(shiftId)
    expect(first).toMatchObject({ personId: wrong.personId, attendanceId: null })
    expect(await messagesOf(wrong, 'attendance.corrected')).toMatchObject([
      { title: '村口值守', checkedInAt: null, checkedOutAt: null, reason: '点错了人' },
    ])
    const leaves = await leavesOf(test, 'attendance.corrected', '')
    expect(Object.keys(leaves.at(-1)?.public ?? {}).toSorted()).toEqual([
      'activity',
      'attendee',
      'shift',
    ])
    // The one who was taken for another can still come.
    await done(give(wrong, `/api/shifts/${shiftId}/check-in`, { code: await code() }))
  })

  it('a check-out by mistake: the person is there again, or left when they did', async () => {
    const [person] = (await some(1)) as [TestPerson]
    const shiftId = await watch([person])
    const attendanceId = await checkedIn(person, shiftId)
    const out = { personId: person.personId, confirmsShort: true }
    await done(give(leader, `/api/shifts/${shiftId}/check-out`, out))
    await done(correct(leader, attendanceId, { checkedInAt: hoursOn(37), checkedOutAt: null }))
    expect(await listed(shiftId)).toMatchObject([{ checkedOutAt: null, canCorrect: true }])
    at(41)
    const presence = { checkedInAt: hoursOn(37), checkedOutAt: hoursOn(40) }
    await done(correct(committee, attendanceId, presence))
    expect(await listed(shiftId)).toMatchObject([{ minutes: 180, checkedOutBy: 'leader' }])
    expect(await messagesOf(person, 'attendance.corrected')).toHaveLength(2)
  })

  it('nothing of their own or their household’s, nor what was scored, nor to times that cannot be', async () => {
    const kin = await addPerson(test, { householdId: leader.householdId })
    const [person, stranger] = (await some(2)) as [TestPerson, TestPerson]
    const shiftId = await watch([kin, person, leader])
    const ids: string[] = []
    for (const who of [kin, leader]) {
      const answer = give(who, `/api/shifts/${shiftId}/check-in`, { code: await code() })
      ids.push((await done(answer)).attendanceId)
    }
    expect(await refused(correct(leader, ids[0] ?? '', null))).toBe('403 correction_of_household')
    expect(await refused(correct(leader, ids[1] ?? '', null))).toBe('403 correction_of_oneself')
    const attendanceId = await checkedIn(person, shiftId)
    expect(await refused(correct(stranger, attendanceId, null))).toBe('403 not_activity_leader')
    at(38)
    const wrong = [
      { checkedInAt: hoursOn(36), checkedOutAt: null },
      { checkedInAt: hoursOn(37), checkedOutAt: hoursOn(39) },
      { checkedInAt: hoursOn(38), checkedOutAt: hoursOn(37.5) },
    ]
    for (const presence of wrong)
      expect(await refused(correct(leader, attendanceId, presence))).toBe(
        '400 correction_times_wrong',
      )
    const out = { personId: person.personId }
    await done(give(leader, `/api/shifts/${shiftId}/check-out`, out))
    await done(give(leader, `/api/attendances/${attendanceId}/score`, { score: 4 }))
    expect(await refused(correct(leader, attendanceId, null))).toBe('409 attendance_scored')
    expect((await listed(shiftId))[1]).toMatchObject({ canCorrect: false })
  })
})

describe('the code of a place', () => {
  it('is digits alone until somebody has said where people reach the village', async () => {
    await watch([], 1)
    const shown = () => done(call(test, leader, 'GET', `/api/posts/${post.subjectId}/code`))
    expect(await shown()).toMatchObject({ code: expect.stringMatching(/^\d{6}$/), url: null })
    await test.owner.query("UPDATE village SET public_url = 'https://village.example'")
    expect((await shown()).url).toMatch(/^https:\/\/village\.example\/#\/check-in\/post\//)
    await test.owner.query('UPDATE village SET public_url = NULL')
  })
})

describe('rivals at one shift', () => {
  it('a person is entered once, and whoever was slower loses nobody else', async () => {
    const people = await some(8)
    const shiftId = await watch(people)
    const personIds = people.map(({ personId }) => personId)
    const many = () =>
      give(leader, `/api/shifts/${shiftId}/presences`, { way: 'check_in', personIds })
    const shown = await code()
    const single = (person: TestPerson) =>
      give(person, `/api/shifts/${shiftId}/check-in`, { code: shown })
    const bulk = await Promise.all([
      many(),
      ...people.slice(4).map(single),
      many(),
      ...people.slice(0, 4).map(single),
      many(),
    ])
    const lists = [bulk[0], bulk[5], bulk[10]].map((answer) => answer?.json())
    expect(lists.map(({ entered, leftOut }) => entered + leftOut.length)).toEqual([8, 8, 8])
    const codes = new Set(
      lists.flatMap(({ leftOut }) => leftOut.map((one: { code: string }) => one.code)),
    )
    expect([...codes].filter((one) => one !== 'already_checked_in')).toEqual([])
    const alone = bulk.filter((answer) => answer.json().attendanceId !== undefined).length
    expect(alone + lists.reduce((sum, { entered }) => sum + entered, 0)).toBe(8)
    expect(
      (await listed(shiftId)).filter((one: { attendanceId: string | null }) => one.attendanceId),
    ).toHaveLength(8)
    const records = await leavesOf(test, 'attendance.checked-in', '')
    expect(new Set(records.slice(-8).map((leaf) => leaf.public['attendee'])).size).toBe(8)
  })

  it('a list waits for the one who is just checking in, and enters the rest', async () => {
    const people = await some(3)
    const shiftId = await watch(people)
    const personIds = people.map(({ personId }) => personId)
    const first = { personId: personIds.toSorted()[1] ?? '' }
    const rival = test.owner
    await rival.query('BEGIN')
    await rival.query(
      `INSERT INTO attendance (village_id, attendance_id, shift_id, person_id, checked_in_at, checked_in_by, check_in_received_at)
       VALUES ($1, gen_random_uuid(), $2, $3, now(), 'code', now())`,
      [VILLAGE, shiftId, first.personId],
    )
    const list = give(leader, `/api/shifts/${shiftId}/presences`, { way: 'check_in', personIds })
    await new Promise((resolve) => setTimeout(resolve, 300))
    await rival.query('COMMIT')
    expect(await done(list)).toMatchObject({
      entered: 2,
      leftOut: [{ ...first, code: 'already_checked_in' }],
    })
  })
})

describe('in two places at once', () => {
  async function shiftFrom(from: number, to: number): Promise<string> {
    const { shiftIds } = await approvedActivity(test, leader, committee, {
      title: `岗 ${from}`,
      itemRef: 'watch-hour',
      endsAt: hoursOn(48),
      shifts: [{ startsAt: hoursOn(from), endsAt: hoursOn(to), quota: 5 }],
    })
    return shiftIds[0] ?? ''
  }
  const walkIn = (shiftId: string, { personId }: TestPerson) =>
    give(leader, `/api/shifts/${shiftId}/walk-ins`, { personId })

  it('nobody is entered as a walk-in: neither signed up elsewhere nor there already', async () => {
    const [signedUp, present, both] = (await some(3)) as [TestPerson, TestPerson, TestPerson]
    const [early, late] = [await shiftFrom(37, 39), await shiftFrom(38, 41)]
    await done(give(signedUp, `/api/shifts/${early}/sign-up`, {}))
    at(38)
    await done(walkIn(early, present))
    for (const person of [signedUp, present]) {
      const answer = await walkIn(late, person)
      expect(answer.json()).toMatchObject({
        status: 409,
        code: 'shift_overlaps',
        detail: expect.stringContaining('岗 37'),
      })
    }
    expect(await listed(late)).toEqual([])
    const rivals = await Promise.all([walkIn(early, both), walkIn(late, both)])
    expect(sortedStatuses(rivals)).toEqual([200, 409])
  })

  it('nobody is by a correction, but may have come from the one to the other', async () => {
    const [person] = (await some(1)) as [TestPerson]
    const [early, late] = [await shiftFrom(37, 39), await shiftFrom(38, 41)]
    at(37)
    const first = (await done(walkIn(early, person))).attendanceId
    at(39.5)
    const second = (await done(walkIn(late, person))).attendanceId
    const overlapping = await correct(leader, second, {
      checkedInAt: hoursOn(38.5),
      checkedOutAt: null,
    })
    expect(overlapping.json()).toMatchObject({
      status: 409,
      code: 'attendance_overlaps',
      detail: expect.stringContaining('2026-03-03 22:00 至 2026-03-04 00:00 在“岗 37”'),
    })
    const left = { checkedInAt: hoursOn(37), checkedOutAt: hoursOn(38.5) }
    await done(correct(leader, first, left))
    await done(correct(leader, second, { checkedInAt: hoursOn(38.5), checkedOutAt: null }))
    expect(await refused(correct(leader, first, { ...left, checkedOutAt: null }))).toBe(
      '409 attendance_overlaps',
    )
  })
})

describe('leaving after less than a tenth of the shift', () => {
  it('is asked once, of the person and of the leader', async () => {
    const [person, other] = (await some(2)) as [TestPerson, TestPerson]
    const shiftId = await watch([person, other])
    await checkedIn(person, shiftId)
    await checkedIn(other, shiftId)
    at(37.2)
    const url = `/api/shifts/${shiftId}/check-out`
    const asked = await give(person, url, { code: await code() })
    expect([asked.statusCode, asked.json()]).toMatchObject([
      409,
      { code: 'check_out_short', detail: /12 分钟，这一班是 240 分钟/ },
    ])
    expect(await refused(give(leader, url, { personId: other.personId }))).toBe(
      '409 check_out_short',
    )
    const meant = { code: await code(), confirmsShort: true }
    expect(await done(give(person, url, meant))).toMatchObject({ minutes: 12 })
    at(37.5)
    await done(give(leader, url, { personId: other.personId }))
  })

  it('is not asked of a phone that kept it offline: there it was asked before', async () => {
    const [person] = (await some(1)) as [TestPerson]
    const shiftId = await watch([person])
    await checkedIn(person, shiftId)
    at(37.1)
    const kept = { code: await code(), occurredAt: hoursOn(37.1) }
    at(38)
    const out = await done(give(person, `/api/shifts/${shiftId}/check-out`, kept))
    expect(out).toMatchObject({ minutes: 6 })
  })
})

describe('a leader enters', () => {
  it('who came without a sign-up, by name and group or from the roster', async () => {
    const [signedUp, walkIn, another, third] = (await some(4)) as [
      TestPerson,
      TestPerson,
      TestPerson,
      TestPerson,
    ]
    const shiftId = await watch([signedUp], 2)
    const url = `/api/shifts/${shiftId}/walk-ins`
    const { rows } = await test.owner.query<{ name: string; group_no: number }>(
      'SELECT name, group_no FROM person JOIN household USING (village_id, household_id) WHERE person_id = $1',
      [walkIn.personId],
    )
    const named = { name: rows[0]?.name, groupNo: rows[0]?.group_no }
    expect(await refused(give(another, url, named))).toBe('403 not_activity_leader')
    const byId = (person: TestPerson) => ({ personId: person.personId })
    expect(await refused(give(leader, url, { name: '无此人', groupNo: 1 }))).toBe(
      '404 walk_in_unknown',
    )
    await done(give(committee, url, named))
    expect(await refused(give(committee, url, byId(walkIn)))).toBe('409 already_checked_in')
    // The shift has begun, and one of two places has nobody in it.
    await done(give(leader, url, byId(another)))
    expect(await refused(give(leader, url, byId(third)))).toBe('409 walk_in_full')
    const kin = await addPerson(test, { householdId: leader.householdId })
    expect(await refused(give(leader, url, byId(kin)))).toBe('403 on_behalf_of_household')
    expect(await refused(give(leader, url, byId(leader)))).toBe('403 on_behalf_of_oneself')
    const outside = await addPerson(test, { joined: false })
    expect(await refused(give(leader, url, byId(outside)))).toBe('403 other_household_not_joined')
    const list = await listed(shiftId)
    expect(list.filter((one: { checkedInAt: string | null }) => one.checkedInAt)).toHaveLength(2)
    expect(await messagesOf(walkIn, 'check_in.by_leader')).toHaveLength(1)
  })

  it('twenty at once, in and out, and gives all the same score, then changes one', async () => {
    const people = await some(20)
    const kin = await addPerson(test, { householdId: leader.householdId })
    const shiftId = await watch([...people, kin])
    const stranger = await addPerson(test)
    const personIds = [...people, kin, stranger].map(({ personId }) => personId)
    const url = `/api/shifts/${shiftId}/presences`
    const enter = (way: string, more = {}) => give(leader, url, { way, personIds, ...more })
    const entered = await done(enter('check_in'))
    expect(entered.entered).toBe(20)
    expect(entered.leftOut).toHaveLength(2)
    expect(entered.leftOut).toContainEqual(
      expect.objectContaining({ personId: kin.personId, code: 'on_behalf_of_household' }),
    )
    expect(entered.leftOut).toContainEqual(
      expect.objectContaining({ personId: stranger.personId, code: 'not_signed_up' }),
    )
    expect(await refused(give(stranger, url, { way: 'check_in', personIds }))).toBe(
      '403 not_activity_leader',
    )
    at(37.1)
    const short = await done(enter('check_out'))
    expect(short.entered).toBe(0)
    expect(short.leftOut[0].code).toBe('check_out_short')
    at(41)
    expect(await done(enter('check_out'))).toMatchObject({ entered: 20 })
    const [one] = people
    const scores = `/api/shifts/${shiftId}/scores`
    expect(await refused(give(stranger, scores, { score: 4 }))).toBe('403 not_activity_leader')
    expect(await done(give(leader, scores, { score: 4 }))).toEqual({ scored: 20, leftOut: 0 })
    expect(await refused(give(leader, scores, { score: 5 }))).toBe('409 nobody_to_score')
    const items: { personId: string; attendanceId: string; leaderScore: number }[] =
      await listed(shiftId)
    const its = items.find(({ personId }) => personId === one?.personId)?.attendanceId
    await done(give(leader, `/api/attendances/${its}/score`, { score: 2 }))
    const after: typeof items = await listed(shiftId)
    const byScore = (score: number) => after.filter(({ leaderScore }) => leaderScore === score)
    expect([byScore(4).length, byScore(2).length]).toEqual([19, 1])
  })
})

const code = () => codeShown(test, post.subjectId)

it('leaves every record of it in the village’s own log', async () => {
  const { rows } = await test.owner.query<{ count: number }>(
    "SELECT count(*)::int AS count FROM record WHERE village_id = $1 AND kind = 'attendance.corrected'",
    [VILLAGE],
  )
  expect(rows[0]?.count).toBe(5)
})
