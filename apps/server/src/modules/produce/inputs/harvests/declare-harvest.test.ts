import { afterAll, beforeAll, expect, it } from 'vitest'
import { auditOf } from '../../../../../test/audited-log.ts'
import {
  applied,
  approve,
  askFor,
  createGrownVillage,
  declare,
  enterTest,
  inputsOf,
  publishList,
  spray,
  type GrownVillage,
} from '../../../../../test/inputs-village.ts'
import { done, refused } from '../../../../../test/participation-village.ts'

let village: GrownVillage
beforeAll(async () => {
  village = await createGrownVillage()
}, 60_000)
afterAll(() => village.test.close())

it('is refused until the longest interval has passed, also by a later edition', async () => {
  const early = await done(askFor(village))
  await applied(village, { crop: '萝卜' })
  const refusal = await declare(village, '2026-03-08')
  expect(refusal.json()).toMatchObject({
    code: 'harvest_too_early',
    detail: '安全间隔期还没有过：3月9日起可以采收。',
  })
  await publishList(village, [{ ...spray, preHarvestDays: 14 }])
  expect(await refused(declare(village, '2026-03-15'))).toBe('409 harvest_too_early')
  await done(declare(village, '2026-03-16'))
  expect(await refused(declare(village, '2026-03-16'))).toBe('409 harvest_declared')
  // Asked before, and now too near to what was declared.
  village.test.clock.advanceMinutes(2 * 24 * 60)
  expect((await approve(village, early.applicationId)).json().detail).toContain('离3月16日采收')
})

it('is for who grows there, and for a day that lies near', async () => {
  expect(await refused(declare(village, '2026-03-20', village.villager))).toBe('403 not_the_grower')
  expect(await refused(declare(village, '2026-03-03'))).toBe('400 harvest_day_wrong')
  expect(await refused(declare(village, '2026-05-20'))).toBe('400 harvest_day_wrong')
  expect(await refused(declare(village, 'soon'))).toBe('400 invalid_request')
})

it('is held by a failed test until a later one is passed; the log tells the same', async () => {
  const { test, committee } = village
  await done(enterTest(village, 'failed'))
  expect(await refused(declare(village, '2026-03-20'))).toBe('409 harvest_held')
  expect((await inputsOf(village)).canHarvestToday).toMatchObject({ code: 'harvest_held' })
  await done(enterTest(village, 'passed'))
  await done(declare(village, '2026-03-20'))
  const { findings } = await auditOf(test.database, committee.villageId, test.clock.now())
  expect(findings).toEqual([])
}, 60_000)
