import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  addSubject,
  adoptGardenSheet,
  approvedActivity,
  cast,
  done,
  hoursOn,
  refused,
} from '../../../../test/participation-village.ts'
import {
  addPerson,
  call,
  createTestServer,
  OTHER_VILLAGE,
  TEST_START,
  VILLAGE,
  type TestPerson,
  type TestServer,
} from '../../../../test/server.ts'
import { upload } from '../../../../test/upload.ts'
import { SeededRandom } from '@azalea/scoring/attack-lab'
import { scoreVillage } from '../index.ts'

let test: TestServer
let keeper: TestPerson
beforeAll(async () => {
  test = await createTestServer()
  await adoptGardenSheet(test)
  keeper = await addPerson(test, { name: '陈小芳' })
})
afterAll(() => test.close())

const read = (person: TestPerson | null, code: string, language: 'zh' | 'en' = 'zh') =>
  call(test, person, 'GET', `/api/plates/${code}`, undefined, { language })
const rate = (person: TestPerson, plateCode: string, stars: number, words?: string) =>
  done(call(test, person, 'POST', '/api/ratings', { plateCode, stars, words }))
const photograph = async (person: TestPerson): Promise<string> => {
  const pixels = { width: 8, height: 8, channels: 3 as const, background: '#386641' }
  const picture = await sharp({ create: pixels }).jpeg().toBuffer()
  return (await upload(test, person, '/api/photos', picture)).json().fileId
}

