import { afterAll, beforeEach, beforeAll, describe, expect, it } from 'vitest'
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
import {
  addPerson,
  call,
  createTestServer,
  OTHER_VILLAGE,
  TEST_START,
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

const checkIn = (person: TestPerson | null, shiftId: string, body: unknown, key?: string) =>
  call(test, person, 'POST', `/api/shifts/${shiftId}/check-in`, body, key ? { key } : {})
const checkOut = (person: TestPerson | null, shiftId: string, body: unknown, key?: string) =>
  call(test, person, 'POST', `/api/shifts/${shiftId}/check-out`, body, key ? { key } : {})
const at = (hours: number) => test.clock.set(new Date(hoursOn(hours)))
const kindsOf = async (person: TestPerson): Promise<string[]> => {
  const { rows } = await test.owner.query(
    `SELECT kind FROM message WHERE person_id = $1 AND kind LIKE 'check%' ORDER BY sent_at, message_id`,
    [person.personId],
  )
  return rows.map(({ kind }) => kind)
}

/** A watch of tomorrow 22:00 to 02:00 at a post of its own, with a person signed up; now is 22:00. */
async function watch(quota = 3): Promise<{ shiftId: string; person: TestPerson }> {
  test.clock.set(TEST_START)
  post = await addSubject(test, { kind: 'post', label: `村口岗 ${Math.random()}` })
  const { shiftIds } = await approvedActivity(test, leader, committee, {
    title: '村口值守',
    itemRef: 'watch-hour',
    endsAt: hoursOn(48),
    shifts: [{ postSubjectId: post.subjectId, startsAt: hoursOn(37), endsAt: hoursOn(41), quota }],
  })
  const [shiftId = ''] = shiftIds
  const person = await addPerson(test)
  await done(call(test, person, 'POST', `/api/shifts/${shiftId}/sign-up`))
  at(37)
  return { shiftId, person }
}

const code = (hours?: number) =>
  codeShown(test, post.subjectId, hours === undefined ? undefined : new Date(hoursOn(hours)))

describe('checking in', () => {
  it('takes the code the post shows, once', async () => {
    const { shiftId, person } = await watch()
    const answer = await done(checkIn(person, shiftId, { code: await code() }))
    expect(answer.checkedInAt).toBe(hoursOn(37))
    const again = await checkIn(person, shiftId, { code: await code() })
    expect(again.json()).toMatchObject({
      code: 'already_checked_in',
      detail: '已于 2026-03-03 22:00 签到，不用重复签到。',
    })
  })

  it('answers a replayed check-in with the first answer', async () => {
    const { shiftId, person } = await watch()
    const body = { code: await code() }
    const first = await done(checkIn(person, shiftId, body, 'phone-key-42'))
    at(37.2)
    expect(await done(checkIn(person, shiftId, body, 'phone-key-42'))).toEqual(first)
  })

  it('happens once when sent twice at the same moment', async () => {
    const { shiftId, person } = await watch()
    const body = { code: await code() }
    const answers = await Promise.all([1, 2, 3, 4].map(() => checkIn(person, shiftId, body)))
    expect(sortedStatuses(answers)).toEqual([200, 409, 409, 409])
    const { rows } = await test.owner.query(
      'SELECT count(*)::int AS count FROM attendance WHERE shift_id = $1',
      [shiftId],
    )
    expect(rows[0].count).toBe(1)
  })

  it('is refused an hour early, saying when it opens, and after the end', async () => {
    const { shiftId, person } = await watch()
    at(36)
    const early = await checkIn(person, shiftId, { code: await code() })
    expect([early.statusCode, early.json()]).toMatchObject([
      409,
      { code: 'check_in_too_early', detail: '还没到签到时间，2026-03-03 21:30 开始签到。' },
    ])
    at(41.1)
    expect(await refused(checkIn(person, shiftId, { code: await code() }))).toBe(
      '409 check_in_too_late',
    )
    at(36.5)
    await done(checkIn(person, shiftId, { code: await code() }))
  })

  it('refuses codes of another post or time, and stops guessing after five', async () => {
    const { shiftId, person } = await watch()
    const wrong = async (body: unknown) => refused(checkIn(person, shiftId, body))
    expect(await wrong({ code: await code(36) })).toBe('400 wrong_post_code')
    expect(await wrong({})).toBe('400 post_code_missing')
    for (const guess of ['000000', '000001', 'abc', '00000000000'])
      expect(await wrong({ code: guess })).toBe('400 wrong_post_code')
    expect(await wrong({ code: await code() })).toBe('429 too_many_code_tries')
    test.clock.advanceMinutes(10)
    await done(checkIn(person, shiftId, { code: await code() }))
  })

  it('counts wrong codes that are sent at once', async () => {
    const { shiftId, person } = await watch()
    const guesses = Array.from({ length: 12 }, (_, guess) => String(guess).padStart(6, '0'))
    const answers = await Promise.all(
      guesses.map((guess) => refused(checkIn(person, shiftId, { code: guess }))),
    )
    const count = (what: string) => answers.filter((answer) => answer === what).length
    expect([count('400 wrong_post_code'), count('429 too_many_code_tries')]).toEqual([5, 7])
  })

  it('tells a wrong code again, and not something else, when the same try is sent again', async () => {
    const { shiftId, person } = await watch()
    const send = () => refused(checkIn(person, shiftId, { code: '123' }, 'wrong-code-key'))
    expect([await send(), await send()]).toEqual(['400 wrong_post_code', '400 wrong_post_code'])
  })

  it('takes what an offline phone tells within a day, and shows it as sent late', async () => {
    const { shiftId, person } = await watch()
    const shown = await code(37.1)
    at(40)
    const body = { code: shown, occurredAt: hoursOn(37.1) }
    expect(await refused(checkIn(person, shiftId, { code: shown }))).toBe('400 wrong_post_code')
    expect((await done(checkIn(person, shiftId, body))).checkedInAt).toBe(hoursOn(37.1))
    const list = await done(call(test, leader, 'GET', `/api/shifts/${shiftId}/attendance`))
    expect(list.items).toMatchObject([{ name: person.name, sentLate: true, minutes: null }])
    at(65)
    const other = await addPerson(test)
    expect(await refused(checkIn(other, shiftId, body))).toBe('400 occurred_too_long_ago')
    expect(await refused(checkIn(other, shiftId, { ...body, occurredAt: hoursOn(66) }))).toBe(
      '400 occurred_in_future',
    )
  })

  it('is for confirmed people of the village', async () => {
    const { shiftId, person } = await watch(1)
    test.clock.set(TEST_START)
    const waiting = await addPerson(test)
    await done(call(test, waiting, 'POST', `/api/shifts/${shiftId}/sign-up`))
    at(37)
    const body = { code: await code() }
    const abroad = await addPerson(test, { villageId: OTHER_VILLAGE })
    expect(await refused(checkIn(null, shiftId, body))).toBe('401 not_signed_in')
    expect(await refused(checkIn(waiting, shiftId, body))).toBe('409 still_waiting')
    expect(await refused(checkIn(await addPerson(test), shiftId, body))).toBe('409 not_signed_up')
    expect(await refused(checkIn(abroad, shiftId, body))).toBe('404 unknown_shift')
    expect(await refused(checkIn(person, shiftId, { ...body, occurredAt: 'now' }))).toBe(
      '400 invalid_request',
    )
  })
})

describe('the leader’s word', () => {
  it('checks somebody in and out; both are told', async () => {
    const { shiftId, person } = await watch()
    const before = (await kindsOf(leader)).length
    const body = { personId: person.personId }
    expect(await refused(checkIn(await addPerson(test), shiftId, body))).toBe(
      '403 not_activity_leader',
    )
    await done(checkIn(leader, shiftId, body))
    at(39)
    expect(await done(checkOut(leader, shiftId, body))).toEqual({
      checkedOutAt: hoursOn(39),
      minutes: 120,
    })
    expect(await kindsOf(person)).toEqual(['check_in.by_leader', 'check_out.by_leader'])
    expect((await kindsOf(leader)).slice(before)).toEqual([
      'check_in.for_person',
      'check_out.for_person',
    ])
  })

  it('does not stand for the leader’s own presence, nor for that of the household', async () => {
    const { shiftId } = await watch()
    test.clock.set(TEST_START)
    const kin = await addPerson(test, { householdId: leader.householdId })
    for (const one of [leader, kin])
      await done(call(test, one, 'POST', `/api/shifts/${shiftId}/sign-up`))
    at(37)
    const body = { personId: leader.personId }
    expect(await refused(checkIn(leader, shiftId, body))).toBe('403 on_behalf_of_oneself')
    const ofKin = { personId: kin.personId }
    expect(await refused(checkIn(leader, shiftId, ofKin))).toBe('403 on_behalf_of_household')
    await done(checkIn(committee, shiftId, ofKin))
    await done(checkIn(leader, shiftId, { code: await code() }))
  })
})

describe('checking out', () => {
  it('counts the minutes within a shift across midnight', async () => {
    const { shiftId, person } = await watch()
    at(36.75)
    await done(checkIn(person, shiftId, { code: await code() }))
    at(41.25)
    expect(await done(checkOut(person, shiftId, { code: await code() }))).toEqual({
      checkedOutAt: hoursOn(41.25),
      minutes: 240,
    })
    expect(await refused(checkOut(person, shiftId, { code: await code() }))).toBe(
      '409 already_checked_out',
    )
  })

  it('needs a check-in before it, and the post’s code', async () => {
    const { shiftId, person } = await watch()
    expect(await refused(checkOut(person, shiftId, { code: await code() }))).toBe(
      '409 not_checked_in',
    )
    at(38)
    await done(checkIn(person, shiftId, { code: await code() }))
    expect(await refused(checkOut(person, shiftId, { code: '1' }))).toBe('400 wrong_post_code')
    const early = { code: await code(37.5), occurredAt: hoursOn(37.5) }
    expect(await refused(checkOut(person, shiftId, early))).toBe('400 check_out_before_check_in')
    const abroad = await addPerson(test, { villageId: OTHER_VILLAGE })
    expect(await refused(checkOut(null, shiftId, {}))).toBe('401 not_signed_in')
    expect(await refused(checkOut(abroad, shiftId, {}))).toBe('404 unknown_shift')
    expect(await refused(checkOut(person, 'nonsense', {}))).toBe('400 invalid_request')
  })

  it('bars withdrawing from a shift one has checked in to', async () => {
    test.clock.set(TEST_START)
    const { activityId, shiftIds } = await approvedActivity(test, leader, committee, {
      signUpClosesAt: hoursOn(24),
    })
    const [shiftId = ''] = shiftIds
    const person = await addPerson(test)
    await done(call(test, person, 'POST', `/api/shifts/${shiftId}/sign-up`))
    at(23.75)
    await done(checkIn(person, shiftId, { code: await codeShown(test, activityId) }))
    expect(await refused(call(test, person, 'POST', `/api/shifts/${shiftId}/withdraw`))).toBe(
      '409 already_checked_in',
    )
    const cancel = call(test, leader, 'POST', `/api/activities/${activityId}/cancel`, {
      reason: '大雨',
    })
    expect(await refused(cancel)).toBe('409 activity_attended')
  })
})
