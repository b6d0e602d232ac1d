import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ActivityVillage, shiftAt } from '../../../../../test/activity-village.ts'
import {
  done,
  hoursOn,
  proposal,
  refused,
  sortedStatuses,
} from '../../../../../test/participation-village.ts'
import {
  addPerson,
  call,
  OTHER_VILLAGE,
  TEST_START,
  type TestPerson,
  type TestServer,
} from '../../../../../test/server.ts'

let village: ActivityVillage
let test: TestServer
let leader: TestPerson
beforeAll(async () => {
  village = await ActivityVillage.create()
  ;({ test, leader } = village)
})
afterAll(() => village.test.close())

const signUp = (person: TestPerson | null, shiftId: string) =>
  village.give(person, `/api/shifts/${shiftId}/sign-up`)

describe('signing up', () => {
  it('confirms until the quota, then keeps a waiting list, then says it is full', async () => {
    const [shiftId = ''] = await village.approve()
    const answers: string[] = []
    for (const person of await village.people(5)) {
      const { state, place } = await done(signUp(person, shiftId))
      answers.push(`${state} ${place}`)
    }
    expect(answers).toEqual([
      'confirmed null',
      'confirmed null',
      'waiting 1',
      'waiting 2',
      'waiting 3',
    ])
    const [late] = await village.people(1)
    if (!late) throw new Error('nobody')
    expect(await village.shiftSeenBy(late, shiftId)).toMatchObject({
      taken: 2,
      waiting: 3,
      canSignUp: { ok: false, code: 'shift_full' },
    })
    expect(await refused(signUp(late, shiftId))).toBe('409 shift_full')
  })

  it('never exceeds the quota when many sign up at once', async () => {
    const [shiftId = ''] = await village.approve({ shifts: [shiftAt(24, 27, 3)] })
    const crowd = await village.people(9)
    const answers = await Promise.all(crowd.map((person) => signUp(person, shiftId)))
    const outcomes = answers.map((answer) => answer.json().state ?? answer.json().code)
    const count = (outcome: string) => outcomes.filter((one) => one === outcome).length
    expect([count('confirmed'), count('waiting'), count('shift_full')]).toEqual([3, 3, 3])
    const { rows } = await test.owner.query(
      `SELECT count(*)::int AS taken FROM sign_up WHERE shift_id = $1 AND state = 'confirmed'`,
      [shiftId],
    )
    expect(rows[0].taken).toBe(3)
  })

  it('refuses a shift that overlaps and names the other one', async () => {
    const [night = ''] = await village.approve({
      title: '夜间值守',
      endsAt: hoursOn(60),
      shifts: [shiftAt(37, 41)], // 22:00 to 02:00
    })
    const [dawn = '', after = ''] = await village.approve({
      endsAt: hoursOn(60),
      shifts: [shiftAt(40, 43), shiftAt(41, 44)],
    })
    const person = await addPerson(test)
    await done(signUp(person, night))
    expect(await village.shiftSeenBy(person, dawn)).toMatchObject({
      canSignUp: {
        ok: false,
        code: 'shift_overlaps',
        sentence: expect.stringContaining('夜间值守'),
      },
    })
    const answer = await signUp(person, dawn)
    expect(answer.json()).toMatchObject({
      code: 'shift_overlaps',
      detail: '时间与已报名的“夜间值守”（2026-03-03 22:00 至 2026-03-04 02:00）重叠。',
    })
    await done(signUp(person, after))
  })

  it('refuses all but one of two overlapping shifts asked for at once', async () => {
    const [one = '', two = ''] = await village.approve({
      shifts: [shiftAt(24, 26), shiftAt(25, 27)],
    })
    const person = await addPerson(test)
    const answers = await Promise.all([signUp(person, one), signUp(person, two)])
    expect(sortedStatuses(answers)).toEqual([200, 409])
  })

  it('refuses a second sign-up, a proposal, and what is past its deadline', async () => {
    const [shiftId = ''] = await village.approve()
    const person = await addPerson(test)
    await done(signUp(person, shiftId))
    expect(await refused(signUp(person, shiftId))).toBe('409 already_signed_up')
    const { activityId } = await done(call(test, leader, 'POST', '/api/activities', proposal()))
    const { shifts } = await done(call(test, leader, 'GET', `/api/activities/${activityId}`))
    expect(await refused(signUp(person, shifts[0].shiftId))).toBe('409 activity_not_open')
    test.clock.advanceMinutes(20 * 60)
    const answer = await signUp(await addPerson(test), shiftId)
    test.clock.set(TEST_START)
    expect(answer.json()).toMatchObject({
      code: 'sign_up_closed',
      detail: '报名已于 2026-03-03 05:00 截止。',
    })
  })

  it('is for members of households that have joined, in their own village', async () => {
    const [shiftId = ''] = await village.approve()
    const abroad = await addPerson(test, { villageId: OTHER_VILLAGE })
    const outsider = await addPerson(test, { joined: false })
    expect(await refused(signUp(null, shiftId))).toBe('401 not_signed_in')
    expect(await refused(signUp(outsider, shiftId))).toBe('403 household_not_joined')
    expect(await refused(signUp(abroad, shiftId))).toBe('404 unknown_shift')
    expect(await refused(signUp(leader, 'nonsense'))).toBe('400 invalid_request')
  })
})

it('tells whose household has not joined: one’s own, or that of whom one enters', async () => {
  const [shiftId = ''] = await village.approve()
  const outsider = await addPerson(test, { joined: false })
  test.clock.set(new Date(hoursOn(24)))
  const enter = (language: 'zh' | 'en') =>
    call(
      test,
      leader,
      'POST',
      `/api/shifts/${shiftId}/walk-ins`,
      { personId: outsider.personId },
      { language },
    )
  const another = [(await enter('zh')).json(), (await enter('en')).json()]
  test.clock.set(TEST_START)
  const own = (language: 'zh' | 'en') =>
    call(test, outsider, 'POST', `/api/shifts/${shiftId}/sign-up`, undefined, { language })
  expect([(await own('zh')).json(), (await own('en')).json()]).toMatchObject([
    { code: 'household_not_joined', detail: expect.stringMatching(/^您家还没有加入积分制/) },
    { code: 'household_not_joined', detail: expect.stringMatching(/^Your household has not/) },
  ])
  expect(await village.shiftSeenBy(outsider, shiftId)).toMatchObject({
    canSignUp: { ok: false, code: 'household_not_joined' },
  })
  expect(another).toMatchObject([
    { code: 'other_household_not_joined', detail: expect.stringMatching(/^这个人的户还没有/) },
    { code: 'other_household_not_joined', detail: expect.stringMatching(/^This person’s/) },
  ])
  for (const { detail } of another) expect(detail).not.toMatch(/您家|Your household/)
})
