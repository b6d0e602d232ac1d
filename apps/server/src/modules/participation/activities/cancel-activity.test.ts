import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { ActivityVillage } from '../../../../test/activity-village.ts'
import {
  approvedActivity,
  done,
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
beforeEach(() => village.at(0))
afterAll(() => village.test.close())

const cancel = (
  person: TestPerson | null,
  activityId: string,
  body: unknown = { reason: '大雨' },
) => village.give(person, `/api/activities/${activityId}/cancel`, body)

describe('calling an activity off', () => {
  it('tells everyone who signed up or waits', async () => {
    const people = [await addPerson(test), await addPerson(test), await addPerson(test)]
    const { activityId, shiftIds } = await approvedActivity(test, leader, committee)
    for (const person of people)
      await done(call(test, person, 'POST', `/api/shifts/${shiftIds[0]}/sign-up`))
    const rivals = await Promise.all([cancel(leader, activityId), cancel(committee, activityId)])
    expect(sortedStatuses(rivals)).toEqual([200, 409])
    for (const person of people)
      expect(await village.kindsOf(person)).toEqual(['activity.cancelled'])
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

  it('comes too late once somebody has come', async () => {
    const { activityId } = await village.hold([[await addPerson(test), null]])
    village.at(26)
    expect(await refused(cancel(leader, activityId))).toBe('409 activity_attended')
  })
})
