import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import {
  addSubject,
  done,
  refused,
  type TestSubject,
  sortedStatuses,
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
  createSpotVillage,
  draw,
  drawOf,
  leafOf,
  photoOf,
  publish,
  type SpotVillage,
  watch,
} from '../../../../test/spot-village.ts'

let village: SpotVillage
let test: TestServer
let leader: TestPerson
let committee: TestPerson
let officer: TestPerson
let post: TestSubject
beforeAll(async () => {
  village = await createSpotVillage()
  ;({ test, leader, committee, officer, post } = village)
})
beforeEach(() => at(village, 0))
afterAll(() => village.test.close())

describe('a spot check', () => {
  it('is for those who have no part in it, with a photo of their own', async () => {
    const keeper = await addPerson(test)
    const plot = await addSubject(test, { keeper })
    const { drawId } = await done(
      announce(village, officer, { kinds: ['plot'], ratePermille: 1000 }),
    )
    await publish(village)
    await draw(village)
    const found = await drawOf(village, drawId)
    const { checkId } = found.checks.find(({ label }: { label: string }) => label === plot.label)
    const kin = await addPerson(test, { householdId: keeper.householdId, roles: ['technician'] })
    const rater = await addPerson(test, { roles: ['technician'] })
    const free = await addPerson(test, { roles: ['technician'] })
    await done(call(test, rater, 'POST', '/api/ratings', { plateCode: plot.code, stars: 5 }))
    const score = { score: 4, photoFileId: await photoOf(village, free) }
    expect(await refused(check(village, null, checkId, score))).toBe('401 not_signed_in')
    expect(await refused(check(village, committee, checkId, score))).toBe('403 role_required')
    expect(await refused(check(village, officer, checkId, score))).toBe('403 own_draw')
    expect(await refused(check(village, kin, checkId, score))).toBe('403 check_of_household')
    const kinOf = (one: TestPerson) =>
      addPerson(test, { householdId: one.householdId, roles: ['technician'] })
    for (const barred of [rater, await kinOf(rater)])
      expect(await refused(check(village, barred, checkId, score))).toBe('403 check_of_rated')
    expect(await refused(check(village, await kinOf(officer), checkId, score))).toBe('403 own_draw')
    expect(await refused(check(village, free, checkId, { score: 4 }))).toBe(
      '400 check_photo_missing',
    )
    expect(
      await refused(
        check(village, free, checkId, { ...score, photoFileId: await photoOf(village, officer) }),
      ),
    ).toBe('400 photo_not_yours')
    for (const bad of [{ score: 0 }, { score: 6 }, { score: 2.5 }, { score: '5' }, {}])
      expect(await refused(check(village, free, checkId, bad))).toBe('400 invalid_request')
    const abroad = await addPerson(test, { villageId: OTHER_VILLAGE, roles: ['town_officer'] })
    expect(await refused(check(village, abroad, checkId, score))).toBe('404 unknown_spot_check')
    const open = await done(call(test, kin, 'GET', '/api/spot-checks'))
    expect(
      open.items.find((item: { checkId: string }) => item.checkId === checkId).canCheck,
    ).toMatchObject({ ok: false, code: 'check_of_household' })
    const inbox = async () => (await done(call(test, free, 'GET', '/api/workbench/inbox'))).items
    expect(await inbox()).toContainEqual(
      expect.objectContaining({ kind: 'spot_checks_due', id: null }),
    )
    const rivals = [1, 2].map(() => check(village, free, checkId, score))
    expect(sortedStatuses(await Promise.all(rivals))).toEqual([200, 409])
    const leaf = await leafOf(village, 'spot-check.scored', free)
    expect(leaf.public).toMatchObject({ score: 4 })
    expect(JSON.stringify(leaf)).not.toContain(plot.subjectId)
  })

  it('counts what passers-by gave the post meanwhile, but not those who stood there', async () => {
    const one = await addPerson(test)
    const kin = await addPerson(test, { householdId: one.householdId })
    const { activityId, shiftId } = await watch(village, [one])
    await attend(village, shiftId, [one], 4)
    at(village, 37)
    for (const stars of [1, 2, 1])
      await done(
        call(test, await addPerson(test), 'POST', '/api/ratings', { plateCode: post.code, stars }),
      )
    await done(call(test, kin, 'POST', '/api/ratings', { plateCode: post.code, stars: 5 }))
    at(village, 39)
    const late = await addPerson(test)
    await done(call(test, late, 'POST', '/api/ratings', { plateCode: post.code, stars: 5 }))
    await done(call(test, leader, 'POST', `/api/activities/${activityId}/close`))
    expect((await awardOf(village, one)).judgements).toEqual({
      passersBy: { ratings: 3, meanStarsHundredths: 133 },
      upheldReports: 0,
    })
  })
})
