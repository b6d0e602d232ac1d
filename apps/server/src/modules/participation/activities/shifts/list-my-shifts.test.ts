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
beforeAll(async () => {
  test = await createTestServer()
  await adoptGardenSheet(test)
  ;({ leader, committee } = await cast(test, 0))
})
beforeEach(() => test.clock.set(TEST_START))
afterAll(() => test.close())

const at = (hours: number) => test.clock.set(new Date(hoursOn(hours)))
const mine = (person: TestPerson | null, query = '') =>
  call(test, person, 'GET', `/api/me/shifts${query}`)
const idsOf = (shifts: { shiftId: string }[]) => shifts.map(({ shiftId }) => shiftId)
const threeShifts = [
  { startsAt: hoursOn(24), endsAt: hoursOn(26), quota: 5 },
  { startsAt: hoursOn(26), endsAt: hoursOn(28), quota: 5 },
  { startsAt: hoursOn(28), endsAt: hoursOn(30), quota: 5 },
]

describe('my shifts', () => {
  it('move from to-come through now to past, with whether check-in is open', async () => {
    const { activityId, shiftIds } = await approvedActivity(test, leader, committee, {
      endsAt: hoursOn(30),
      shifts: threeShifts,
    })
    const [one = '', two = '', three = ''] = shiftIds
    const person = await addPerson(test)
    for (const shiftId of shiftIds)
      await done(call(test, person, 'POST', `/api/shifts/${shiftId}/sign-up`))
    const before = await done(mine(person))
    expect([before.now, idsOf(before.upcoming)]).toEqual([[], [one, two, three]])
    at(23.5)
    const open = await done(mine(person))
    expect(open.now).toMatchObject([{ shiftId: one, checkIn: { isOpen: true }, attendance: null }])
    const code = await codeShown(test, activityId)
    await done(call(test, person, 'POST', `/api/shifts/${one}/check-in`, { code }))
    at(26.25)
    const during = await done(mine(person))
    expect(during.now).toMatchObject([
      { shiftId: one, checkIn: { isOpen: false }, attendance: { checkedOutAt: null } },
      { shiftId: two, checkIn: { isOpen: true } },
    ])
    expect(idsOf(during.upcoming)).toEqual([three])
    expect(during.past.items).toEqual([])
    const out = await codeShown(test, activityId)
    await done(call(test, person, 'POST', `/api/shifts/${one}/check-out`, { code: out }))
    at(31)
    const first = await done(mine(person, '?limit=2'))
    expect([idsOf(first.past.items), first.now, first.upcoming]).toEqual([[three, two], [], []])
    const second = await done(mine(person, `?limit=2&cursor=${first.past.nextCursor}`))
    expect(second.past).toMatchObject({
      items: [{ attendance: { minutes: 120 } }],
      nextCursor: null,
    })
  })

  it('are one’s own only', async () => {
    expect(await refused(mine(null))).toBe('401 not_signed_in')
    expect(await refused(mine(leader, '?cursor=nonsense'))).toBe('400 invalid_cursor')
    const abroad = await addPerson(test, { villageId: OTHER_VILLAGE })
    expect(await done(mine(abroad))).toMatchObject({ now: [], upcoming: [], past: { items: [] } })
  })
})

describe('the code of a post', () => {
  const read = (person: TestPerson | null, place: string) =>
    call(test, person, 'GET', `/api/${place}/code`)

  it('is seen by the committee, group leaders, and the leader while a shift is on there', async () => {
    await test.owner.query("UPDATE village SET public_url = 'https://village.example'")
    const post = await addSubject(test, { kind: 'post', label: '村口南岗' })
    const { shiftIds } = await approvedActivity(test, leader, committee, {
      shifts: [{ postSubjectId: post.subjectId, ...threeShifts[0] }],
    })
    const person = await addPerson(test)
    const groupLeader = await addPerson(test, { roles: ['group_leader'] })
    await done(call(test, person, 'POST', `/api/shifts/${shiftIds[0]}/sign-up`))
    const place = `posts/${post.subjectId}`
    expect(await refused(read(leader, place))).toBe('403 not_post_keeper')
    expect((await done(read(committee, place))).shiftsNow).toEqual([])
    at(24)
    test.clock.advanceMinutes(0.2)
    const shown = await done(read(leader, place))
    expect(shown).toMatchObject({
      label: '村口南岗',
      secondsLeft: 18,
      shiftsNow: [{ shiftId: shiftIds[0], present: 0, quota: 5 }],
    })
    expect(shown.url).toContain(shown.code)
    await done(
      call(test, person, 'POST', `/api/shifts/${shiftIds[0]}/check-in`, { code: shown.code }),
    )
    expect((await done(read(groupLeader, place))).shiftsNow).toMatchObject([{ present: 1 }])
    expect(await refused(read(person, place))).toBe('403 not_post_keeper')
    expect(await refused(read(null, place))).toBe('401 not_signed_in')
    const abroad = await addPerson(test, { villageId: OTHER_VILLAGE, roles: ['committee'] })
    expect(await refused(read(abroad, place))).toBe('404 post_not_found')
    const plot = await addSubject(test)
    expect(await refused(read(committee, `posts/${plot.subjectId}`))).toBe('404 post_not_found')
    expect(await refused(read(committee, 'posts/nonsense'))).toBe('400 invalid_request')
  })

  it('has its like for an activity without posts, for its leader', async () => {
    const { activityId, shiftIds } = await approvedActivity(test, leader, committee)
    const person = await addPerson(test)
    await done(call(test, person, 'POST', `/api/shifts/${shiftIds[0]}/sign-up`))
    at(24)
    const place = `activities/${activityId}`
    const { code } = await done(read(leader, place))
    await done(call(test, person, 'POST', `/api/shifts/${shiftIds[0]}/check-in`, { code }))
    expect(await refused(read(person, place))).toBe('403 not_post_keeper')
    expect(await refused(read(null, place))).toBe('401 not_signed_in')
    const abroad = await addPerson(test, { villageId: OTHER_VILLAGE, roles: ['committee'] })
    expect(await refused(read(abroad, place))).toBe('404 unknown_activity')
    expect(await refused(read(committee, 'activities/nonsense'))).toBe('400 invalid_request')
  })
})

describe('all that is held about a person', () => {
  it('tells ratings, activities and shifts as plain JSON', async () => {
    const person = await addPerson(test)
    const plot = await addSubject(test)
    await done(
      call(test, person, 'POST', '/api/ratings', { plateCode: plot.code, stars: 4, words: '好' }),
    )
    const { shiftIds } = await approvedActivity(test, person, committee, { title: '自己发起' })
    await done(call(test, person, 'POST', `/api/shifts/${shiftIds[0]}/sign-up`))
    const held = await done(call(test, person, 'GET', '/api/me/data'))
    expect(held).toMatchObject({
      ratings: [{ label: plot.label, stars: 4, words: '好' }],
      activities: [{ title: '自己发起', initiatedByMe: true, ledByMe: true }],
      shifts: [{ title: '自己发起', state: 'confirmed', attendance: null }],
    })
  })
})
