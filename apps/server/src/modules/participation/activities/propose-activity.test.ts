import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  addSubject,
  adoptGardenSheet,
  approvedActivity,
  cast,
  done,
  hoursOn,
  proposal,
  refused,
  sortedStatuses,
} from '../../../../test/participation-village.ts'
import {
  addPerson,
  call,
  createTestServer,
  OTHER_VILLAGE,
  type TestPerson,
  type TestServer,
} from '../../../../test/server.ts'

let test: TestServer
let leader: TestPerson
let committee: TestPerson
beforeAll(async () => {
  test = await createTestServer()
  await adoptGardenSheet(test)
  ;({ leader, committee } = await cast(test, 0))
})
afterAll(() => test.close())

const propose = (person: TestPerson | null, change: Record<string, unknown> = {}) =>
  call(test, person, 'POST', '/api/activities', proposal(change))
const decide = (person: TestPerson | null, activityId: string, body: unknown) =>
  call(test, person, 'POST', `/api/activities/${activityId}/decide`, body)
const kindsOf = async (person: TestPerson): Promise<string[]> => {
  const { rows } = await test.owner.query(
    'SELECT kind FROM message WHERE person_id = $1 ORDER BY sent_at, message_id',
    [person.personId],
  )
  return rows.map(({ kind }) => kind)
}

/** The state of an activity on its own page and in the list, and whether it may be resubmitted. */
async function shownTo(person: TestPerson, activityId: string) {
  const page = await call(test, person, 'GET', `/api/activities/${activityId}`)
  const list = await call(test, person, 'GET', '/api/activities?scope=mine')
  for (const { headers } of [page, list]) expect(headers['cache-control']).toBe('no-store')
  const { state, may } = page.json()
  const listed = list
    .json()
    .items.find((one: { activityId: string }) => one.activityId === activityId)
  return [state, listed?.state, may.resubmit]
}

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
    expect(await kindsOf(named)).toEqual(['activity.named_leader'])
  })

  it('is for people who are signed in', async () => {
    expect(await refused(propose(null))).toBe('401 not_signed_in')
  })
})

