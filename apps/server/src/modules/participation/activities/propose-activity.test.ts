import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ActivityVillage } from '../../../../test/activity-village.ts'
import {
  addSubject,
  adoptGardenSheet,
  approvedActivity,
  cast,
  done,
  hoursOn,
  proposal,
  refused,
} from '../../../../test/participation-village.ts'
import {
  addPerson,
  call,
  createTestServer,
  OTHER_VILLAGE,
  type TestPerson,
  type TestServer,
} from '../../../../test/server.ts'

let village: ActivityVillage
let test: TestServer
let leader: TestPerson
let committee: TestPerson
beforeAll(async () => {
  village = await ActivityVillage.create()
  ;({ test, leader, committee } = village)
})
afterAll(() => village.test.close())

const propose = (person: TestPerson | null, change: Record<string, unknown> = {}) =>
  village.give(person, '/api/activities', proposal(change))

describe('proposing an activity', () => {
  it('puts it before the committee, out of sight of other villagers', async () => {
    const { activityId } = await done(propose(leader))
    const stranger = await addPerson(test)
    expect(await refused(call(test, stranger, 'GET', `/api/activities/${activityId}`))).toBe(
      '404 unknown_activity',
    )
    const seen = await done(call(test, committee, 'GET', `/api/activities/${activityId}`))
    expect(seen).toMatchObject({
      state: 'proposed',
      itemName: '清理公共水沟',
      pointsPreview: { pointsHundredths: 1200, minutes: 180 },
      may: { decide: true, lead: false, resubmit: false },
    })
    const scope = '/api/activities?scope=proposed'
    const proposals = await done(call(test, committee, 'GET', scope))
    expect(proposals.items.map((row: { activityId: string }) => row.activityId)).toContain(
      activityId,
    )
    expect((await done(call(test, stranger, 'GET', scope))).items).toEqual([])
  })

  it.each([
    ['in the past', { startsAt: hoursOn(-1) }, 'activity_in_past'],
    ['that ends before it begins', { endsAt: hoursOn(23) }, 'activity_times_wrong'],
    [
      'more than a year off',
      { startsAt: hoursOn(9000), endsAt: hoursOn(9001) },
      'activity_too_far_off',
    ],
    ['with a deadline that has passed', { signUpClosesAt: hoursOn(-1) }, 'sign_up_deadline_wrong'],
    ['with a deadline after its end', { signUpClosesAt: hoursOn(28) }, 'sign_up_deadline_wrong'],
    [
      'with a shift outside',
      { shifts: [{ startsAt: hoursOn(26), endsAt: hoursOn(28), quota: 1 }] },
      'shift_outside_activity',
    ],
    [
      'with a shift that ends before it begins',
      { shifts: [{ startsAt: hoursOn(26), endsAt: hoursOn(25), quota: 1 }] },
      'shift_times_wrong',
    ],
    [
      'of a circumstance that its item does not know',
      {
        itemRef: 'watch-hour',
        shifts: [
          { startsAt: hoursOn(24), endsAt: hoursOn(27), quota: 2, circumstances: ['moonlight'] },
        ],
      },
      'circumstance_not_in_item',
    ],
    ['for a deduction', { itemRef: 'plot-litter' }, 'item_not_for_activities'],
    ['for an item counted in kilograms', { itemRef: 'garden-compost' }, 'item_not_for_activities'],
    ['for the item of ratings', { itemRef: 'garden-rate' }, 'item_not_for_activities'],
    ['for an item the sheet lacks', { itemRef: 'nonsense' }, 'unknown_item'],
    ['led by nobody', { leaderId: '00000000-0000-7000-8000-000000000000' }, 'unknown_leader'],
    ['without shifts', { shifts: [] }, 'invalid_request'],
    [
      'with a quota of none',
      { shifts: [{ startsAt: hoursOn(24), endsAt: hoursOn(27), quota: 0 }] },
      'invalid_request',
    ],
  ])('refuses one %s', async (_what, change, code) => {
    expect(await refused(propose(leader, change))).toBe(`400 ${code}`)
  })

  it('refuses a post that is no post, or another village’s', async () => {
    const plot = await addSubject(test)
    const abroad = await addSubject(test, { kind: 'post', villageId: OTHER_VILLAGE })
    for (const { subjectId } of [plot, abroad]) {
      const shift = { startsAt: hoursOn(24), endsAt: hoursOn(27), quota: 2 }
      const answer = propose(leader, { shifts: [shift, { ...shift, postSubjectId: subjectId }] })
      const { statusCode, body } = await answer
      expect([statusCode, JSON.parse(body)]).toMatchObject([
        400,
        { code: 'unknown_post', detail: expect.stringContaining('2') },
      ])
    }
  })

  it('tells a leader who was named by somebody else', async () => {
    const named = await addPerson(test)
    await done(propose(leader, { leaderId: named.personId }))
    expect(await village.kindsOf(named)).toEqual(['activity.named_leader'])
  })

  it('is for people who are signed in', async () => {
    expect(await refused(propose(null))).toBe('401 not_signed_in')
  })
})

describe('the list of activities', () => {
  it('is paged by a cursor that no other list accepts', async () => {
    const own = await createTestServer()
    await adoptGardenSheet(own)
    const { leader: one, committee: two } = await cast(own, 0)
    const titles = ['甲甲', '乙乙', '丙丙']
    for (const [index, title] of titles.entries())
      await approvedActivity(own, one, two, {
        title,
        startsAt: hoursOn(30 + index),
        endsAt: hoursOn(40),
        shifts: [{ startsAt: hoursOn(35), endsAt: hoursOn(40), quota: 3 }],
      })
    const read = (query: string) => call(own, one, 'GET', `/api/activities?${query}`)
    const titlesOf = (page: { items: { title: string }[] }) => page.items.map(({ title }) => title)
    const first = await done(read('scope=upcoming&limit=2'))
    expect(titlesOf(first)).toEqual(['甲甲', '乙乙'])
    const second = await done(read(`scope=upcoming&limit=2&cursor=${first.nextCursor}`))
    expect([titlesOf(second), second.nextCursor]).toEqual([['丙丙'], null])
    const mine = await done(read('scope=mine&limit=2'))
    expect(titlesOf(mine)).toEqual(['丙丙', '乙乙'])
    expect(mine.items[0].mine).toBe('leading')
    expect(await refused(read(`scope=mine&cursor=${first.nextCursor}`))).toBe('400 invalid_cursor')
    expect((await done(read('scope=past'))).items).toEqual([])
    expect(await refused(read('scope=all'))).toBe('400 invalid_request')
    const other = call(own, null, 'GET', `/api/villages/999999999999/activities`)
    expect(await refused(other)).toBe('404 unknown_village')
    await own.close()
  })

  it('shows nothing of another village', async () => {
    await approvedActivity(test, leader, committee)
    const abroad = await addPerson(test, { villageId: OTHER_VILLAGE, roles: ['committee'] })
    for (const scope of ['upcoming', 'mine', 'past', 'proposed'])
      expect(
        (await done(call(test, abroad, 'GET', `/api/activities?scope=${scope}`))).items,
      ).toEqual([])
    expect(await refused(call(test, null, 'GET', '/api/activities'))).toBe('401 not_signed_in')
  })
})
