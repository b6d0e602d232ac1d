import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import {
  adoptGardenSheet,
  approvedActivity,
  cast,
  codeShown,
  done,
  hoursOn,
} from '../../../../test/participation-village.ts'
import {
  addPerson,
  call,
  createTestServer,
  TEST_START,
  type TestPerson,
  type TestServer,
} from '../../../../test/server.ts'

let test: TestServer
let leader: TestPerson
let committee: TestPerson
beforeAll(async () => {
  test = await createTestServer()
  await adoptGardenSheet(test)
  ;({ leader, committee } = await cast(test, 0))
})
beforeEach(() => test.clock.set(TEST_START))
afterAll(() => test.close())

const at = (hours: number) => test.clock.set(new Date(hoursOn(hours)))

/** What Home asks of a person, of activities. */
async function askedOf(person: TestPerson): Promise<string[]> {
  const { waiting } = await done(call(test, person, 'GET', '/api/me/home'))
  return waiting.map(({ kind, id }: { kind: string; id: string }) => `${kind} ${id}`)
}

it('asks at Home to check in, then to check out, then for nothing while the shift goes on', async () => {
  const { activityId, shiftIds } = await approvedActivity(test, leader, committee, {
    shifts: [{ startsAt: hoursOn(24), endsAt: hoursOn(27), quota: 1 }],
  })
  const [shiftId = ''] = shiftIds
  const [person, waiting] = [await addPerson(test), await addPerson(test)]
  for (const one of [person, waiting])
    await done(call(test, one, 'POST', `/api/shifts/${shiftId}/sign-up`))
  expect(await askedOf(person)).toEqual([])
  at(20)
  expect(await askedOf(person)).toEqual([`shift_today ${activityId}`])
  at(24)
  expect(await askedOf(person)).toEqual([`check_in ${shiftId}`])
  expect(await askedOf(waiting)).toEqual([])
  const pass = async (way: 'check-in' | 'check-out') =>
    done(
      call(test, person, 'POST', `/api/shifts/${shiftId}/${way}`, {
        code: await codeShown(test, activityId),
      }),
    )
  await pass('check-in')
  expect(await askedOf(person)).toEqual([`check_out ${shiftId}`])
  at(26)
  await pass('check-out')
  for (const hours of [26, 26.9, 27.5, 30]) {
    at(hours)
    expect(await askedOf(person)).toEqual([])
  }
})
