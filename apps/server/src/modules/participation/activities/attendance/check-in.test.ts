import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { ActivityVillage } from '../../../../../test/activity-village.ts'
import {
  done,
  hoursOn,
  refused,
  sortedStatuses,
} from '../../../../../test/participation-village.ts'
import {
  addPerson,
  call,
  OTHER_VILLAGE,
  type TestPerson,
  type TestServer,
  TEST_START,
} from '../../../../../test/server.ts'

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

const checkIn = (person: TestPerson | null, shiftId: string, body: unknown, key?: string) =>
  call(test, person, 'POST', `/api/shifts/${shiftId}/check-in`, body, key ? { key } : {})

describe('checking in', () => {
  it('takes the code the post shows, once', async () => {
    const { shiftId, person } = await village.watchOfOne()
    const answer = await done(checkIn(person, shiftId, { code: await village.code() }))
    expect(answer.checkedInAt).toBe(hoursOn(37))
    const again = await checkIn(person, shiftId, { code: await village.code() })
    expect(again.json()).toMatchObject({
      code: 'already_checked_in',
      detail: '已于 2026-03-03 22:00 签到，不用重复签到。',
    })
  })

  it('answers a replayed check-in with the first answer', async () => {
    const { shiftId, person } = await village.watchOfOne()
    const body = { code: await village.code() }
    const first = await done(checkIn(person, shiftId, body, 'phone-key-42'))
    village.at(37.2)
    expect(await done(checkIn(person, shiftId, body, 'phone-key-42'))).toEqual(first)
  })

  it('happens once when sent twice at the same moment', async () => {
    const { shiftId, person } = await village.watchOfOne()
    const body = { code: await village.code() }
    const answers = await Promise.all([1, 2, 3, 4].map(() => checkIn(person, shiftId, body)))
    expect(sortedStatuses(answers)).toEqual([200, 409, 409, 409])
    const { rows } = await test.owner.query(
      'SELECT count(*)::int AS count FROM attendance WHERE shift_id = $1',
      [shiftId],
    )
    expect(rows[0].count).toBe(1)
  })

  it('is refused an hour early, saying when it opens, and after the end', async () => {
    const { shiftId, person } = await village.watchOfOne()
    village.at(36)
    const early = await checkIn(person, shiftId, { code: await village.code() })
    expect([early.statusCode, early.json()]).toMatchObject([
      409,
      { code: 'check_in_too_early', detail: '还没到签到时间，2026-03-03 21:30 开始签到。' },
    ])
    village.at(41.1)
    expect(await refused(checkIn(person, shiftId, { code: await village.code() }))).toBe(
      '409 check_in_too_late',
    )
    village.at(36.5)
    await done(checkIn(person, shiftId, { code: await village.code() }))
  })

  it('refuses codes of another post or time, and stops guessing after five', async () => {
    const { shiftId, person } = await village.watchOfOne()
    const wrong = async (body: unknown) => refused(checkIn(person, shiftId, body))
    expect(await wrong({ code: await village.code(36) })).toBe('400 wrong_post_code')
    expect(await wrong({})).toBe('400 post_code_missing')
    for (const guess of ['000000', '000001', 'abc', '00000000000'])
      expect(await wrong({ code: guess })).toBe('400 wrong_post_code')
    expect(await wrong({ code: await village.code() })).toBe('429 too_many_code_tries')
    test.clock.advanceMinutes(10)
    await done(checkIn(person, shiftId, { code: await village.code() }))
  })

  it('counts wrong codes that are sent at once', async () => {
    const { shiftId, person } = await village.watchOfOne()
    const guesses = Array.from({ length: 12 }, (_, guess) => String(guess).padStart(6, '0'))
    const answers = await Promise.all(
      guesses.map((guess) => refused(checkIn(person, shiftId, { code: guess }))),
    )
    const count = (what: string) => answers.filter((answer) => answer === what).length
    expect([count('400 wrong_post_code'), count('429 too_many_code_tries')]).toEqual([5, 7])
  })

  it('tells a wrong code again, and not something else, when the same try is sent again', async () => {
    const { shiftId, person } = await village.watchOfOne()
    const send = () => refused(checkIn(person, shiftId, { code: '123' }, 'wrong-code-key'))
    expect([await send(), await send()]).toEqual(['400 wrong_post_code', '400 wrong_post_code'])
  })

  it('takes what an offline phone tells within a day, and shows it as sent late', async () => {
    const { shiftId, person } = await village.watchOfOne()
    const shown = await village.code(37.1)
    village.at(40)
    const body = { code: shown, occurredAt: hoursOn(37.1) }
    expect(await refused(checkIn(person, shiftId, { code: shown }))).toBe('400 wrong_post_code')
    expect((await done(checkIn(person, shiftId, body))).checkedInAt).toBe(hoursOn(37.1))
    const list = await done(call(test, leader, 'GET', `/api/shifts/${shiftId}/attendance`))
    expect(list.items).toMatchObject([{ name: person.name, sentLate: true, minutes: null }])
    village.at(65)
    const other = await addPerson(test)
    expect(await refused(checkIn(other, shiftId, body))).toBe('400 occurred_too_long_ago')
    expect(await refused(checkIn(other, shiftId, { ...body, occurredAt: hoursOn(66) }))).toBe(
      '400 occurred_in_future',
    )
  })

  it('is for confirmed people of the village', async () => {
    const { shiftId, person } = await village.watchOfOne(1)
    test.clock.set(TEST_START)
    const waiting = await addPerson(test)
    await done(call(test, waiting, 'POST', `/api/shifts/${shiftId}/sign-up`))
    village.at(37)
    const body = { code: await village.code() }
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
    const { shiftId, person } = await village.watchOfOne()
    const before = (await village.kindsOf(leader, 'check')).length
    const body = { personId: person.personId }
    expect(await refused(checkIn(await addPerson(test), shiftId, body))).toBe(
      '403 not_activity_leader',
    )
    await done(checkIn(leader, shiftId, body))
    village.at(39)
    expect(await done(village.give(leader, `/api/shifts/${shiftId}/check-out`, body))).toEqual({
      checkedOutAt: hoursOn(39),
      minutes: 120,
    })
    expect(await village.kindsOf(person, 'check')).toEqual([
      'check_in.by_leader',
      'check_out.by_leader',
    ])
    expect((await village.kindsOf(leader, 'check')).slice(before)).toEqual([
      'check_in.for_person',
      'check_out.for_person',
    ])
  })

  it('does not stand for the leader’s own presence, nor for that of the household', async () => {
    const { shiftId } = await village.watchOfOne()
    test.clock.set(TEST_START)
    const kin = await addPerson(test, { householdId: leader.householdId })
    for (const one of [leader, kin])
      await done(call(test, one, 'POST', `/api/shifts/${shiftId}/sign-up`))
    village.at(37)
    const body = { personId: leader.personId }
    expect(await refused(checkIn(leader, shiftId, body))).toBe('403 on_behalf_of_oneself')
    const ofKin = { personId: kin.personId }
    expect(await refused(checkIn(leader, shiftId, ofKin))).toBe('403 on_behalf_of_household')
    await done(checkIn(committee, shiftId, ofKin))
    await done(checkIn(leader, shiftId, { code: await village.code() }))
  })
})

describe('the code of a place', () => {
  it('is digits alone until somebody has said where people reach the village', async () => {
    await village.watch([], 1)
    const shown = () => done(call(test, leader, 'GET', `/api/posts/${village.post.subjectId}/code`))
    expect(await shown()).toMatchObject({ code: expect.stringMatching(/^\d{6}$/), url: null })
    await test.owner.query("UPDATE village SET public_url = 'https://village.example'")
    expect((await shown()).url).toMatch(/^https:\/\/village\.example\/#\/check-in\/post\//)
    await test.owner.query('UPDATE village SET public_url = NULL')
  })
})
