import { afterAll, beforeAll, expect, it } from 'vitest'
import { auditOf } from '../../../../../test/audited-log.ts'
import { photoOf } from '../../../../../test/inputs-village.ts'
import { done, refused } from '../../../../../test/participation-village.ts'
import { RoundVillage } from '../../../../../test/round-village.ts'
import { addPerson, call, OTHER_VILLAGE } from '../../../../../test/server.ts'

let round: RoundVillage
beforeAll(async () => {
  round = await RoundVillage.weighing()
}, 90_000)
afterAll(() => round.test.close())

it('gives each grower a time in the order of the queue, and tells it', async () => {
  const slots = await done(
    call(round.test, round.weigher, 'GET', `/api/rounds/${round.roundId}/slots`),
  )
  expect(slots.items).toHaveLength(3)
  const times = slots.items.map(({ comesAt }: { comesAt: string }) => comesAt)
  expect(times).toEqual(times.toSorted())
  const { ownSlot } = await round.roundOf(round.sellers[0]!.person)
  expect(ownSlot).toMatchObject({ takenGrams: 30_000 })
})

it.each([
  [{ grossGrams: -500 }, '400 weight_absurd'],
  [{ grossGrams: 0, tareGrams: 0 }, '400 weight_absurd'],
  [{ grossGrams: 6_000_000 }, '400 weight_absurd'],
  [{ tareGrams: -1 }, '400 weight_absurd'],
  [{ tareGrams: 21_000 }, '400 tare_above_gross'],
  [{ grossGrams: 'heavy' }, '400 invalid_request'],
  [{ grade: 'third' }, '409 grade_not_bought'],
  [{ grade: 'best' }, '400 invalid_request'],
  [{ outcome: 'refused' }, '400 refusal_reason_needed'],
  [{ because: 'wet' }, '400 refusal_reason_needed'],
  [{ grossGrams: 40_000 }, '409 weigh_in_above_turn'],
  [{ weighedHow: 'serial' }, '400 scale_speaks_otherwise'],
  [{ readingId: '0193b2c0-0000-7000-8000-000000000000' }, '409 weight_not_read'],
  [{ harvestId: '0193b2c0-0000-7000-8000-000000000000' }, '404 unknown_harvest_of_weigh_in'],
  [{ scaleId: '0193b2c0-0000-7000-8000-000000000000' }, '404 unknown_scale'],
  [{ photoFileId: '0193b2c0-0000-7000-8000-000000000000' }, '403 weigh_in_photo_not_yours'],
])('refuses what cannot be: %j', async (change, refusal) => {
  expect(await refused(round.weigh(0, change))).toBe(refusal)
})

it('is for those who took a turn, weighed by others than their own, in their village', async () => {
  const stranger = await round.addSeller(9)
  await round.declare(stranger)
  expect(await refused(round.weigh(3))).toBe('409 not_called')
  const { householdId } = round.sellers[0]!.person
  const kin = await addPerson(round.test, { householdId, roles: ['technician'] })
  expect(await refused(round.weigh(0, {}, { by: kin }))).toBe('403 own_household_weigh_in')
  const other = await addPerson(round.test, { villageId: OTHER_VILLAGE, roles: ['technician'] })
  expect(await refused(round.weigh(0, {}, { by: other }))).toBe('404 unknown_round')
  expect(await refused(round.weigh(0, {}, { by: round.sellers[1]!.person }))).toMatch(/^403/)
})

it('opens a lot, once, however often a telephone that was cut off sends it', async () => {
  const key = 'cut-off-in-the-middle'
  const photo = await round.weigh(0, {}, { key })
  expect(photo.json()).toMatchObject({ netGrams: 20_000, lotNumber: expect.any(String) })
  const { rows } = await round.test.owner.query('SELECT photo_file_id FROM weigh_in')
  const again = await round.weigh(0, { photoFileId: rows[0].photo_file_id }, { key })
  expect(again.json()).toEqual(photo.json())
  expect(await refused(round.weigh(0))).toBe('409 weighed_already')
  const counts = 'SELECT (SELECT count(*) FROM weigh_in) w, (SELECT count(*) FROM harvest_lot) l'
  expect((await round.test.owner.query(counts)).rows).toEqual([{ w: '1', l: '1' }])
})

it('leaves nothing of a weigh-in that is cut off before it is done', async () => {
  const before = await round.test.owner.query('SELECT count(*) FROM harvest_lot')
  expect(await refused(round.weigh(1, { grossGrams: 40_000 }))).toBe('409 weigh_in_above_turn')
  expect(await round.test.owner.query('SELECT count(*) FROM harvest_lot')).toMatchObject({
    rows: before.rows,
  })
})

it('takes a grade beside another, up to a twentieth above the turn', async () => {
  const more = { grade: 'second', grossGrams: 12_500, tareGrams: 1_000 }
  await done(round.weigh(0, more))
  expect(await refused(round.weigh(0, { ...more, grade: 'second' }))).toBe('409 weighed_already')
})

it('is barred by an interval that has not passed, whatever was declared', async () => {
  const { test, technician } = round.village
  const held = await call(
    test,
    technician,
    'POST',
    `/api/plots/${round.sellers[2]!.plotId}/residue-tests`,
    { method: 'rapid_card', outcome: 'failed', photoFileId: await photoOf(test, technician) },
  )
  expect(held.statusCode, held.body).toBe(200)
  expect(await refused(round.weigh(2))).toBe('409 harvest_held')
})

it('is refused with a reason, which its grower reads', async () => {
  await done(round.weigh(1, { outcome: 'refused', because: 'wet' }))
  const { ownWeighIns } = await round.roundOf(round.sellers[1]!.person)
  expect(ownWeighIns).toMatchObject([{ outcome: 'refused', because: 'wet', lotNumber: null }])
  await done(round.weigh(1))
})

it('ends with the hours; the log tells the same', async () => {
  await round.afterHours()
  expect(await refused(round.weigh(1, { grade: 'second' }))).toMatch(/409 (round_over|scale_not)/)
  const { test } = round
  const { findings } = await auditOf(test.database, round.drafter.villageId, test.clock.now())
  const own = findings.filter(({ code }) =>
    ['round_wrong', 'lot_wrong', 'input_wrong'].includes(code),
  )
  expect(own).toEqual([])
}, 60_000)
