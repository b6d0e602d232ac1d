import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ActivityVillage, shiftAt } from '../../../../../test/activity-village.ts'
import {
  approvedActivity,
  codeShown,
  done,
  hoursOn,
  refused,
} from '../../../../../test/participation-village.ts'
import {
  addPerson,
  OTHER_VILLAGE,
  TEST_START,
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
afterAll(() => village.test.close())

const signUp = (person: TestPerson | null, shiftId: string) =>
  village.give(person, `/api/shifts/${shiftId}/sign-up`)
const withdraw = (person: TestPerson | null, shiftId: string) =>
  village.give(person, `/api/shifts/${shiftId}/withdraw`)

describe('withdrawing', () => {
  it('gives the place to whoever has waited longest, and tells them', async () => {
    const [shiftId = ''] = await village.approve({ shifts: [shiftAt(24, 27, 1)] })
    const [holder, first, second] = await village.people(3)
    if (!holder || !first || !second) throw new Error('nobody')
    for (const person of [holder, first, second]) {
      await done(signUp(person, shiftId))
      test.clock.advanceMinutes(1)
    }
    await done(withdraw(holder, shiftId))
    test.clock.set(TEST_START)
    expect(await village.shiftSeenBy(first, shiftId)).toMatchObject({
      mine: { state: 'confirmed' },
    })
    expect(await village.shiftSeenBy(second, shiftId)).toMatchObject({
      mine: { state: 'waiting', place: 1 },
    })
    const { rows } = await test.owner.query('SELECT person_id FROM message WHERE kind = $1', [
      'sign_up.promoted',
    ])
    expect(rows.map(({ person_id }) => person_id)).toEqual([first.personId])
    expect(await refused(withdraw(holder, shiftId))).toBe('409 not_signed_up')
    // Signing up again means the end of the line.
    expect(await done(signUp(holder, shiftId))).toEqual({ state: 'waiting', place: 2 })
  })

  it('promotes each waiting person once when two places are given back at once', async () => {
    const [shiftId = ''] = await village.approve({ shifts: [shiftAt(24, 27, 2)] })
    const crowd = await village.people(4)
    for (const person of crowd) await done(signUp(person, shiftId))
    await Promise.all(crowd.slice(0, 2).map((person) => done(withdraw(person, shiftId))))
    const { rows } = await test.owner.query(
      `SELECT person_id, state FROM sign_up WHERE shift_id = $1 AND state <> 'withdrawn'`,
      [shiftId],
    )
    expect(rows.map(({ state }) => state)).toEqual(['confirmed', 'confirmed'])
    expect(new Set(rows.map(({ person_id }) => person_id))).toEqual(
      new Set(crowd.slice(2).map(({ personId }) => personId)),
    )
  })

  it('is over at the deadline for whoever has a place, never for whoever only waits', async () => {
    const [shiftId = ''] = await village.approve({ shifts: [shiftAt(24, 27, 1)] })
    const [holder, waiting] = await village.people(2)
    if (!holder || !waiting) throw new Error('nobody')
    for (const person of [holder, waiting]) await done(signUp(person, shiftId))
    test.clock.advanceMinutes(20 * 60)
    const late = await refused(withdraw(holder, shiftId))
    const waited = await withdraw(waiting, shiftId)
    test.clock.set(TEST_START)
    expect([late, waited.statusCode]).toEqual(['409 withdraw_closed', 200])
  })

  it('is for those signed up, in their own village', async () => {
    const [shiftId = ''] = await village.approve()
    const abroad = await addPerson(test, { villageId: OTHER_VILLAGE })
    expect(await refused(withdraw(null, shiftId))).toBe('401 not_signed_in')
    expect(await refused(withdraw(abroad, shiftId))).toBe('404 unknown_shift')
    expect(await refused(withdraw(await addPerson(test), shiftId))).toBe('409 not_signed_up')
    expect(await refused(withdraw(leader, 'nonsense'))).toBe('400 invalid_request')
  })

  it('is barred once one has checked in', async () => {
    test.clock.set(TEST_START)
    const { activityId, shiftIds } = await approvedActivity(test, leader, committee, {
      signUpClosesAt: hoursOn(24),
    })
    const [shiftId = ''] = shiftIds
    const person = await addPerson(test)
    await done(signUp(person, shiftId))
    village.at(23.75)
    await done(
      village.give(person, `/api/shifts/${shiftId}/check-in`, {
        code: await codeShown(test, activityId),
      }),
    )
    const late = await refused(withdraw(person, shiftId))
    test.clock.set(TEST_START)
    expect(late).toBe('409 already_checked_in')
  })
})