describe('deciding on an activity', () => {
  it('opens it to the village, tells the initiator and appends a record without its words', async () => {
    const initiator = await addPerson(test)
    const { activityId } = await approvedActivity(test, initiator, committee, {
      title: '补种映山红',
    })
    expect(await kindsOf(initiator)).toEqual(['activity.approved'])
    const list = await done(
      call(test, null, 'GET', `/api/villages/${initiator.villageId}/activities`),
    )
    expect(list.items).toContainEqual(
      expect.objectContaining({ activityId, mine: null, spots: { quota: 2, taken: 0 } }),
    )
    const { rows } = await test.owner.query(
      `SELECT convert_from(leaf, 'UTF8') AS leaf FROM record WHERE kind = 'activity.decided' ORDER BY record_id DESC LIMIT 1`,
    )
    expect(rows[0].leaf).toContain('"state":"approved"')
    expect(rows[0].leaf).not.toContain('映山红')
    expect(rows[0].leaf).not.toContain(activityId)
  })

  it('refuses one’s own activity, one’s household’s, and one that a relative leads', async () => {
    const kin = await addPerson(test, {
      householdId: committee.householdId,
      roles: ['committee'],
    })
    const own = await done(propose(committee))
    const led = await done(propose(leader, { leaderId: committee.personId }))
    for (const { activityId } of [own, led])
      for (const person of [committee, kin])
        expect(await refused(decide(person, activityId, { decision: 'approve' }))).toBe(
          '403 own_activity',
        )
    const { state } = await done(call(test, committee, 'GET', `/api/activities/${own.activityId}`))
    expect(state).toBe('proposed')
  })

  it('refuses what is led or initiated by somebody whom one keeper alone put on the roster', async () => {
    const kin = await addPerson(test, {
      householdId: committee.householdId,
      roles: ['committee'],
    })
    const other = await addPerson(test, { roles: ['committee'] })
    const place = { groupNo: 1, houseNo: '7001号' }
    const entry = { name: '章新', phone: '13770000001', identityNumber: null, birthYear: null }
    const body = { ...entry, place, reason: '新迁入' }
    const entered = await done(call(test, committee, 'POST', '/api/roster/people', body))
    const newcomer = await addPerson(test)
    const given = [entered.personId, newcomer.personId]
    await test.owner.query(
      'UPDATE person SET entered_by = (SELECT entered_by FROM person WHERE person_id = $1) WHERE person_id = $2',
      given,
    )
    const led = await done(propose(leader, { leaderId: entered.personId }))
    const initiated = await done(propose(newcomer))
    for (const { activityId } of [led, initiated]) {
      const url = `/api/activities/${activityId}`
      for (const person of [committee, kin]) {
        expect(await refused(decide(person, activityId, { decision: 'approve' }))).toBe(
          '403 activity_of_entered',
        )
        expect((await done(call(test, person, 'GET', url))).may.decide).toBe(false)
        const inbox = await done(call(test, person, 'GET', '/api/workbench/inbox'))
        expect(inbox.items.map(({ id }: { id: string }) => id)).not.toContain(activityId)
      }
      await done(decide(other, activityId, { decision: 'approve' }))
    }
  })

  it('needs words to send back or refuse', async () => {
    const { activityId } = await done(propose(leader))
    for (const decision of ['send_back', 'refuse'])
      expect(await refused(decide(committee, activityId, { decision, words: ' ' }))).toBe(
        '400 decision_words_missing',
      )
  })

  it('sends back, takes the changed proposal and approves that', async () => {
    const initiator = await addPerson(test)
    const { activityId } = await done(propose(initiator))
    await done(decide(committee, activityId, { decision: 'send_back', words: '人手不够' }))
    expect(await shownTo(initiator, activityId)).toEqual(['sent_back', 'sent_back', true])
    const resubmit = (person: TestPerson) =>
      call(test, person, 'POST', `/api/activities/${activityId}/resubmit`, {
        ...proposal(),
        shifts: [
          { startsAt: hoursOn(24), endsAt: hoursOn(25), quota: 9 },
          { startsAt: hoursOn(25), endsAt: hoursOn(27), quota: 9 },
        ],
      })
    expect(await refused(resubmit(committee))).toBe('403 not_initiator')
    await done(resubmit(initiator))
    expect(await shownTo(initiator, activityId)).toEqual(['proposed', 'proposed', false])
    expect(await refused(resubmit(initiator))).toBe('409 activity_not_sent_back')
    await done(decide(committee, activityId, { decision: 'approve' }))
    const seen = await done(call(test, initiator, 'GET', `/api/activities/${activityId}`))
    expect(seen.shifts.map(({ quota }: { quota: number }) => quota)).toEqual([9, 9])
    expect(await kindsOf(initiator)).toEqual(['activity.sent_back', 'activity.approved'])
  })

  it('is made once, whoever is faster', async () => {
    const { activityId } = await done(propose(leader))
    const other = await addPerson(test, { roles: ['committee'] })
    const answers = await Promise.all([
      decide(committee, activityId, { decision: 'approve' }),
      decide(other, activityId, { decision: 'refuse', words: '不合适' }),
    ])
    expect(sortedStatuses(answers)).toEqual([200, 409])
  })

  it('comes too late once the activity’s start has passed', async () => {
    const { activityId } = await done(propose(leader))
    const before = test.clock.now()
    test.clock.advanceMinutes(24 * 60)
    const answer = await refused(decide(committee, activityId, { decision: 'approve' }))
    test.clock.set(before)
    expect(answer).toBe('409 activity_already_started')
  })

  it('is the committee’s, in its own village', async () => {
    const { activityId } = await done(propose(leader))
    const abroad = await addPerson(test, { villageId: OTHER_VILLAGE, roles: ['committee'] })
    const body = { decision: 'approve' }
    expect(await refused(decide(null, activityId, body))).toBe('401 not_signed_in')
    expect(await refused(decide(leader, activityId, body))).toBe('403 role_required')
    expect(await refused(decide(abroad, activityId, body))).toBe('404 unknown_activity')
    expect(await refused(decide(committee, activityId, { decision: 'ok' }))).toBe(
      '400 invalid_request',
    )
    expect(await refused(decide(committee, 'nonsense', body))).toBe('400 invalid_request')
  })
})

describe('calling an activity off', () => {
  const cancel = (
    person: TestPerson | null,
    activityId: string,
    body: unknown = { reason: '大雨' },
  ) => call(test, person, 'POST', `/api/activities/${activityId}/cancel`, body)

  it('tells everyone who signed up or waits', async () => {
    const people = [await addPerson(test), await addPerson(test), await addPerson(test)]
    const { activityId, shiftIds } = await approvedActivity(test, leader, committee)
    for (const person of people)
      await done(call(test, person, 'POST', `/api/shifts/${shiftIds[0]}/sign-up`))
    await done(cancel(leader, activityId))
    for (const person of people) expect(await kindsOf(person)).toEqual(['activity.cancelled'])
    expect(await refused(cancel(leader, activityId))).toBe('409 activity_over')
  })

  it('is for its leader and the committee, with a reason, in their village', async () => {
    const { activityId } = await approvedActivity(test, leader, committee)
    const abroad = await addPerson(test, { villageId: OTHER_VILLAGE, roles: ['committee'] })
    expect(await refused(cancel(null, activityId))).toBe('401 not_signed_in')
    expect(await refused(cancel(await addPerson(test), activityId))).toBe('403 not_activity_leader')
    expect(await refused(cancel(abroad, activityId))).toBe('404 unknown_activity')
    expect(await refused(cancel(leader, activityId, {}))).toBe('400 invalid_request')
    await done(cancel(committee, activityId))
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
