import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { ActivityVillage } from '../../../../../test/activity-village.ts'
import { done, refused, sortedStatuses } from '../../../../../test/participation-village.ts'
import {
  addPerson,
  type TestPerson,
  type TestServer,
  call,
  OTHER_VILLAGE,
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

const score = (
  who: TestPerson | null,
  shiftId: string,
  body: unknown = { score: 4 },
  key?: string,
) => call(test, who, 'POST', `/api/shifts/${shiftId}/scores`, body, key ? { key } : {})

describe('one score for all', () => {
  it('is given to whoever came, save kin, and can be changed for one', async () => {
    const kin = await addPerson(test, { householdId: leader.householdId })
    const people = await village.people(3)
    const [one] = people
    const { shiftId, attendanceIds } = await village.hold(
      [...people, kin].map((person) => [person, 3] as const),
    )
    expect(await refused(score(null, shiftId))).toBe('401 not_signed_in')
    expect(await refused(score(await addPerson(test), shiftId))).toBe('403 not_activity_leader')
    const abroad = await addPerson(test, { villageId: OTHER_VILLAGE, roles: ['committee'] })
    expect(await refused(score(abroad, shiftId))).toBe('404 unknown_shift')
    expect(await refused(score(leader, shiftId, { score: 6 }))).toBe('400 invalid_request')
    const given = { scored: 3, leftOut: 1 }
    expect(await done(score(leader, shiftId, { score: 4 }, 'all-of-them'))).toEqual(given)
    expect(await done(score(leader, shiftId, { score: 4 }, 'all-of-them'))).toEqual(given)
    expect(await refused(score(leader, shiftId, { score: 5 }))).toBe('409 nobody_to_score')
    await done(village.score(leader, one && attendanceIds.get(one), { score: 2 }))
    const scores = async () =>
      (await village.listed(shiftId)).map(({ leaderScore }: { leaderScore: number }) => leaderScore)
    expect((await scores()).toSorted()).toEqual([2, 4, 4, null])
    expect(await done(score(committee, shiftId))).toEqual({ scored: 1, leftOut: 0 })
  })

  it('is given once when two of them send it at once', async () => {
    const people = await village.people(2)
    const { shiftId } = await village.hold(people.map((person) => [person, 3] as const))
    const answers = await Promise.all([score(leader, shiftId), score(committee, shiftId)])
    expect(sortedStatuses(answers)).toEqual([200, 409])
  })
})