describe('a plate’s page', () => {
  it('tells anyone what it is, its stars and its keeper masked, but nobody’s words or names', async () => {
    const plot = await addSubject(test, { keeper, label: '菜地 B-1' })
    const rater = await addPerson(test)
    await rate(rater, plot.code, 4, '老王家的豆角长得好')
    const page = await done(read(null, plot.code))
    expect(page).toMatchObject({
      villageName: '大石盖村',
      subject: {
        label: '菜地 B-1',
        story: '轮作三年',
        groupName: '第1组',
        keeper: '陈×芳',
        isMine: false,
      },
      stars: { averageTenths: 40, count: 1, distribution: [0, 0, 0, 1, 0] },
      myRating: null,
      canRate: { ok: false, code: 'not_signed_in', sentence: '请先登录。' },
      recent: [{ stars: 4, words: null, photoFileId: null, ratedOn: '2026-03-02' }],
    })
    const insider = await done(read(await addPerson(test), plot.code))
    expect(insider.recent[0].words).toBe('老王家的豆角长得好')
    expect(JSON.stringify(insider)).not.toContain(rater.name)
  })

  it('shows the photo of a rating to people of the village, and nobody’s pictures to guests', async () => {
    const plot = await addSubject(test, { keeper, label: '菜地 B-7' })
    const rater = await addPerson(test)
    const photoFileId = await photograph(rater)
    await done(
      call(test, rater, 'POST', '/api/ratings', { plateCode: plot.code, stars: 5, photoFileId }),
    )
    const neighbour = await addPerson(test)
    expect((await done(read(neighbour, plot.code))).recent[0].photoFileId).toBe(photoFileId)
    expect((await call(test, neighbour, 'GET', `/api/photos/${photoFileId}`)).statusCode).toBe(200)
    expect((await done(read(null, plot.code))).recent[0].photoFileId).toBeNull()
    expect((await call(test, null, 'GET', `/api/photos/${photoFileId}`)).statusCode).toBe(401)
  })

  it('names a keeper who consented, and shows the keeper’s household its own name', async () => {
    const open = await addPerson(test, { name: '欧阳明' })
    const plot = await addSubject(test, { keeper: open })
    expect((await done(read(null, plot.code))).subject.keeper).toBe('欧阳×')
    await test.owner.query('UPDATE person SET publishes_name = true WHERE person_id = $1', [
      open.personId,
    ])
    expect((await done(read(null, plot.code))).subject.keeper).toBe('欧阳明')
    const own = await addSubject(test, { keeper })
    expect((await done(read(keeper, own.code))).subject).toMatchObject({
      keeper: '陈小芳',
      isMine: true,
    })
  })

  it('says beforehand why one cannot rate, in the reader’s language', async () => {
    const plot = await addSubject(test, { keeper, label: '菜地 B-2' })
    const canRate = async (person: TestPerson, language: 'zh' | 'en' = 'zh') =>
      (await done(read(person, plot.code, language))).canRate
    const rater = await addPerson(test)
    expect(await canRate(rater)).toEqual({ ok: true, code: null, sentence: null })
    await rate(rater, plot.code, 5)
    expect(await canRate(rater)).toMatchObject({ ok: false, code: 'already_rated_today' })
    expect(await canRate(rater, 'en')).toMatchObject({
      sentence: 'You have already rated “菜地 B-2” today; you can rate it again tomorrow.',
    })
    expect(await canRate(keeper)).toMatchObject({ code: 'own_subject' })
    expect(await canRate(await addPerson(test, { joined: false }))).toMatchObject({
      code: 'household_not_joined',
    })
    expect(await canRate(await addPerson(test, { villageId: OTHER_VILLAGE }))).toMatchObject({
      code: 'plate_of_other_village',
    })
    expect((await done(read(rater, plot.code))).myRating).toMatchObject({ stars: 5 })
  })

  it('lists what goes on next at a post', async () => {
    const post = await addSubject(test, { kind: 'post', label: '村口东岗' })
    const { leader, committee, people } = await cast(test, 1)
    const { shiftIds } = await approvedActivity(test, leader, committee, {
      title: '村口值守',
      shifts: [
        { postSubjectId: post.subjectId, startsAt: hoursOn(24), endsAt: hoursOn(26), quota: 2 },
        { startsAt: hoursOn(24), endsAt: hoursOn(26), quota: 2 },
      ],
    })
    for (const shiftId of shiftIds)
      await call(test, people[0]!, 'POST', `/api/shifts/${shiftId}/sign-up`)
    const page = await done(read(null, post.code))
    expect(page.post.upcoming).toMatchObject([
      { title: '村口值守', startsAt: hoursOn(24), quota: 2, taken: expect.any(Number) },
    ])
    const plot = await addSubject(test, { keeper })
    expect(await done(read(null, plot.code))).not.toHaveProperty('post')
  })

  it('forgives how a code is typed, and refuses unknown and misread ones', async () => {
    const plot = await addSubject(test, { keeper })
    const typed = encodeURIComponent(
      ` ${plot.code.slice(0, 4).toLowerCase()}-${plot.code.slice(4)} `,
    )
    expect((await done(read(null, typed))).code).toBe(plot.code)
    expect(await refused(read(null, '00000000'))).toBe('404 unknown_plate')
    const wrong = `${plot.code.slice(0, 7)}${plot.code.endsWith('0') ? '1' : '0'}`
    expect(await refused(read(null, wrong))).toMatch(/plate_check_failed/)
  })
})

/** Ratings of the days before, written at once: by, of, stars. Fixture only. */
async function rated(
  rows: readonly (readonly [TestPerson, { subjectId: string }, number, number])[],
) {
  const values = rows.map(([rater, subject, stars, hoursAgo]) => ({
    village_id: VILLAGE,
    rating_id: test.server.newId(),
    subject_id: subject.subjectId,
    rater_id: rater.personId,
    stars,
    rated_on: '2026-02-20',
    rated_at: new Date(TEST_START.getTime() - hoursAgo * 3_600_000),
    recorded_at: TEST_START,
  }))
  await test.owner.query(
    'INSERT INTO rating SELECT * FROM jsonb_populate_recordset(NULL::rating, $1::jsonb)',
    [JSON.stringify(values)],
  )
}

