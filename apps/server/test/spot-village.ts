import { drawChecks, lapseChecks } from '../src/modules/participation/index.ts'
import { readCoveringCheckpoint, sequenceAll } from './audited-log.ts'
import {
  addSubject,
  adoptGardenSheet,
  approvedActivity,
  done,
  hoursOn,
  type TestSubject,
} from './participation-village.ts'
import {
  addPerson,
  call,
  createTestServer,
  TEST_START,
  VILLAGE,
  type TestPerson,
  type TestServer,
} from './server.ts'

/** A village whose watches are drawn for checks: who leads them, who announces, who may look. */
export interface SpotVillage {
  readonly test: TestServer
  readonly leader: TestPerson
  readonly committee: TestPerson
  readonly officer: TestPerson
  readonly post: TestSubject
}

export async function createSpotVillage(): Promise<SpotVillage> {
  const test = await createTestServer()
  await adoptGardenSheet(test)
  return {
    test,
    leader: await addPerson(test),
    committee: await addPerson(test, { roles: ['committee'] }),
    officer: await addPerson(test, { roles: ['town_officer'] }),
    post: await addSubject(test, { kind: 'post', label: '东路口' }),
  }
}

/** Sets the clock to so many hours after the tests' beginning. */
export const at = ({ test }: SpotVillage, hours: number) => test.clock.set(new Date(hoursOn(hours)))

/** Of all shifts, unless told. */
export const announce = (
  { test }: SpotVillage,
  person: TestPerson | null,
  body: unknown = { kinds: ['shift'], ratePermille: 1000 },
  key?: string,
) => call(test, person, 'POST', '/api/spot-draws', body, key ? { key } : {})

export const drawOf = ({ test, committee }: SpotVillage, drawId: string) =>
  done(call(test, committee, 'GET', `/api/spot-draws/${drawId}`))

/** What the jobs of drawing and lapsing work with. */
export const clockParts = ({ test }: SpotVillage) => ({
  ...test.server,
  ...test,
  coveringCheckpoint: readCoveringCheckpoint,
})
export const draw = (village: SpotVillage) => drawChecks(clockParts(village), VILLAGE)
export const lapse = (village: SpotVillage) => lapseChecks(clockParts(village), VILLAGE)
export const publish = ({ test }: SpotVillage) =>
  sequenceAll(test.database, VILLAGE, test.clock.now())

export const check = (
  { test }: SpotVillage,
  person: TestPerson | null,
  checkId: string,
  body: unknown,
  key?: string,
) => call(test, person, 'POST', `/api/spot-checks/${checkId}/score`, body, key ? { key } : {})

/** A photo of this person. Fixture only. */
export async function photoOf({ test }: SpotVillage, person: TestPerson): Promise<string> {
  const fileId = test.server.newId()
  await test.owner.query(`INSERT INTO file VALUES ($1, $2, $3, 'image/webp', '', 10, 10, $4)`, [
    person.villageId,
    fileId,
    person.personId,
    TEST_START,
  ])
  return fileId
}

/** A night watch of tomorrow 21:00–23:00 for which these volunteers have signed up. */
export async function watch(
  { test, leader, committee, post }: SpotVillage,
  people: readonly TestPerson[],
  circumstances: string[] = [],
) {
  const span = { startsAt: hoursOn(36), endsAt: hoursOn(38) }
  const { activityId, shiftIds } = await approvedActivity(test, leader, committee, {
    itemRef: 'watch-hour',
    ...span,
    shifts: [{ postSubjectId: post.subjectId, ...span, quota: 5, circumstances }],
  })
  const [shiftId = ''] = shiftIds
  for (const person of people)
    await done(call(test, person, 'POST', `/api/shifts/${shiftId}/sign-up`))
  return { activityId, shiftId }
}

/** All came, from beginning to end, and have this score. */
export async function attend(
  village: SpotVillage,
  shiftId: string,
  people: readonly TestPerson[],
  score: number,
): Promise<void> {
  const byLeader = (url: string, body: object) =>
    done(call(village.test, village.leader, 'POST', url, body))
  for (const { personId } of people) {
    at(village, 36)
    const { attendanceId } = await byLeader(`/api/shifts/${shiftId}/check-in`, { personId })
    at(village, 38)
    await byLeader(`/api/shifts/${shiftId}/check-out`, { personId })
    await byLeader(`/api/attendances/${attendanceId}/score`, { score })
  }
}

export const closeActivity = ({ test, leader }: SpotVillage, activityId: string) =>
  call(test, leader, 'POST', `/api/activities/${activityId}/close`)

export async function awardOf({ test }: SpotVillage, person: TestPerson) {
  const { rows } = await test.owner.query(
    `SELECT award.points_hundredths::int AS points, calibration, judgements FROM award
     JOIN contribution USING (village_id, contribution_id) WHERE award.person_id = $1`,
    [person.personId],
  )
  return rows[0]
}

/** The public entry of a kind that has a part of this person. */
export async function leafOf({ test }: SpotVillage, kind: string, person: TestPerson) {
  const { rows } = await test.owner.query(
    `SELECT convert_from(leaf, 'UTF8') AS leaf FROM record JOIN record_part USING (village_id, record_id)
     WHERE record.kind = $1 AND person_id = $2`,
    [kind, person.personId],
  )
  return JSON.parse(rows[0].leaf)
}
