import { afterAll, beforeAll, expect, it } from 'vitest'
import { auditOf } from '../../../../../test/audited-log.ts'
import { done, refused } from '../../../../../test/participation-village.ts'
import { RoundVillage } from '../../../../../test/round-village.ts'
import { createScoringVillage } from '../../../../../test/scoring-village.ts'
import { addPerson } from '../../../../../test/server.ts'

/** A tenth of a point for each kilogram. */
const BY_KILOGRAM = 'garden-compost'
let round: RoundVillage
let first: string
beforeAll(async () => {
  round = await RoundVillage.weighing(2, { itemRef: BY_KILOGRAM }, ({ test }) =>
    createScoringVillage(test),
  )
  first = (await done(round.weigh(0, { grossGrams: 21_000 }))).weighInId
  await done(round.weigh(0, { grade: 'second', grossGrams: 6_000 }))
  await done(round.weigh(1, { outcome: 'refused', because: 'wet' }))
}, 180_000)
afterAll(() => round.test.close())

const awards = async () =>
  (
    await round.test.owner.query(`
      SELECT c.household_id AS household, c.person_id AS person, c.source_id AS source,
        award.points_hundredths::int AS points
      FROM award JOIN contribution c USING (village_id, contribution_id)
      WHERE c.source_kind = 'delivery' ORDER BY award.award_id`)
  ).rows

const settle = async () => {
  const { settlementId } = await done(round.propose())
  await done(round.confirm(settlementId))
}

it('are by an item that counts weight, or times, and gives points', async () => {
  for (const itemRef of ['ditch-clean', 'plot-litter'])
    expect(await refused(round.open({ itemRef }))).toBe('400 item_not_for_deliveries')
  expect(await refused(round.open({ itemRef: 'no-such-item' }))).toBe('400 unknown_item')
})

it('are for the first grade that was taken, once the round is settled', async () => {
  await round.afterHours()
  await done(round.close())
  expect(await awards()).toEqual([])
  await settle()
  const { householdId, personId } = round.sellers[0]!.person
  const award = { household: householdId, person: personId, source: first, points: 200 }
  expect(await awards()).toEqual([award])
})

it('are not given again for what is weighed again; the log tells the same', async () => {
  const { test, drafter, weigher } = round
  const judge = await addPerson(test, { roles: ['committee'] })
  await done(round.dispute(first, weigher))
  await done(round.decide(first, 'upheld', judge))
  await done(round.weigh(0, { replacesId: first, grossGrams: 22_000 }))
  await settle()
  expect(await awards()).toHaveLength(1)
  const { findings } = await auditOf(test.database, drafter.villageId, test.clock.now())
  const own = new Set(['round_wrong', 'lot_wrong', 'award_wrong', 'points_differ'])
  expect(findings.filter(({ code }) => own.has(code))).toEqual([])
}, 60_000)
