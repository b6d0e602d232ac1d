import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { ActivityVillage } from '../../../../../test/activity-village.ts'
import { done, refused } from '../../../../../test/participation-village.ts'
import { addPerson, VILLAGE, type TestPerson, type TestServer } from '../../../../../test/server.ts'
import { leavesOf } from '../../../../../test/scoring-village.ts'

let village: ActivityVillage
let test: TestServer
let leader: TestPerson
beforeAll(async () => {
  village = await ActivityVillage.create()
  ;({ test, leader } = village)
})
beforeEach(() => village.at(0))
afterAll(() => village.test.close())

describe('a leader enters', () => {
  it('twenty at once, in and out', async () => {
    const people = await village.people(20)
    const kin = await addPerson(test, { householdId: leader.householdId })
    const shiftId = await village.watch([...people, kin])
    const stranger = await addPerson(test)
    const personIds = [...people, kin, stranger].map(({ personId }) => personId)
    const url = `/api/shifts/${shiftId}/presences`
    const enter = (way: string, more = {}) => village.give(leader, url, { way, personIds, ...more })
    const entered = await done(enter('check_in'))
    expect(entered.entered).toBe(20)
    expect(entered.leftOut).toHaveLength(2)
    expect(entered.leftOut).toContainEqual(
      expect.objectContaining({ personId: kin.personId, code: 'on_behalf_of_household' }),
    )
    expect(entered.leftOut).toContainEqual(
      expect.objectContaining({ personId: stranger.personId, code: 'not_signed_up' }),
    )
    expect(await refused(village.give(stranger, url, { way: 'check_in', personIds }))).toBe(
      '403 not_activity_leader',
    )
    village.at(37.1)
    const short = await done(enter('check_out'))
    expect(short.entered).toBe(0)
    expect(short.leftOut[0].code).toBe('check_out_short')
    village.at(41)
    expect(await done(enter('check_out'))).toMatchObject({ entered: 20 })
  })
})

describe('rivals at one shift', () => {
  it('a person is entered once, and whoever was slower loses nobody else', async () => {
    const people = await village.people(8)
    const shiftId = await village.watch(people)
    const personIds = people.map(({ personId }) => personId)
    const many = () =>
      village.give(leader, `/api/shifts/${shiftId}/presences`, { way: 'check_in', personIds })
    const shown = await village.code()
    const single = (person: TestPerson) =>
      village.give(person, `/api/shifts/${shiftId}/check-in`, { code: shown })
    const bulk = await Promise.all([
      many(),
      ...people.slice(4).map(single),
      many(),
      ...people.slice(0, 4).map(single),
      many(),
    ])
    const lists = [bulk[0], bulk[5], bulk[10]].map((answer) => answer?.json())
    expect(lists.map(({ entered, leftOut }) => entered + leftOut.length)).toEqual([8, 8, 8])
    const codes = new Set(
      lists.flatMap(({ leftOut }) => leftOut.map((one: { code: string }) => one.code)),
    )
    expect([...codes].filter((one) => one !== 'already_checked_in')).toEqual([])
    const alone = bulk.filter((answer) => answer.json().attendanceId !== undefined).length
    expect(alone + lists.reduce((sum, { entered }) => sum + entered, 0)).toBe(8)
    expect(
      (await village.listed(shiftId)).filter(
        (one: { attendanceId: string | null }) => one.attendanceId,
      ),
    ).toHaveLength(8)
    const records = await leavesOf(test, 'attendance.checked-in', '')
    expect(new Set(records.slice(-8).map((leaf) => leaf.public['attendee'])).size).toBe(8)
  })

  it('a list waits for the one who is just checking in, and enters the rest', async () => {
    const people = await village.people(3)
    const shiftId = await village.watch(people)
    const personIds = people.map(({ personId }) => personId)
    const first = { personId: personIds.toSorted()[1] ?? '' }
    const rival = test.owner
    await rival.query('BEGIN')
    await rival.query(
      `INSERT INTO attendance (village_id, attendance_id, shift_id, person_id, checked_in_at, checked_in_by, check_in_received_at)
       VALUES ($1, gen_random_uuid(), $2, $3, now(), 'code', now())`,
      [VILLAGE, shiftId, first.personId],
    )
    const list = village.give(leader, `/api/shifts/${shiftId}/presences`, {
      way: 'check_in',
      personIds,
    })
    await new Promise((resolve) => setTimeout(resolve, 300))
    await rival.query('COMMIT')
    expect(await done(list)).toMatchObject({
      entered: 2,
      leftOut: [{ ...first, code: 'already_checked_in' }],
    })
  })
})
