import { afterAll, beforeAll, expect, it } from 'vitest'
import { auditOf } from '../../../../../test/audited-log.ts'
import { done, refused } from '../../../../../test/participation-village.ts'
import { RoundVillage } from '../../../../../test/round-village.ts'
import { addPerson } from '../../../../../test/server.ts'

let round: RoundVillage
beforeAll(async () => {
  round = await RoundVillage.weighing()
}, 90_000)
afterAll(() => round.test.close())

it('bars a scale that drifts, names what it weighed since, and lets it weigh once it passes', async () => {
  const { weighInId } = await done(round.weigh(0))
  round.test.clock.advanceMinutes(1)
  expect(await done(round.check(20_020))).toEqual({ outcome: 'passed', doubted: [] })
  round.test.clock.advanceMinutes(1)
  const later = await done(round.weigh(1))
  const failed = await done(round.check(20_021))
  expect(failed).toEqual({ outcome: 'failed', doubted: [later.weighInId] })
  expect(await refused(round.weigh(2))).toBe('409 scale_failed')
  const { ownWeighIns } = await round.roundOf(round.sellers[1]!.person)
  expect(ownWeighIns[0].dispute).toMatchObject({ cause: 'scale', outcome: null })
  await done(round.check(20_000))
  await done(round.weigh(2))
  expect(weighInId).not.toBe(later.weighInId)

  // Decided that it counts no more, it is weighed again; its lot stays.
  await round.afterHours()
  await done(round.close())
  expect(await refused(round.propose())).toBe('409 round_in_dispute')
  await done(round.decide(later.weighInId, 'upheld', await judge()))
  expect(await refused(round.weigh(1))).toBe('409 round_closed')
  const again = { replacesId: later.weighInId, grossGrams: 20_900 }
  const replaced = await done(round.weigh(1, again))
  expect(replaced.lotNumber).toBe(later.lotNumber)
  expect(await refused(round.weigh(1, again))).toMatch(/^409 (weighed_already|weigh_in_not_voided)/)
  const { test, drafter } = round
  const { findings } = await auditOf(test.database, drafter.villageId, test.clock.now())
  expect(findings.filter(({ code }) => code === 'round_wrong')).toEqual([])
}, 60_000)

/** Of the committee, of another household than anybody who weighed. */
async function judge() {
  return addPerson(round.test, { roles: ['committee'] })
}