describe('fair scores', () => {
  it('allow for severe raters, find rings, take a new rating in at once and tell each rater privately', async () => {
    const people: TestPerson[] = []
    for (let no = 0; no < 20; no += 1) people.push(await addPerson(test))
    const ring = people.slice(0, 4)
    const [stern, ...honest] = people.slice(4)
    if (stern === undefined) throw new Error('nobody is stern')
    const plots: { subjectId: string; code: string; label: string }[] = []
    for (const owner of people) plots.push(await addSubject(test, { keeper: owner }))
    const lone = await addSubject(test)
    const worth = (no: number) => (no < 4 ? 2 : 3 + (no % 3 === 0 ? 1 : 0))
    const random = new SeededRandom(1)
    const others = plots.flatMap((plot, no) =>
      honest.flatMap((rater, by) =>
        people[no] === rater || random.unit() < 0.72
          ? []
          : [[rater, plot, worth(no) + (by % 3) - 1, 24 * by] as const],
      ),
    )
    const severe = plots.flatMap((plot, no) =>
      people[no] === stern ? [] : [[stern, plot, Math.max(1, worth(no) - 2), 30] as const],
    )
    const favours = ring.flatMap((rater, by) =>
      ring.flatMap((_, of) => {
        const plot = plots[of]
        return by === of || plot === undefined ? [] : [[rater, plot, 5, by] as const]
      }),
    )
    await rated([[stern, lone, 3, 1]])
    expect((await done(read(null, lone.code))).fairScore).toBeNull() // before the first fit
    await scoreVillage(test, VILLAGE)
    // One rating shows nothing of how well the model does.
    expect((await done(read(null, lone.code))).fairScore).toBeNull()
    await rated([...others, ...severe, ...favours])
    await scoreVillage(test, VILLAGE)
    const { fairScore, stars } = await done(read(null, lone.code))
    expect(stars.averageTenths).toBe(30)
    expect(fairScore.scoreHundredths).toBeGreaterThan(330)
    expect(fairScore.lowHundredths).toBeLessThan(fairScore.scoreHundredths)
    expect(fairScore.ratings).toBe(1)
    // What the ring gave itself moves its plot by less than a quarter star.
    const lifted = await done(read(null, plots[0]?.code ?? ''))
    expect(lifted.fairScore.scoreHundredths).toBeLessThan(240)
    const [first] = honest
    if (first === undefined) throw new Error('nobody is honest')
    await rate(first, lone.code, 5)
    const after = await done(read(null, lone.code))
    expect(after.fairScore).toMatchObject({ ratings: 2 })
    expect(after.fairScore.scoreHundredths).toBeGreaterThan(fairScore.scoreHundredths)
    const style = await done(call(test, stern, 'GET', '/api/me/rating-style'))
    expect(style.severityHundredths).toBeGreaterThan(100)
    expect(style.sentences[0]).toMatch(/比别人严约/)
    const committee = await addPerson(test, { roles: ['committee'] })
    const evidence = await done(call(test, committee, 'GET', '/api/rating-evidence'))
    expect(evidence.rings).toHaveLength(1)
    expect(new Set(evidence.rings[0].members)).toEqual(new Set(ring.map(({ name }) => name)))
    expect(evidence.rings[0].sentence).toMatch(/不扣任何人的分，请安排抽查/)
    expect(evidence.rings[0].subjects).toContain(plots[0]?.label)
    // A fit that does not come to its end leaves the last one standing.
    await expect(scoreVillage(test, VILLAGE, AbortSignal.abort())).rejects.toThrow('aborted')
    expect((await done(read(null, lone.code))).fairScore).toEqual(after.fairScore)
    // Where spot checks show that plain estimates are nearer, the page shows those.
    await test.owner.query('UPDATE rating_fit SET uses_model = false')
    expect((await done(read(null, lone.code))).fairScore).toBeNull()
  })

  it('says nothing of a rater who has hardly rated', async () => {
    const person = await addPerson(test)
    expect(await done(call(test, person, 'GET', '/api/me/rating-style'))).toEqual({
      ratings: 0,
      severityHundredths: null,
      consistencyPermille: null,
      sentences: [],
    })
    expect(await refused(call(test, null, 'GET', '/api/me/rating-style'))).toBe('401 not_signed_in')
    expect(await refused(call(test, person, 'GET', '/api/rating-evidence'))).toBe(
      '403 role_required',
    )
  })
})
