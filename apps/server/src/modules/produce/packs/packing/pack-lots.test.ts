import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { auditOf } from '../../../../../test/audited-log.ts'
import { enterTest } from '../../../../../test/inputs-village.ts'
import {
  createGrownVillage,
  harvested,
  lotOf,
  lotsOf,
  packOf,
  type GrownVillage,
} from '../../../../../test/packs-village.ts'
import { done, refused } from '../../../../../test/participation-village.ts'
import { addPerson, call, OTHER_VILLAGE } from '../../../../../test/server.ts'

let village: GrownVillage
let lots: { lotId: string; number: string }[]
beforeAll(async () => {
  village = await createGrownVillage()
  const harvestId = await harvested(village)
  lots = [await lotOf(village, harvestId, 60_000), await lotOf(village, harvestId, 60_000)]
}, 60_000)
afterAll(() => village.test.close())

const taken = (grams: number, at = 0) => ({ lotId: lots[at]?.lotId ?? '', grams })

it('mixes lots and splits them; what goes in comes out or is told as loss', async () => {
  const into = [taken(20_000), taken(31_000, 1)]
  const packed = await done(packOf(village, into))
  expect(packed).toMatchObject({ packCount: 100 })
  const url = `/api/packings/${packed.number}/labels`
  const labels = await done(call(village.test, village.technician, 'GET', url))
  expect(labels.packs).toHaveLength(100)
  expect(labels.packs[16]).toMatchObject({ number: `${packed.number}-017`, netGrams: 500 })
  const left = (await lotsOf(village)).lots.map((lot: { leftGrams: number }) => lot.leftGrams)
  expect(new Set(left)).toEqual(new Set([40_000, 29_000]))
  const spoilt = { packs: [], lossGrams: 100, lossBecause: 'spoilt', bestBefore: null }
  expect(await done(packOf(village, [taken(100)], spoilt))).toMatchObject({ packCount: 0 })
})

it('lets nothing appear from nothing, and nothing vanish', async () => {
  const { test, plotId } = village
  expect(await refused(packOf(village, [taken(50_000)]))).toBe('400 mass_appears')
  expect(await refused(packOf(village, [taken(52_000)]))).toBe('400 mass_missing')
  expect(await refused(packOf(village, [taken(25_500), taken(25_500)]))).toBe('400 lot_twice')
  expect(await refused(packOf(village, [taken(51_000)]))).toBe('409 lot_short')
  const nobodys = { lotId: plotId, grams: 51_000 }
  expect(await refused(packOf(village, [nobodys]))).toBe('404 unknown_packed_lot')
  for (const grams of [0, -51_000, 1.5])
    expect(await refused(packOf(village, [taken(grams)]))).toBe('400 invalid_request')
  const silent = { lossBecause: null }
  expect(await refused(packOf(village, [taken(51_000)], silent))).toBe('400 loss_without_reason')
  for (const bestBefore of ['2026-03-01', '2026-06-01', null])
    expect(await refused(packOf(village, [taken(51_000)], { bestBefore }))).toBe(
      '400 best_before_wrong',
    )
  const elsewhere = await addPerson(test, { roles: ['technician'], villageId: OTHER_VILLAGE })
  expect(await refused(packOf(village, [taken(51_000)], {}, elsewhere))).toBe(
    '404 unknown_packed_lot',
  )
})

it('keeps every gram whatever rivals pack at once', async () => {
  const packing = fc.record({
    from: fc.array(fc.record({ at: fc.nat(1), grams: fc.integer({ min: 1, max: 6_000 }) }), {
      minLength: 1,
      maxLength: 3,
    }),
    packs: fc.array(
      fc.record({ grams: fc.integer({ min: 1, max: 900 }), count: fc.integer({ min: 1, max: 4 }) }),
      { maxLength: 3 },
    ),
    isHonest: fc.boolean(),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(packing, { minLength: 3, maxLength: 8 }), async (rivals) => {
      await Promise.all(
        rivals.map(({ from, packs, isHonest }) => {
          const into = from.reduce((sum, { grams }) => sum + grams, 0)
          const out = packs.reduce((sum, { grams, count }) => sum + grams * count, 0)
          const lossGrams = isHonest ? Math.max(0, into - out) : 7
          const lossBecause = lossGrams > 0 ? 'trimmed' : null
          const bestBefore = packs.length === 0 ? null : '2026-03-09'
          const lots = from.map(({ at, grams }) => taken(grams, at))
          return packOf(village, lots, { packs, lossGrams, lossBecause, bestBefore })
        }),
      )
      const { rows } = await village.test.owner.query(
        `SELECT (SELECT bool_and(left_grams >= 0 AND grams - left_grams = (SELECT coalesce(sum(grams), 0)
             FROM packing_lot taken WHERE taken.lot_id = lot.lot_id)) FROM harvest_lot lot) AS lots_balance,
           (SELECT bool_and(loss_grams + (SELECT coalesce(sum(net_grams), 0) FROM pack
               WHERE pack.packing_id = packing.packing_id)
             = (SELECT sum(grams) FROM packing_lot taken WHERE taken.packing_id = packing.packing_id))
             FROM packing) AS packings_balance`,
      )
      expect(rows).toEqual([{ lots_balance: true, packings_balance: true }])
    }),
    { numRuns: 6, seed: 13 },
  )
}, 60_000)

it('packs nothing of a plot that a test holds; the log tells the same', async () => {
  const { test, committee } = village
  const some = { packs: [{ grams: 1, count: 1 }], lossGrams: 0, lossBecause: null }
  await done(enterTest(village, 'failed'))
  expect(await refused(packOf(village, [taken(1, 1)], some))).toBe('409 lot_held')
  await done(enterTest(village, 'passed'))
  await done(packOf(village, [taken(1, 1)], some))
  const { findings } = await auditOf(test.database, committee.villageId, test.clock.now())
  expect(findings).toEqual([])
}, 60_000)
