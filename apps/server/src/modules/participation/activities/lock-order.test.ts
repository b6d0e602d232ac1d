import { afterAll, beforeAll, expect, it } from 'vitest'
import { ActivityVillage } from '../../../../test/activity-village.ts'
import { done, hoursOn } from '../../../../test/participation-village.ts'
import { recordLocks } from '../../../../test/recorded-statements.ts'
import { addPerson, VILLAGE, type TestPerson } from '../../../../test/server.ts'
import { closeForgottenCheckOuts } from './attendance/close-forgotten-check-outs.ts'

/** As the module's README says: whoever takes several takes them in this order. */
const order = ['sign-ups', 'activity', 'shift', 'attendance', 'awards']

let village: ActivityVillage
let recorded: ReturnType<typeof recordLocks>
beforeAll(async () => {
  village = await ActivityVillage.create()
  recorded = recordLocks()
})
afterAll(() => {
  recorded.stop()
  return village.test.close()
})

it('locks are taken in one order by whatever happens at a shift', async () => {
  await throughShift()
  await throughActivity()
  await leaving()
  const several = recorded.transactions
    .map((locked) => locked.filter((what) => order.includes(what)))
    .filter((locked) => locked.length > 1)
  const taken = new Set(several.flat())
  expect(order.filter((what) => !taken.has(what))).toEqual([])
  expect(several.length).toBeGreaterThan(12)
  const isInOrder = (locked: readonly string[]) =>
    locked.every(
      (what, no) => no === 0 || order.indexOf(locked[no - 1] ?? '') < order.indexOf(what),
    )
  expect(several.filter((locked) => !isInOrder(locked))).toEqual([])
})

const give = (who: TestPerson, path: string, body?: unknown) => done(village.give(who, path, body))

/** Signing up, waiting, giving up, coming in each way, correcting, scoring, forgetting to check out. */
async function throughShift() {
  const { leader } = village
  const [one, two, three] = await village.people(3)
  if (!one || !two || !three) throw new Error('three people were asked for')
  const shiftId = await village.watch([one, two], 2)
  village.at(0)
  await give(three, `/api/shifts/${shiftId}/sign-up`)
  await give(two, `/api/shifts/${shiftId}/withdraw`)
  village.at(37)
  await give(one, `/api/shifts/${shiftId}/check-in`, { code: await village.code() })
  const offline = { code: await village.code(37.1), occurredAt: hoursOn(37.1) }
  village.at(37.2)
  await give(three, `/api/shifts/${shiftId}/check-in`, offline)
  village.at(40)
  await give(one, `/api/shifts/${shiftId}/check-out`, { code: await village.code() })
  const attendanceId = String((await village.listed(shiftId))[0].attendanceId)
  const presence = { checkedInAt: hoursOn(37), checkedOutAt: hoursOn(39) }
  const corrected = { presence, reason: '早走了' }
  await give(leader, `/api/attendances/${attendanceId}/correct`, corrected)
  await done(village.score(leader, attendanceId))
  village.at(43)
  expect(await closeForgottenCheckOuts({ ...village.test.server, ...village.test }, VILLAGE)).toBe(
    1,
  )
}

/** From the proposal to the awards; and one that is called off. */
async function throughActivity() {
  const { leader } = village
  village.at(0)
  const people = await village.people(2)
  const { activityId, shiftId } = await village.hold(
    people.map((person) => [person, null] as const),
  )
  await done(village.walkIn(shiftId, await addPerson(village.test)))
  const { items } = await village.attendanceOf(leader, shiftId)
  const personIds = items.map(({ personId }: { personId: string }) => personId)
  await give(leader, `/api/shifts/${shiftId}/presences`, {
    way: 'check_out',
    personIds,
    confirmsShort: true,
  })
  village.at(49)
  await give(leader, `/api/shifts/${shiftId}/scores`, { score: 4 })
  expect((await give(leader, `/api/activities/${activityId}/close`)).awards).toBe(3)
  village.at(0)
  const called = await village.shiftFrom(45, 46)
  const { rows } = await village.test.owner.query<{ id: string }>(
    'SELECT activity_id AS id FROM shift WHERE shift_id = $1',
    [called],
  )
  await give(leader, `/api/activities/${rows[0]?.id}/cancel`, { reason: '下雨' })
}

/** Who leaves gives up the places of shifts to come. */
async function leaving() {
  const person = await addPerson(village.test)
  const shiftId = await village.shiftFrom(46, 47)
  await give(person, `/api/shifts/${shiftId}/sign-up`)
  await give(person, '/api/me/erase', { name: person.name })
}
