import { afterAll, beforeAll, expect, it } from 'vitest'
import { auditOf } from '../../../../test/audited-log.ts'
import { applied, enterTest } from '../../../../test/inputs-village.ts'
import {
  bring,
  createGrownVillage,
  harvested,
  lotsOf,
  type GrownVillage,
} from '../../../../test/packs-village.ts'
import { done, refused } from '../../../../test/participation-village.ts'
import { addPerson, OTHER_VILLAGE } from '../../../../test/server.ts'

let village: GrownVillage
let harvestId: string
beforeAll(async () => {
  village = await createGrownVillage()
  harvestId = await harvested(village)
}, 60_000)
afterAll(() => village.test.close())

it('is weighed by another household, with a number, and shows what is left', async () => {
  const lot = await done(bring(village, harvestId, 80_000))
  expect(lot.number).toMatch(/^260302-[0-9A-Y]{4}$/)
  const { lots, toWeigh } = await lotsOf(village)
  expect(lots).toMatchObject([
    { number: lot.number, plotLabel: '甲1', grams: 80_000, leftGrams: 80_000, isHeld: false },
  ])
  expect(toWeigh).toMatchObject([{ harvestId, leftGrams: 160_000 }])
})

it('takes nothing from nowhere', async () => {
  const { test, plotId, grower } = village
  const nobodys = bring(village, plotId)
  expect(await refused(nobodys)).toBe('404 unknown_harvest')
  expect(await refused(bring(village, harvestId, 160_001))).toBe('409 lot_above_harvest')
  for (const grams of [0, -1, 0.5, 10_000_001])
    expect(await refused(bring(village, harvestId, grams))).toBe('400 invalid_request')
  const elsewhere = await addPerson(test, { roles: ['technician'], villageId: OTHER_VILLAGE })
  expect(await refused(bring(village, harvestId, 1, elsewhere))).toBe('404 unknown_harvest')
  const kin = await addPerson(test, { roles: ['technician'], householdId: grower.householdId })
  expect(await refused(bring(village, harvestId, 1, kin))).toBe('403 own_household_lot')
})

it('gives rivals no more together than was declared', async () => {
  const rivals = await Promise.all(
    Array.from({ length: 6 }, () => bring(village, harvestId, 50_000)),
  )
  expect(rivals.filter(({ statusCode }) => statusCode === 200)).toHaveLength(3)
})

it('is refused before the day, within an interval, and while a test holds the plot', async () => {
  const { test, committee } = village
  const later = await harvested(village, '2026-03-03')
  expect(await refused(bring(village, later))).toBe('409 lot_before_harvest')
  test.clock.advanceMinutes(24 * 60)
  await done(enterTest(village, 'failed'))
  expect((await lotsOf(village)).lots[0]).toMatchObject({ isHeld: true, isHeldByTest: true })
  expect(await refused(bring(village, later))).toBe('409 harvest_held')
  await done(enterTest(village, 'passed'))
  await done(bring(village, later))
  test.clock.advanceMinutes(24 * 60)
  await applied(village)
  expect(await refused(bring(village, later))).toBe('409 harvest_too_early')
  const { findings } = await auditOf(test.database, committee.villageId, test.clock.now())
  expect(findings).toEqual([])
}, 60_000)
