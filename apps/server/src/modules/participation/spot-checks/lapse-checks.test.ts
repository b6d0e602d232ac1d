import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { done, refused } from '../../../../test/participation-village.ts'
import { addPerson, call, type TestPerson, type TestServer } from '../../../../test/server.ts'
import {
  announce,
  at,
  attend,
  awardOf,
  check,
  createSpotVillage,
  draw,
  drawOf,
  lapse,
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
beforeAll(async () => {
  village = await createSpotVillage()
  ;({ test, leader, committee, officer } = village)
})
beforeEach(() => at(village, 0))
afterAll(() => village.test.close())

describe('a spot check of a shift', () => {
  it('lapses when nobody makes it in time, so that no points wait for ever', async () => {
    const one = await addPerson(test)
    const { activityId, shiftId } = await watch(village, [one])
    const { drawId } = await done(announce(village, committee))
    await publish(village)
    await draw(village)
    const found = await drawOf(village, drawId)
    const { checkId } = found.checks.find(({ state }: { state: string }) => state === 'open')
    const photoFileId = await photoOf(village, officer)
    expect(await refused(check(village, officer, checkId, { score: 4, photoFileId }))).toBe(
      '409 spot_check_not_open',
    )
    await attend(village, shiftId, [one], 4)
    at(village, 38 + 48)
    expect(await refused(check(village, officer, checkId, { score: 4, photoFileId }))).toBe(
      '409 spot_check_lapsed',
    )
    const lapsed = await Promise.all([lapse(village), lapse(village)])
    expect(lapsed.toSorted()).toEqual([0, 1])
    expect(await lapse(village)).toBe(0)
    const { rows } = await test.owner.query(
      `SELECT convert_from(leaf, 'UTF8')::jsonb -> 'public' AS told FROM record WHERE kind = 'spot-check.lapsed'`,
    )
    expect(rows).toEqual([{ told: { draw: found.name, candidate: found.checks[0].candidate } }])
    await done(call(test, leader, 'POST', `/api/activities/${activityId}/close`))
    const { calibration } = await awardOf(village, one)
    const stage = calibration.stages.find((one_: { stage: string }) => one_.stage === 'spot_check')
    expect(stage.reason.code).toBe('spot_check_not_drawn')
  })
})
