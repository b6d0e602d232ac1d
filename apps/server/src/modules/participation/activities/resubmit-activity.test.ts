import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ActivityVillage } from '../../../../test/activity-village.ts'
import {
  done,
  hoursOn,
  proposal,
  refused,
  sortedStatuses,
} from '../../../../test/participation-village.ts'
import { addPerson, call, type TestPerson, type TestServer } from '../../../../test/server.ts'

let village: ActivityVillage
let test: TestServer
let committee: TestPerson
beforeAll(async () => {
  village = await ActivityVillage.create()
  ;({ test, committee } = village)
})
afterAll(() => village.test.close())

const propose = (person: TestPerson | null, change: Record<string, unknown> = {}) =>
  village.give(person, '/api/activities', proposal(change))
const decide = (person: TestPerson | null, activityId: string, body: unknown) =>
  village.give(person, `/api/activities/${activityId}/decide`, body)

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

describe('a proposal that was sent back', () => {
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
    const rivals = await Promise.all([resubmit(initiator), resubmit(initiator)])
    expect(sortedStatuses(rivals)).toEqual([200, 409])
    expect(await shownTo(initiator, activityId)).toEqual(['proposed', 'proposed', false])
    expect(await refused(resubmit(initiator))).toBe('409 activity_not_sent_back')
    await done(decide(committee, activityId, { decision: 'approve' }))
    const seen = await done(call(test, initiator, 'GET', `/api/activities/${activityId}`))
    expect(seen.shifts.map(({ quota }: { quota: number }) => quota)).toEqual([9, 9])
    expect(await village.kindsOf(initiator)).toEqual(['activity.sent_back', 'activity.approved'])
  })
})
