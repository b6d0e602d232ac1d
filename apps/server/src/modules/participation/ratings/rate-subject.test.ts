import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  addSubject,
  adoptGardenSheet,
  done,
  hoursOn,
  refused,
  sortedStatuses,
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

let test: TestServer
let keeper: TestPerson
beforeAll(async () => {
  test = await createTestServer()
  await adoptGardenSheet(test)
  keeper = await addPerson(test)
})
afterAll(() => test.close())

const rate = (person: TestPerson | null, body: unknown, key?: string) =>
  call(test, person, 'POST', '/api/ratings', body, key ? { key } : {})

async function countRatings(): Promise<number> {
  const { rows } = await test.owner.query('SELECT count(*)::int AS ratings FROM rating')
  return rows[0].ratings
}

describe('rating a plate', () => {
  it('keeps the stars, tells the new mean and posts the small award at once', async () => {
    const plot = await addSubject(test, { keeper })
    const rater = await addPerson(test)
    const other = await addPerson(test)
    await done(rate(other, { plateCode: plot.code, stars: 2 }))
    const answer = await done(rate(rater, { plateCode: plot.code, stars: 5, words: '整齐' }))
    expect(answer.stars).toEqual({ averageTenths: 35, count: 2, distribution: [0, 1, 0, 0, 1] })
    expect(answer.award).toMatchObject({ pointsHundredths: 20, state: 'final' })
    const { rows } = await test.owner.query(
      `SELECT balance FROM ledger_account WHERE owner_id = $1 AND unit = 'honour'`,
      [rater.householdId],
    )
    expect(Number(rows[0].balance)).toBe(20)
  })

  it('stops earning at the day’s cap but still counts the stars', async () => {
    const rater = await addPerson(test)
    const points: number[] = []
    for (let plotNo = 0; plotNo < 7; plotNo += 1) {
      const plot = await addSubject(test, { keeper })
      const answer = await done(rate(rater, { plateCode: plot.code, stars: 4 }))
      points.push(answer.award.pointsHundredths)
    }
    expect(points).toEqual([20, 20, 20, 20, 20, 0, 0])
  })

  it.each([0, 6, 2.5, '5', null])(
    'refuses %s stars with a clear sentence and changes nothing',
    async (stars) => {
      const plot = await addSubject(test, { keeper })
      const rater = await addPerson(test)
      const before = await countRatings()
      const answer = await rate(rater, { plateCode: plot.code, stars })
      expect(answer.statusCode).toBe(400)
      expect(answer.json()).toMatchObject({
        code: 'stars_not_allowed',
        detail: '星数只能是 1、2、3、4、5 中的一个。',
      })
      expect(await countRatings()).toBe(before)
    },
  )

  it('refuses the household’s own subject', async () => {
    const plot = await addSubject(test, { keeper })
    const kin = await addPerson(test, { householdId: keeper.householdId })
    expect(await refused(rate(kin, { plateCode: plot.code, stars: 5 }))).toBe('403 own_subject')
  })

  it('refuses somebody whose household has not joined', async () => {
    const plot = await addSubject(test, { keeper })
    const stranger = await addPerson(test, { joined: false })
    const answer = rate(stranger, { plateCode: plot.code, stars: 5 })
    expect(await refused(answer)).toBe('403 household_not_joined')
  })

  it('refuses unknown and misread plates, and those of another village', async () => {
    const rater = await addPerson(test)
    const abroad = await addSubject(test, { villageId: OTHER_VILLAGE })
    expect(await refused(rate(rater, { plateCode: abroad.code, stars: 3 }))).toMatch(
      /plate_of_other_village/,
    )
    expect(await refused(rate(rater, { plateCode: '00000000', stars: 3 }))).toBe(
      '404 unknown_plate',
    )
    const wrong = `${abroad.code.slice(0, 7)}${abroad.code.endsWith('0') ? '1' : '0'}`
    expect(await refused(rate(rater, { plateCode: wrong, stars: 3 }))).toMatch(/plate_check_failed/)
  })

  it('refuses a second rating on one day, also when both are sent at once', async () => {
    const plot = await addSubject(test, { keeper })
    const rater = await addPerson(test)
    const answers = await Promise.all(
      [1, 2, 3, 4].map((stars) => rate(rater, { plateCode: plot.code, stars })),
    )
    expect(sortedStatuses(answers)).toEqual([200, 409, 409, 409])
    expect(await refused(rate(rater, { plateCode: plot.code, stars: 4 }))).toBe(
      '409 already_rated_today',
    )
  })

  it('lets a later day’s rating take the place of the earlier without erasing it', async () => {
    const plot = await addSubject(test, { keeper })
    const rater = await addPerson(test)
    await done(rate(rater, { plateCode: plot.code, stars: 1 }))
    test.clock.advanceMinutes(24 * 60)
    const answer = await done(rate(rater, { plateCode: plot.code, stars: 5 }))
    test.clock.set(TEST_START)
    expect(answer.stars).toEqual({ averageTenths: 50, count: 1, distribution: [0, 0, 0, 0, 1] })
    const mine = await done(call(test, rater, 'GET', '/api/me/ratings'))
    expect(mine.items).toMatchObject([
      { stars: 5, ratedOn: '2026-03-03', counts: true, label: plot.label },
      { stars: 1, ratedOn: '2026-03-02', counts: false },
    ])
  })

  it('takes a rating an offline phone sends late on its own day, and lets the newer one count', async () => {
    const plot = await addSubject(test, { keeper })
    const rater = await addPerson(test)
    await done(rate(rater, { plateCode: plot.code, stars: 5 }))
    const late = { plateCode: plot.code, stars: 1, occurredAt: hoursOn(-10) }
    const answer = await done(rate(rater, late))
    expect(answer.stars).toMatchObject({ averageTenths: 50, count: 1 })
    const mine = await done(call(test, rater, 'GET', '/api/me/ratings'))
    expect(mine.items).toMatchObject([
      { ratedOn: '2026-03-02', counts: true },
      { ratedOn: '2026-03-01', counts: false },
    ])
  })

  it('refuses times in the future or more than a day ago', async () => {
    const plot = await addSubject(test, { keeper })
    const rater = await addPerson(test)
    const at = (hours: number) => ({
      plateCode: plot.code,
      stars: 3,
      occurredAt: hoursOn(hours),
    })
    expect(await refused(rate(rater, at(1)))).toBe('400 occurred_in_future')
    expect(await refused(rate(rater, at(-25)))).toBe('400 occurred_too_long_ago')
    expect(await refused(rate(rater, { ...at(0), occurredAt: 'gestern' }))).toBe(
      '400 invalid_request',
    )
  })

  it('answers a replayed key with the first answer, and refuses the key for something else', async () => {
    const plot = await addSubject(test, { keeper })
    const rater = await addPerson(test)
    const body = { plateCode: plot.code, stars: 4 }
    const first = await done(rate(rater, body, 'offline-key-1'))
    const before = await countRatings()
    expect(await done(rate(rater, body, 'offline-key-1'))).toEqual(first)
    expect(await refused(rate(rater, { ...body, stars: 5 }, 'offline-key-1'))).toBe(
      '409 idempotency_key_reused',
    )
    expect(await countRatings()).toBe(before)
  })

  it('refuses someone else’s photo', async () => {
    const plot = await addSubject(test, { keeper })
    const rater = await addPerson(test)
    const fileId = test.server.newId()
    await test.owner.query(`INSERT INTO file VALUES ($1, $2, $3, 'image/webp', '', 10, 10, $4)`, [
      VILLAGE,
      fileId,
      keeper.personId,
      TEST_START,
    ])
    const before = await countRatings()
    const answer = await rate(rater, { plateCode: plot.code, stars: 3, photoFileId: fileId })
    expect(answer.json().code).toBe('photo_not_yours')
    expect(await countRatings()).toBe(before)
    const own = test.server.newId()
    await test.owner.query(`INSERT INTO file VALUES ($1, $2, $3, 'image/webp', '', 10, 10, $4)`, [
      VILLAGE,
      own,
      rater.personId,
      TEST_START,
    ])
    await done(rate(rater, { plateCode: plot.code, stars: 3, photoFileId: own }))
  })

  it('counts without an award where the rule sheet gives nothing for rating', async () => {
    await adoptGardenSheet(test, { villageId: OTHER_VILLAGE, withoutItem: 'garden-rate' })
    const plot = await addSubject(test, { villageId: OTHER_VILLAGE })
    const rater = await addPerson(test, { villageId: OTHER_VILLAGE })
    const answer = await done(rate(rater, { plateCode: plot.code, stars: 3 }))
    expect(answer).toMatchObject({ award: null, stars: { count: 1 } })
  })

  it('appends a record that names neither rater nor subject in clear', async () => {
    const plot = await addSubject(test, { keeper })
    const rater = await addPerson(test)
    await done(rate(rater, { plateCode: plot.code, stars: 4, words: '水沟很干净' }))
    const { rows } = await test.owner.query(
      `SELECT convert_from(r.leaf, 'UTF8') AS leaf, p.person_id FROM record r
       JOIN record_part p USING (village_id, record_id) WHERE r.kind = 'rating.given' AND p.person_id = $1`,
      [rater.personId],
    )
    expect(rows).toHaveLength(1)
    const { leaf } = rows[0]
    expect(JSON.parse(leaf).public).toEqual({
      subject: expect.any(String),
      rater: expect.any(String),
      stars: 4,
      day: '2026-03-02',
    })
    for (const secret of [rater.personId, plot.subjectId, '水沟'])
      expect(leaf).not.toContain(secret)
  })

  it('is for people who are signed in', async () => {
    expect(await refused(rate(null, { plateCode: '00000000', stars: 3 }))).toBe('401 not_signed_in')
    expect(await refused(call(test, null, 'GET', '/api/me/ratings'))).toBe('401 not_signed_in')
  })
})
