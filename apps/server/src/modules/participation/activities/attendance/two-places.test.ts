import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import {
  addSubject,
  adoptGardenSheet,
  approvedActivity,
  cast,
  codeShown,
  done,
  hoursOn,
  refused,
} from '../../../../../test/participation-village.ts'
import {
  addPerson,
  call,
  createTestServer,
  TEST_START,
  type TestPerson,
  type TestServer,
} from '../../../../../test/server.ts'

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
const give = (who: TestPerson, path: string, body: unknown) => call(test, who, 'POST', path, body)
const correct = (attendanceId: string, checkedInAt: string) => {
  const presence = { checkedInAt, checkedOutAt: null }
  return give(leader, `/api/attendances/${attendanceId}/correct`, { presence, reason: '早就来了' })
}

async function shiftFrom(from: number, to: number) {
  test.clock.set(TEST_START)
  const { subjectId } = await addSubject(test, { kind: 'post', label: `岗 ${Math.random()}` })
  const { shiftIds } = await approvedActivity(test, leader, committee, {
    title: `岗 ${from}`,
    itemRef: 'watch-hour',
    endsAt: hoursOn(48),
    shifts: [{ postSubjectId: subjectId, startsAt: hoursOn(from), endsAt: hoursOn(to), quota: 5 }],
  })
  return { shiftId: shiftIds[0] ?? '', postSubjectId: subjectId }
}

/** Somebody signed up from 37 to 39 whose phone is offline, and entered at 39.5 for another shift. */
async function offline() {
  const person = await addPerson(test)
  const [early, late] = [await shiftFrom(37, 39), await shiftFrom(38, 41)]
  await done(give(person, `/api/shifts/${early.shiftId}/sign-up`, {}))
  at(39.5)
  const who = { personId: person.personId }
  const walkIn = await done(give(leader, `/api/shifts/${late.shiftId}/walk-ins`, who))
  const { attendanceId } = walkIn as { attendanceId: string }
  const tell = async (how: 'check-in' | 'check-out', hours: number) => {
    const moment = new Date(hoursOn(hours))
    const code = await codeShown(test, early.postSubjectId, moment)
    const body = { code, occurredAt: moment.toISOString() }
    return give(person, `/api/shifts/${early.shiftId}/${how}`, body)
  }
  return { person, attendanceId, tell }
}

async function presences({ personId }: TestPerson) {
  const { rows } = await test.owner.query<{ came: Date; left: Date | null; by: string | null }>(
    `SELECT checked_in_at AS came, checked_out_at AS left, checked_out_by AS by FROM attendance
     WHERE person_id = $1 ORDER BY checked_in_at`,
    [personId],
  )
  return rows
}

describe('a check-in that an offline phone tells after the person was entered elsewhere', () => {
  it('ends where the other presence begins; a check-out from before that gives way to it', async () => {
    const { person, attendanceId, tell } = await offline()
    await done(correct(attendanceId, hoursOn(38.5)))
    at(40)
    await done(tell('check-in', 37.1))
    expect(await presences(person)).toMatchObject([
      { came: new Date(hoursOn(37.1)), left: new Date(hoursOn(38.5)), by: 'clock' },
      { came: new Date(hoursOn(38.5)), left: null },
    ])
    const { items } = (await call(test, person, 'GET', '/api/me/messages')).json()
    expect(items[0]).toMatchObject({
      kind: 'check_out.for_other_shift',
      params: { title: '岗 37', otherTitle: '岗 38', at: new Date(hoursOn(38.5)).toISOString() },
    })
    expect(await refused(tell('check-out', 38.8))).toBe('409 already_checked_out')
    await done(tell('check-out', 38.2))
    expect(await presences(person)).toMatchObject([
      { left: new Date(hoursOn(38.2)), by: 'code' },
      { left: null },
    ])
  })

  it('is refused of who was there already, with where', async () => {
    const { person, attendanceId, tell } = await offline()
    await done(correct(attendanceId, hoursOn(38.5)))
    at(40)
    const answer = await tell('check-in', 38.6)
    expect(answer.json()).toMatchObject({
      status: 409,
      code: 'attendance_overlaps',
      detail: expect.stringContaining('岗 38'),
    })
    expect(await presences(person)).toHaveLength(1)
  })

  it('is as before where the two do not meet', async () => {
    const { person, tell } = await offline()
    at(40)
    await done(tell('check-in', 37.1))
    expect(await presences(person)).toMatchObject([{ left: null }, { left: null }])
  })

  it('never makes two presences of one time with a correction at the same moment', async () => {
    for (let round = 0; round < 4; round += 1) {
      const { person, attendanceId, tell } = await offline()
      at(40)
      const rivals = [correct(attendanceId, hoursOn(38.5)), tell('check-in', 37.1)]
      const answers = await Promise.all(round % 2 === 0 ? rivals : rivals.toReversed())
      for (const { statusCode } of answers) expect([200, 409]).toContain(statusCode)
      const [first, second] = await presences(person)
      const left = first?.left ?? new Date(hoursOn(39))
      expect(left.getTime()).toBeLessThanOrEqual(second?.came.getTime() ?? 0)
    }
  })
})
