import { drawSpotChecks, type SpotList } from '@azalea/scoring'
import { createHash } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { auditOf, retireLog, sequenceAll } from '../../../../test/audited-log.ts'
import {
  addSubject,
  adoptGardenSheet,
  done,
  HOUR,
  refused,
} from '../../../../test/participation-village.ts'
import {
  addPerson,
  call,
  OTHER_VILLAGE,
  type TestPerson,
  type TestServer,
} from '../../../../test/server.ts'
import {
  announce,
  at,
  attend,
  awardOf,
  check,
  clockParts,
  createSpotVillage,
  draw,
  drawOf,
  leafOf,
  photoOf,
  publish,
  type SpotVillage,
  watch,
} from '../../../../test/spot-village.ts'
import { closeDay } from '../../scoring/index.ts'
import { drawChecks } from './draw-checks.ts'
import { lapseChecks } from './lapse-checks.ts'

let village: SpotVillage
let test: TestServer
let leader: TestPerson
let committee: TestPerson
let officer: TestPerson
beforeAll(async () => {
  village = await createSpotVillage()
  ;({ test, leader, committee, officer } = village)
})
beforeEach(() => at(village, 0))
afterAll(() => village.test.close())

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

describe('a spot check of a shift', () => {
  it('is drawn by the next published checkpoint, outweighs the leader, and stands in award and log', async () => {
    const [one, two] = [await addPerson(test), await addPerson(test, { roles: ['technician'] })]
    const { activityId, shiftId } = await watch(village, [one, two], ['remote_post'])
    at(village, 35)
    const { drawId, candidates } = await done(announce(village, committee))
    expect(candidates).toBe(1)
    expect(await draw(village)).toBe(0) // no checkpoint covers the announcement yet
    expect(await refused(announce(village, officer))).toBe('409 draw_waiting')
    await attend(village, shiftId, [one, two], 5)
    const close = () => call(test, leader, 'POST', `/api/activities/${activityId}/close`)
    expect(await refused(close())).toBe('409 spot_draw_waiting')
    await publish(village)
    const drawn = await Promise.all([draw(village), draw(village)])
    expect(drawn.toSorted()).toEqual([0, 1])
    expect(await draw(village)).toBe(0)
    const found = await drawOf(village, drawId)
    const { rows } = await test.owner.query(
      `SELECT convert_from(body, 'UTF8') AS body FROM public_document WHERE hash = decode($1, 'hex')`,
      [found.listHash],
    )
    const list = JSON.parse(rows[0].body) as SpotList
    expect(found.seed).toBe(sha256(found.checkpoint))
    expect(drawSpotChecks(sha256, found.seed, list).map(({ candidate }) => candidate)).toEqual(
      found.checks.map(({ candidate }: { candidate: string }) => candidate),
    )
    expect(rows[0].body).not.toContain(shiftId)
    const [{ checkId }] = found.checks
    expect((await close()).json()).toMatchObject({ code: 'spot_checks_missing' })
    const before = await done(call(test, officer, 'GET', `/api/spot-checks/${checkId}`))
    expect(before).toMatchObject({ leaderScores: null, canCheck: { ok: true }, place: '东路口' })
    expect(await refused(check(village, two, checkId, { score: 5 }))).toBe('403 check_took_part')
    const photoFileId = await photoOf(village, officer)
    await done(check(village, officer, checkId, { score: 2, words: '两人都在打牌', photoFileId }))
    const after = await done(call(test, officer, 'GET', `/api/spot-checks/${checkId}`))
    expect(after).toMatchObject({ state: 'made', score: 2 })
    expect(after.leaderScores.map(({ score }: { score: number }) => score)).toEqual([5, 5])
    expect(await refused(check(village, officer, checkId, { score: 5, photoFileId }))).toBe(
      '409 spot_check_made',
    )
    await done(close())
    const award = await awardOf(village, one)
    // Two hours at 3.00, one of them at night (×1.3), all at a far post (×1.2): 6.00 → 8.10; the
    // leader's 5 (×1.1) counts 40 %, the check's 2 (×0.6) 60 %: ×0.8.
    const points = award.calibration.stages.map(
      ({ stage, afterHundredths }: { stage: string; afterHundredths: number }) =>
        `${stage} ${afterHundredths}`,
    )
    expect(points.slice(0, 4)).toEqual([
      'base 600',
      'circumstances 810',
      'leader_score 891',
      'spot_check 648',
    ])
    expect(award.points).toBe(640)
    const leaf = await leafOf(village, 'award.scored', one)
    expect(leaf.public.input).toMatchObject({ spotCheckScore: 2, upheldReports: 0 })
    expect(leaf.public.spotCheck).toBe(found.checks[0].candidate)
  })
})

describe('a draw of a log that is retired', () => {
  it('that was made stands, and one that waits is drawn by the successor, however late', async () => {
    const here = { villageId: OTHER_VILLAGE }
    await adoptGardenSheet(test, here)
    const member = await addPerson(test, { ...here, roles: ['committee'] })
    const looker = await addPerson(test, { ...here, roles: ['technician'] })
    for (const label of ['甲', '乙', '丙']) await addSubject(test, { ...here, label })
    const parts = clockParts(village)
    const everything = { kinds: ['plot'], ratePermille: 400 }
    const nextDay = async () => {
      test.clock.set(new Date(test.clock.now().getTime() + 24 * HOUR))
      await lapseChecks(parts, OTHER_VILLAGE)
      await closeDay(parts, OTHER_VILLAGE)
    }
    await done(announce(village, member, everything))
    await sequenceAll(test.database, OTHER_VILLAGE, test.clock.now())
    expect(await drawChecks(parts, OTHER_VILLAGE)).toBe(2)
    for (let days = 0; days < 9; days++) await nextDay()
    await sequenceAll(test.database, OTHER_VILLAGE, test.clock.now())

    await done(announce(village, member, everything))
    await retireLog(test, OTHER_VILLAGE)
    for (let days = 0; days < 9; days++) await nextDay()
    expect(await refused(announce(village, member, everything))).toBe('409 draw_waiting')
    expect(await drawChecks(parts, OTHER_VILLAGE)).toBe(0)
    await sequenceAll(test.database, OTHER_VILLAGE, test.clock.now())
    expect(await drawChecks(parts, OTHER_VILLAGE)).toBe(1)
    const { items } = await done(call(test, looker, 'GET', '/api/spot-checks'))
    const photoFileId = await photoOf(village, looker)
    await done(check(village, looker, items[0].checkId, { score: 4, photoFileId }))
    await nextDay()
    const now = test.clock.now()
    const { findings, village: audited } = await auditOf(test.database, OTHER_VILLAGE, now, '2/')
    // Sheet and households of the fixture have no records.
    const unfounded = /was in force|knows no household|joined is not as logged/
    expect(findings.filter(({ detail }) => !unfounded.test(detail))).toEqual([])
    expect(audited?.tally).toMatchObject({
      spotDraws: 2,
      retiredDraws: 1,
      spotChecks: 1,
      lapsedChecks: 2,
      statements: 19,
    })
  })
})
