import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ActivityVillage } from '../../../../test/activity-village.ts'
import {
  approvedActivity,
  done,
  proposal,
  refused,
  sortedStatuses,
} from '../../../../test/participation-village.ts'
import {
  addPerson,
  call,
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
const decide = (person: TestPerson | null, activityId: string, body: unknown) =>
  village.give(person, `/api/activities/${activityId}/decide`, body)

describe('deciding on an activity', () => {
  it('opens it to the village, tells the initiator and appends a record without its words', async () => {
    const initiator = await addPerson(test)
    const { activityId } = await approvedActivity(test, initiator, committee, {
      title: '补种映山红',
    })
    expect(await village.kindsOf(initiator)).toEqual(['activity.approved'])
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
