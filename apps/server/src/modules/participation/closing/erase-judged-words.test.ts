import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { readCoveringCheckpoint, sequenceAll } from '../../../../test/audited-log.ts'
import {
  addSubject,
  adoptGardenSheet,
  approvedActivity,
  done,
  hoursOn,
} from '../../../../test/participation-village.ts'
import {
  addPerson,
  call,
  createTestServer,
  TEST_START,
  VILLAGE,
  type TestPerson,
  type TestServer,
} from '../../../../test/server.ts'
import { clearJudgedWords, drawChecks } from '../index.ts'

let test: TestServer
let committee: TestPerson
let second: TestPerson
beforeAll(async () => {
  test = await createTestServer()
  await adoptGardenSheet(test)
  committee = await addPerson(test, { roles: ['committee'] })
  second = await addPerson(test, { roles: ['committee'] })
  for (let more = 0; more < 2; more++) await addPerson(test, { roles: ['committee', 'operator'] })
  await addPerson(test, { roles: ['town_officer'] })
})
beforeEach(() => test.clock.set(TEST_START))
afterAll(() => test.close())

const at = (hours: number) => test.clock.set(new Date(hoursOn(hours)))
const eraseMyself = async (person: TestPerson) =>
  done(call(test, person, 'POST', '/api/me/erase', { name: person.name }))

/** A watch that its leader and a spot check scored in words, on notice. */
async function judgedWatch() {
  const [leader, volunteer] = [await addPerson(test), await addPerson(test)]
  const officer = await addPerson(test, { roles: ['town_officer'] })
  const post = await addSubject(test, { kind: 'post' })
  const span = { startsAt: hoursOn(36), endsAt: hoursOn(38) }
  const { activityId, shiftIds } = await approvedActivity(test, leader, committee, {
    itemRef: 'watch-hour',
    ...span,
    shifts: [{ postSubjectId: post.subjectId, ...span, quota: 5, circumstances: [] }],
  })
  const [shiftId = ''] = shiftIds
  await done(call(test, volunteer, 'POST', `/api/shifts/${shiftId}/sign-up`))
  at(35)
  const drawn = { kinds: ['shift'], ratePermille: 1000 }
  const { drawId } = await done(call(test, committee, 'POST', '/api/spot-draws', drawn))
  const body = { personId: volunteer.personId }
  at(36)
  const { attendanceId } = await done(
    call(test, leader, 'POST', `/api/shifts/${shiftId}/check-in`, body),
  )
  at(38)
  await done(call(test, leader, 'POST', `/api/shifts/${shiftId}/check-out`, body))
  const scored = { score: 4, words: '后半夜打瞌睡' }
  await done(call(test, leader, 'POST', `/api/attendances/${attendanceId}/score`, scored))
  await sequenceAll(test.database, VILLAGE, test.clock.now())
  await drawChecks({ ...test.server, ...test, coveringCheckpoint: readCoveringCheckpoint }, VILLAGE)
  const { checks } = await done(call(test, committee, 'GET', `/api/spot-draws/${drawId}`))
  const photoFileId = test.server.newId()
  await test.owner.query(`INSERT INTO file VALUES ($1, $2, $3, 'image/webp', '', 10, 10, $4)`, [
    VILLAGE,
    photoFileId,
    officer.personId,
    TEST_START,
  ])
  await done(
    call(test, officer, 'POST', `/api/spot-checks/${checks[0].checkId}/score`, {
      score: 2,
      words: '岗上没有人',
      photoFileId,
    }),
  )
  await done(call(test, leader, 'POST', `/api/activities/${activityId}/close`))
  const { rows } = await test.owner.query<{ award_id: string }>(
    'SELECT award_id FROM award WHERE person_id = $1',
    [volunteer.personId],
  )
  const awardId = rows[0]?.award_id ?? ''
  await done(call(test, second, 'POST', '/api/notices', { awardIds: [awardId] }))
  return { leader, volunteer, officer, attendanceId, shiftId, checkId: checks[0].checkId, awardId }
}

type Watch = Awaited<ReturnType<typeof judgedWatch>>

async function kept({ attendanceId, checkId }: Watch) {
  const { rows } = await test.owner.query(
    `SELECT score_words, spot_check.words,
       (SELECT count(*)::int FROM file WHERE file_id = photo_file_id) AS photos
     FROM attendance CROSS JOIN spot_check WHERE attendance_id = $1 AND check_id = $2`,
    [attendanceId, checkId],
  )
  return rows[0]
}
const written = { score_words: '后半夜打瞌睡', words: '岗上没有人', photos: 1 }
const gone = { score_words: null, words: null, photos: 0 }

it('what was written beside a disputed score stays to the answer when its authors are erased, and no longer', async () => {
  const watch = await judgedWatch()
  const objection = { words: '我一直在岗上' }
  const { objectionId } = await done(
    call(test, watch.volunteer, 'POST', `/api/awards/${watch.awardId}/objections`, objection),
  )
  await eraseMyself(watch.leader)
  await eraseMyself(watch.officer)
  await clearJudgedWords(test.database, VILLAGE)
  expect(await kept(watch)).toEqual(written)
  const url = `/api/shifts/${watch.shiftId}/attendance`
  const { items } = await done(call(test, committee, 'GET', url))
  expect(items).toMatchObject([{ scoreWords: written.score_words }])
  const answer = { outcome: 'refused', reasons: '照片清楚' }
  const answered = () =>
    call(test, committee, 'POST', `/api/objections/${objectionId}/answer`, answer)
  await done(answered())
  await clearJudgedWords(test.database, VILLAGE)
  expect(await kept(watch)).toEqual(gone)
})

it('where nothing is disputed they go at once', async () => {
  const watch = await judgedWatch()
  await eraseMyself(watch.leader)
  expect(await kept(watch)).toEqual({ ...written, score_words: null })
  await eraseMyself(watch.officer)
  expect(await kept(watch)).toEqual(gone)
})
