import { afterAll, beforeAll, expect, it } from 'vitest'
import { auditOf } from '../../../../../test/audited-log.ts'
import { applied, compost } from '../../../../../test/inputs-village.ts'
import {
  createGrownVillage,
  harvested,
  lotOf,
  packOf,
  recall,
  recallOf,
  type GrownVillage,
} from '../../../../../test/packs-village.ts'
import { done, refused } from '../../../../../test/participation-village.ts'
import { call } from '../../../../../test/server.ts'

let village: GrownVillage
let lot: { lotId: string; number: string }
let number: string
beforeAll(async () => {
  village = await createGrownVillage()
  const used = { amount: { unit: 'g', thousandths: 150_000_000 } }
  await applied(village, { registrationNumber: compost.registrationNumber, ...used })
  lot = await lotOf(village, await harvested(village), 110_000)
  number = (await done(packOf(village, [{ lotId: lot.lotId, grams: 51_000 }]))).number
}, 60_000)
afterAll(() => village.test.close())

it('finds all packs and whom to telephone from a pack, lot, plot, or product', async () => {
  const { plotId } = village
  const pack = await done(recallOf(village, 'pack', `${number}-017`))
  expect(pack).toMatchObject({ packCount: 1, packings: [{ number: `${number}-017` }] })
  const targets = { lot: lot.number, plot: plotId, product: compost.registrationNumber }
  for (const [reach, target] of Object.entries(targets)) {
    const reached = await done(recallOf(village, reach, target))
    expect(reached).toMatchObject({ packCount: 100, packingCount: 1, lotCount: 1 })
    expect(reached.packings).toMatchObject([{ number, netGrams: 50_000 }])
    expect(reached.growers).toMatchObject([{ plotLabels: ['甲1'] }])
  }
})

it('lets each grower see who looked at their telephone', async () => {
  const { test, grower, committee } = village
  await done(recallOf(village, 'lot', lot.number))
  const looked = await done(call(test, grower, 'GET', '/api/me/data-access'))
  expect(looked.items).toContainEqual(
    expect.objectContaining({ what: 'recall', viewerName: committee.name }),
  )
})

it('names what nobody packed, weighed, drew or used', async () => {
  const { grower } = village
  expect(await refused(recallOf(village, 'pack', `${number}-101`))).toBe('404 unknown_pack')
  expect(await refused(recallOf(village, 'pack', 'cabbage'))).toBe('404 unknown_pack')
  expect(await refused(recallOf(village, 'lot', '260302-0000'))).toBe('404 unknown_held_lot')
  for (const plot of ['here', '-'.repeat(36), `${'f'.repeat(36)}`])
    expect(await refused(recallOf(village, 'plot', plot))).toBe('404 unknown_held_plot')
  expect(await refused(recallOf(village, 'substance', '水'))).toBe('404 never_used')
  expect(await refused(recall(village, 'lot', lot.number, grower))).toBe('403 role_required')
})

it('stops packing at once, whoever packs at that moment; the log tells the same', async () => {
  const { test, committee } = village
  const some = { packs: [{ grams: 1000, count: 1 }], lossGrams: 0, lossBecause: null }
  const pack = () => packOf(village, [{ lotId: lot.lotId, grams: 1000 }], some)
  const [held, ...rivals] = await Promise.all([
    recall(village, 'product', compost.registrationNumber),
    ...Array.from({ length: 5 }, pack),
  ])
  expect(held?.statusCode).toBe(200)
  for (const rival of rivals)
    expect(rival.statusCode === 200 || rival.json().code === 'lot_held').toBe(true)
  expect(await refused(pack())).toBe('409 lot_held')
  const again = recall(village, 'product', compost.registrationNumber)
  expect(await refused(again)).toBe('409 held_already')
  // Typed in small letters, it stands in the log as the pack itself has it.
  await done(recall(village, 'pack', `${number.toLowerCase()}-00001`))
  expect(await refused(recall(village, 'pack', `${number}-001`))).toBe('409 held_already')
  const { rows } = await test.owner.query(
    "SELECT convert_from(leaf, 'UTF8') AS leaf FROM record WHERE kind = 'hold.placed'",
  )
  expect(rows.map(({ leaf }) => JSON.parse(leaf).public.named)).toContain(`${number}-001`)
  const { findings } = await auditOf(test.database, committee.villageId, test.clock.now())
  expect(findings).toEqual([])
}, 60_000)
