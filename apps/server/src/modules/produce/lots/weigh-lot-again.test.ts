import { afterAll, beforeAll, expect, it } from 'vitest'
import { auditOf } from '../../../../test/audited-log.ts'
import { done, refused } from '../../../../test/participation-village.ts'
import { RoundVillage } from '../../../../test/round-village.ts'
import { call } from '../../../../test/server.ts'

let round: RoundVillage
beforeAll(async () => {
  round = await RoundVillage.weighing(3)
}, 90_000)
afterAll(() => round.test.close())

interface Lot {
  readonly lotId: string
  readonly number: string
  readonly grade: string
  readonly grams: number
  readonly leftGrams: number
}

const lotOf = async (number: string): Promise<Lot> => {
  const { lots } = await done(call(round.test, round.weigher, 'GET', '/api/harvest-lots'))
  return lots.find((lot: Lot) => lot.number === number)
}

/** What a seller brought, 20 kg, and was decided to be weighed again. */
async function voided(seller: number): Promise<{ weighInId: string; lotNumber: string }> {
  const weighed = await done(round.weigh(seller))
  await done(round.dispute(weighed.weighInId, round.sellers[seller]!.person))
  await done(round.decide(weighed.weighInId, 'upheld'))
  return weighed
}

const pack = (lotId: string, grams: number) =>
  call(round.test, round.weigher, 'POST', '/api/packings', {
    lots: [{ lotId, grams }],
    packs: [{ grams: 500, count: grams / 500 }],
    lossGrams: 0,
    lossBecause: null,
    bestBefore: round.beginsAt.toISOString().slice(0, 10),
  })

it('has a lot follow what it weighs again, in weight and grade', async () => {
  const { weighInId, lotNumber } = await voided(0)
  const again = { replacesId: weighInId, grossGrams: 19_000, grade: 'second' }
  const { lotNumber: same } = await done(round.weigh(0, again))
  expect(same).toBe(lotNumber)
  const lot = await lotOf(lotNumber)
  expect(lot).toMatchObject({ grade: 'second', grams: 18_000, leftGrams: 18_000 })
  expect(await refused(pack(lot.lotId, 18_500))).toBe('409 lot_short')
  await done(pack(lot.lotId, 18_000))
})

it('lets no mass appear: what is packed stays packed, and no lot weighs less than that', async () => {
  const { weighInId, lotNumber } = await voided(1)
  const { lotId } = await lotOf(lotNumber)
  await done(pack(lotId, 15_000))
  const again = { replacesId: weighInId, grossGrams: 13_000 }
  expect(await refused(round.weigh(1, again))).toBe('409 lot_below_packed')
  const home = { ...again, outcome: 'refused', because: 'wet' }
  expect(await refused(round.weigh(1, home))).toBe('409 lot_below_packed')
  expect(await lotOf(lotNumber)).toMatchObject({ grams: 20_000, leftGrams: 5_000 })
  await done(round.weigh(1, { ...again, grossGrams: 23_000 }))
  expect(await lotOf(lotNumber)).toMatchObject({ grams: 22_000, leftGrams: 7_000 })
})

it('leaves nothing of a lot that is refused when weighed again', async () => {
  const { weighInId, lotNumber } = await voided(2)
  await done(round.weigh(2, { replacesId: weighInId, outcome: 'refused', because: 'wet' }))
  const lot = await lotOf(lotNumber)
  expect(lot).toMatchObject({ grams: 0, leftGrams: 0 })
  expect(await refused(pack(lot.lotId, 500))).toBe('409 lot_short')
  const { rows } = await round.test.owner.query(
    'SELECT grams_before, grams FROM lot_correction ORDER BY corrected_at, correction_id',
  )
  expect(rows.map((row) => [Number(row.grams_before), Number(row.grams)])).toEqual([
    [20_000, 18_000],
    [20_000, 22_000],
    [20_000, 0],
  ])
})

it('agrees with the log: lots, packings and weigh-ins', async () => {
  const { test, drafter } = round
  const { findings } = await auditOf(test.database, drafter.villageId, test.clock.now())
  const own = new Set(['round_wrong', 'lot_wrong', 'packing_wrong', 'input_wrong', 'fields_wrong'])
  expect(findings.filter(({ code }) => own.has(code))).toEqual([])
}, 60_000)
