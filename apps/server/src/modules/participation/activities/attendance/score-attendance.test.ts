import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { ActivityVillage } from '../../../../../test/activity-village.ts'
import { done, refused } from '../../../../../test/participation-village.ts'
import {
  addPerson,
  call,
  OTHER_VILLAGE,
  type TestPerson,
  type TestServer,
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

describe('scoring an attendance', () => {
  it('is not for oneself or one’s household: then the committee must', async () => {
    const kin = await addPerson(test, { householdId: leader.householdId })
    const { shiftId, attendanceIds } = await village.hold([
      [leader, 3],
      [kin, 3],
    ])
    const [own = '', kins = ''] = [attendanceIds.get(leader), attendanceIds.get(kin)]
    expect(await refused(village.score(leader, own))).toBe('403 own_attendance')
    expect(await refused(village.score(leader, kins))).toBe('403 own_household_attendance')
    const { items } = await village.attendanceOf(leader, shiftId)
    expect(items.map(({ canScore }: { canScore: boolean }) => canScore)).toEqual([false, false])
    expect(await village.inboxOf(leader)).not.toContainEqual(
      expect.objectContaining({ kind: 'scores_due' }),
    )
    expect(await village.inboxOf(committee, true)).toContainEqual(
      expect.objectContaining({ kind: 'scores_due', count: 2 }),
    )
    await done(village.score(committee, own))
    await done(village.score(committee, kins))
  })

  it('can be given anew until the activity is closed, and takes 1 to 5 only', async () => {
    const person = await addPerson(test)
    const { shiftId, attendanceIds } = await village.hold([[person, 3]])
    const attendanceId = attendanceIds.get(person) ?? ''
    for (const wrong of [0, 6, 2.5, '5'])
      expect(await refused(village.score(leader, attendanceId, { score: wrong }))).toBe(
        '400 invalid_request',
      )
    await done(village.score(leader, attendanceId, { score: 2 }))
    await done(village.score(leader, attendanceId, { score: 3, words: '后半段很好' }))
    const { items } = await village.attendanceOf(leader, shiftId)
    expect(items).toMatchObject([{ leaderScore: 3, scoreWords: '后半段很好' }])
  })

  it('is for its leader and the committee, in their village', async () => {
    const person = await addPerson(test)
    const { shiftId, attendanceIds } = await village.hold([[person, 3]])
    const attendanceId = attendanceIds.get(person) ?? ''
    const abroad = await addPerson(test, { villageId: OTHER_VILLAGE, roles: ['committee'] })
    const read = (who: TestPerson | null, id = shiftId) =>
      refused(call(test, who, 'GET', `/api/shifts/${id}/attendance`))
    expect(await refused(village.score(null, attendanceId))).toBe('401 not_signed_in')
    expect(await refused(village.score(await addPerson(test), attendanceId))).toBe(
      '403 not_activity_leader',
    )
    expect(await refused(village.score(abroad, attendanceId))).toBe('404 unknown_attendance')
    expect(await read(null)).toBe('401 not_signed_in')
    expect(await read(person)).toBe('403 not_activity_leader')
    expect(await read(abroad)).toBe('404 unknown_shift')
    expect(await read(leader, 'nonsense')).toBe('400 invalid_request')
  })

  it('notes whom a committee member looked at, and not the leader’s own look', async () => {
    const person = await addPerson(test)
    const { shiftId } = await village.hold([[person, 3]])
    await village.attendanceOf(leader, shiftId)
    await village.attendanceOf(committee, shiftId)
    const { rows } = await test.owner.query(
      'SELECT viewer_id FROM data_access WHERE person_id = $1',
      [person.personId],
    )
    expect(rows).toEqual([{ viewer_id: committee.personId }])
  })
})
