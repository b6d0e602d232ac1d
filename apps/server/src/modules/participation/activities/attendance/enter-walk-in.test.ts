import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { ActivityVillage } from '../../../../../test/activity-village.ts'
import { done, refused, sortedStatuses } from '../../../../../test/participation-village.ts'
import { addPerson, type TestPerson, type TestServer } from '../../../../../test/server.ts'

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

describe('a leader enters', () => {
  it('who came without a sign-up, by name and group or from the roster', async () => {
    const [signedUp, walker, another, third] = (await village.people(4)) as [
      TestPerson,
      TestPerson,
      TestPerson,
      TestPerson,
    ]
    const shiftId = await village.watch([signedUp], 2)
    const url = `/api/shifts/${shiftId}/walk-ins`
    const { rows } = await test.owner.query<{ name: string; group_no: number }>(
      'SELECT name, group_no FROM person JOIN household USING (village_id, household_id) WHERE person_id = $1',
      [walker.personId],
    )
    const named = { name: rows[0]?.name, groupNo: rows[0]?.group_no }
    expect(await refused(village.give(another, url, named))).toBe('403 not_activity_leader')
    const byId = (person: TestPerson) => ({ personId: person.personId })
    expect(await refused(village.give(leader, url, { name: '无此人', groupNo: 1 }))).toBe(
      '404 walk_in_unknown',
    )
    await done(village.give(committee, url, named))
    expect(await refused(village.give(committee, url, byId(walker)))).toBe('409 already_checked_in')
    // The shift has begun, and one of two places has nobody in it.
    await done(village.give(leader, url, byId(another)))
    expect(await refused(village.give(leader, url, byId(third)))).toBe('409 walk_in_full')
    const kin = await addPerson(test, { householdId: leader.householdId })
    expect(await refused(village.give(leader, url, byId(kin)))).toBe('403 on_behalf_of_household')
    expect(await refused(village.give(leader, url, byId(leader)))).toBe('403 on_behalf_of_oneself')
    const outside = await addPerson(test, { joined: false })
    expect(await refused(village.give(leader, url, byId(outside)))).toBe(
      '403 other_household_not_joined',
    )
    const list = await village.listed(shiftId)
    expect(list.filter((one: { checkedInAt: string | null }) => one.checkedInAt)).toHaveLength(2)
    expect(await village.messagesOf(walker, 'check_in.by_leader')).toHaveLength(1)
  })

  it('nobody is entered as a walk-in: neither signed up elsewhere nor there already', async () => {
    const [signedUp, present, both] = (await village.people(3)) as [
      TestPerson,
      TestPerson,
      TestPerson,
    ]
    const [early, late] = [await village.shiftFrom(37, 39), await village.shiftFrom(38, 41)]
    await done(village.give(signedUp, `/api/shifts/${early}/sign-up`, {}))
    village.at(38)
    await done(village.walkIn(early, present))
    for (const person of [signedUp, present]) {
      const answer = await village.walkIn(late, person)
      expect(answer.json()).toMatchObject({
        status: 409,
        code: 'shift_overlaps',
        detail: expect.stringContaining('岗 37'),
      })
    }
    expect(await village.listed(late)).toEqual([])
    const rivals = await Promise.all([village.walkIn(early, both), village.walkIn(late, both)])
    expect(sortedStatuses(rivals)).toEqual([200, 409])
  })
})
