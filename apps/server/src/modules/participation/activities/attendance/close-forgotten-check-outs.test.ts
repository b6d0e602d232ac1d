import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { ActivityVillage } from '../../../../../test/activity-village.ts'
import { done, hoursOn, refused } from '../../../../../test/participation-village.ts'
import {
  addPerson,
  call,
  VILLAGE,
  type TestPerson,
  type TestServer,
} from '../../../../../test/server.ts'
import { closeForgottenCheckOuts, forgottenCheckOutsJob } from './close-forgotten-check-outs.ts'

let village: ActivityVillage
let test: TestServer
let leader: TestPerson
beforeAll(async () => {
  village = await ActivityVillage.create()
  ;({ test, leader } = village)
})
beforeEach(() => village.at(0))
afterAll(() => village.test.close())

const closeForgotten = () => closeForgottenCheckOuts({ ...test.server, ...test }, VILLAGE)

describe('the clock', () => {
  it('checks out whoever forgot, at the planned end, and tells them and the leader', async () => {
    const person = await addPerson(test)
    const { shiftId } = await village.hold([[person, null]])
    village.at(27.4)
    expect(await closeForgotten()).toBe(0)
    village.at(29)
    expect([await closeForgotten(), await closeForgotten()]).toEqual([1, 0])
    const { items } = await village.attendanceOf(leader, shiftId)
    expect(items).toMatchObject([
      { checkedOutAt: hoursOn(27), checkedOutBy: 'clock', minutes: 180 },
    ])
    const { rows } = await test.owner.query(
      `SELECT person_id, kind FROM message WHERE kind LIKE 'check_out.by_clock%' AND params->>'shiftId' = $1 ORDER BY kind`,
      [shiftId],
    )
    expect(rows).toEqual([
      { person_id: person.personId, kind: 'check_out.by_clock' },
      { person_id: leader.personId, kind: 'check_out.by_clock_for_people' },
    ])
  })

  it('does so in every village', async () => {
    const person = await addPerson(test)
    const { shiftId } = await village.hold([[person, null]])
    village.at(28)
    await forgottenCheckOutsJob({ ...test.server, ...test }).run()
    expect((await village.attendanceOf(leader, shiftId)).items).toMatchObject([
      { checkedOutBy: 'clock' },
    ])
  })

  it('gives way to what an offline phone tells afterwards, if that is shorter', async () => {
    const person = await addPerson(test)
    const { shiftId } = await village.hold([[person, null]])
    village.at(28)
    await closeForgotten()
    const tell = (hours: number) =>
      call(test, leader, 'POST', `/api/shifts/${shiftId}/check-out`, {
        personId: person.personId,
        occurredAt: hoursOn(hours),
      })
    expect(await refused(tell(27.2))).toBe('409 already_checked_out')
    expect(await done(tell(25))).toEqual({ checkedOutAt: hoursOn(25), minutes: 60 })
    expect(await refused(tell(24.5))).toBe('409 already_checked_out')
  })

  it('closes nobody twice when two servers run it at once', async () => {
    const people = [await addPerson(test), await addPerson(test)]
    const { shiftId } = await village.hold(people.map((person) => [person, null] as const))
    village.at(28)
    const closed = await Promise.all([closeForgotten(), closeForgotten()])
    expect(closed.toSorted((one, other) => one - other)).toEqual([0, 2])
    const { rows } = await test.owner.query(
      `SELECT 1 FROM message WHERE kind = 'check_out.by_clock' AND params->>'shiftId' = $1`,
      [shiftId],
    )
    expect(rows).toHaveLength(2)
  })
})
