import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { ActivityVillage } from '../../../../../test/activity-village.ts'
import { done, hoursOn, refused } from '../../../../../test/participation-village.ts'
import { addPerson, VILLAGE, type TestPerson, type TestServer } from '../../../../../test/server.ts'
import { leavesOf } from '../../../../../test/scoring-village.ts'

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

const correct = (who: TestPerson, attendanceId: string, presence: unknown) =>
  village.give(who, `/api/attendances/${attendanceId}/correct`, { presence, reason: '点错了人' })

describe('a leader corrects', () => {
  it('the wrong person: the check-in is gone, recorded, and the person is told', async () => {
    const [wrong, right] = (await village.people(2)) as [TestPerson, TestPerson]
    const shiftId = await village.watch([wrong, right])
    const attendanceId = await village.checkedIn(wrong, shiftId)
    await done(correct(leader, attendanceId, null))
    const [first] = await village.listed(shiftId)
    expect(first).toMatchObject({ personId: wrong.personId, attendanceId: null })
    expect(await village.messagesOf(wrong, 'attendance.corrected')).toMatchObject([
      { title: '村口值守', checkedInAt: null, checkedOutAt: null, reason: '点错了人' },
    ])
    const leaves = await leavesOf(test, 'attendance.corrected', '')
    expect(Object.keys(leaves.at(-1)?.public ?? {}).toSorted()).toEqual([
      'activity',
      'attendee',
      'shift',
    ])
    // The one who was taken for another can still come.
    await done(
      village.give(wrong, `/api/shifts/${shiftId}/check-in`, { code: await village.code() }),
    )
  })

  it('a check-out by mistake: the person is there again, or left when they did', async () => {
    const [person] = (await village.people(1)) as [TestPerson]
    const shiftId = await village.watch([person])
    const attendanceId = await village.checkedIn(person, shiftId)
    const out = { personId: person.personId, confirmsShort: true }
    await done(village.give(leader, `/api/shifts/${shiftId}/check-out`, out))
    await done(correct(leader, attendanceId, { checkedInAt: hoursOn(37), checkedOutAt: null }))
    expect(await village.listed(shiftId)).toMatchObject([{ checkedOutAt: null, canCorrect: true }])
    village.at(41)
    const presence = { checkedInAt: hoursOn(37), checkedOutAt: hoursOn(40) }
    await done(correct(committee, attendanceId, presence))
    expect(await village.listed(shiftId)).toMatchObject([{ minutes: 180, checkedOutBy: 'leader' }])
    expect(await village.messagesOf(person, 'attendance.corrected')).toHaveLength(2)
  })

  it('nothing of their own or their household’s, nor what was scored, nor to times that cannot be', async () => {
    const kin = await addPerson(test, { householdId: leader.householdId })
    const [person, stranger] = (await village.people(2)) as [TestPerson, TestPerson]
    const shiftId = await village.watch([kin, person, leader])
    const ids: string[] = []
    for (const who of [kin, leader]) {
      const answer = village.give(who, `/api/shifts/${shiftId}/check-in`, {
        code: await village.code(),
      })
      ids.push((await done(answer)).attendanceId)
    }
    expect(await refused(correct(leader, ids[0] ?? '', null))).toBe('403 correction_of_household')
    expect(await refused(correct(leader, ids[1] ?? '', null))).toBe('403 correction_of_oneself')
    const attendanceId = await village.checkedIn(person, shiftId)
    expect(await refused(correct(stranger, attendanceId, null))).toBe('403 not_activity_leader')
    village.at(38)
    const wrong = [
      { checkedInAt: hoursOn(36), checkedOutAt: null },
      { checkedInAt: hoursOn(37), checkedOutAt: hoursOn(39) },
      { checkedInAt: hoursOn(38), checkedOutAt: hoursOn(37.5) },
    ]
    for (const presence of wrong)
      expect(await refused(correct(leader, attendanceId, presence))).toBe(
        '400 correction_times_wrong',
      )
    const out = { personId: person.personId }
    await done(village.give(leader, `/api/shifts/${shiftId}/check-out`, out))
    await done(village.give(leader, `/api/attendances/${attendanceId}/score`, { score: 4 }))
    expect(await refused(correct(leader, attendanceId, null))).toBe('409 attendance_scored')
    expect((await village.listed(shiftId))[1]).toMatchObject({ canCorrect: false })
  })

  it('nobody into two places at once, but they may have come from the one to the other', async () => {
    const [person] = (await village.people(1)) as [TestPerson]
    const [early, late] = [await village.shiftFrom(37, 39), await village.shiftFrom(38, 41)]
    village.at(37)
    const first = (await done(village.walkIn(early, person))).attendanceId
    village.at(39.5)
    const second = (await done(village.walkIn(late, person))).attendanceId
    const overlapping = await correct(leader, second, {
      checkedInAt: hoursOn(38.5),
      checkedOutAt: null,
    })
    expect(overlapping.json()).toMatchObject({
      status: 409,
      code: 'attendance_overlaps',
      detail: expect.stringContaining('2026-03-03 22:00 至 2026-03-04 00:00 在“岗 37”'),
    })
    const left = { checkedInAt: hoursOn(37), checkedOutAt: hoursOn(38.5) }
    await done(correct(leader, first, left))
    await done(correct(leader, second, { checkedInAt: hoursOn(38.5), checkedOutAt: null }))
    expect(await refused(correct(leader, first, { ...left, checkedOutAt: null }))).toBe(
      '409 attendance_overlaps',
    )
  })
})

it('leaves every record of it in the village’s own log', async () => {
  const { rows } = await test.owner.query<{ count: number }>(
    "SELECT count(*)::int AS count FROM record WHERE village_id = $1 AND kind = 'attendance.corrected'",
    [VILLAGE],
  )
  expect(rows[0]?.count).toBe(5)
})
