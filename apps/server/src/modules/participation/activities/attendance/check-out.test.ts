import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { ActivityVillage } from '../../../../../test/activity-village.ts'
import {
  done,
  hoursOn,
  refused,
  sortedStatuses,
} from '../../../../../test/participation-village.ts'
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
beforeAll(async () => {
  village = await ActivityVillage.create()
  ;({ test, leader } = village)
})
beforeEach(() => village.at(0))
afterAll(() => village.test.close())

const checkIn = (person: TestPerson | null, shiftId: string, body: unknown, key?: string) =>
  call(test, person, 'POST', `/api/shifts/${shiftId}/check-in`, body, key ? { key } : {})
const checkOut = (person: TestPerson | null, shiftId: string, body: unknown, key?: string) =>
  call(test, person, 'POST', `/api/shifts/${shiftId}/check-out`, body, key ? { key } : {})

describe('checking out', () => {
  it('counts the minutes within a shift across midnight', async () => {
    const { shiftId, person } = await village.watchOfOne()
    village.at(36.75)
    await done(checkIn(person, shiftId, { code: await village.code() }))
    village.at(41.25)
    expect(await done(checkOut(person, shiftId, { code: await village.code() }))).toEqual({
      checkedOutAt: hoursOn(41.25),
      minutes: 240,
    })
    expect(await refused(checkOut(person, shiftId, { code: await village.code() }))).toBe(
      '409 already_checked_out',
    )
  })

  it('happens once when sent twice at the same moment, and a replay is answered as before', async () => {
    const { shiftId, person } = await village.watchOfOne()
    await village.checkedIn(person, shiftId)
    village.at(41)
    const body = { code: await village.code() }
    const answers = await Promise.all(
      ['one', 'other'].map((key) => checkOut(person, shiftId, body, `leaving-${key}`)),
    )
    expect(sortedStatuses(answers)).toEqual([200, 409])
    const [first, second] = answers
    const key = first?.statusCode === 200 ? 'leaving-one' : 'leaving-other'
    const told = first?.statusCode === 200 ? first : second
    village.at(41.2)
    expect(await done(checkOut(person, shiftId, body, key))).toEqual(told?.json())
  })

  it('needs a check-in before it, and the post’s code', async () => {
    const { shiftId, person } = await village.watchOfOne()
    expect(await refused(checkOut(person, shiftId, { code: await village.code() }))).toBe(
      '409 not_checked_in',
    )
    village.at(38)
    await done(checkIn(person, shiftId, { code: await village.code() }))
    expect(await refused(checkOut(person, shiftId, { code: '1' }))).toBe('400 wrong_post_code')
    const early = { code: await village.code(37.5), occurredAt: hoursOn(37.5) }
    expect(await refused(checkOut(person, shiftId, early))).toBe('400 check_out_before_check_in')
    const abroad = await addPerson(test, { villageId: OTHER_VILLAGE })
    expect(await refused(checkOut(null, shiftId, {}))).toBe('401 not_signed_in')
    expect(await refused(checkOut(abroad, shiftId, {}))).toBe('404 unknown_shift')
    expect(await refused(checkOut(person, 'nonsense', {}))).toBe('400 invalid_request')
  })
})

describe('leaving after less than a tenth of the shift', () => {
  it('is asked once, of the person and of the leader', async () => {
    const [person, other] = (await village.people(2)) as [TestPerson, TestPerson]
    const shiftId = await village.watch([person, other])
    await village.checkedIn(person, shiftId)
    await village.checkedIn(other, shiftId)
    village.at(37.2)
    const url = `/api/shifts/${shiftId}/check-out`
    const asked = await village.give(person, url, { code: await village.code() })
    expect([asked.statusCode, asked.json()]).toMatchObject([
      409,
      { code: 'check_out_short', detail: /12 分钟，这一班是 240 分钟/ },
    ])
    expect(await refused(village.give(leader, url, { personId: other.personId }))).toBe(
      '409 check_out_short',
    )
    const meant = { code: await village.code(), confirmsShort: true }
    expect(await done(village.give(person, url, meant))).toMatchObject({ minutes: 12 })
    village.at(37.5)
    await done(village.give(leader, url, { personId: other.personId }))
  })

  it('is not asked of a phone that kept it offline: there it was asked before', async () => {
    const [person] = (await village.people(1)) as [TestPerson]
    const shiftId = await village.watch([person])
    await village.checkedIn(person, shiftId)
    village.at(37.1)
    const kept = { code: await village.code(), occurredAt: hoursOn(37.1) }
    village.at(38)
    const out = await done(village.give(person, `/api/shifts/${shiftId}/check-out`, kept))
    expect(out).toMatchObject({ minutes: 6 })
  })
})
