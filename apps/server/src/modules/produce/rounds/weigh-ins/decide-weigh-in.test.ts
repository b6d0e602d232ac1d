import { afterAll, beforeAll, expect, it } from 'vitest'
import { done, refused } from '../../../../../test/participation-village.ts'
import { RoundVillage } from '../../../../../test/round-village.ts'
import { addPerson, call } from '../../../../../test/server.ts'

let round: RoundVillage
beforeAll(async () => {
  round = await RoundVillage.weighing(2)
}, 90_000)
afterAll(() => round.test.close())

it('is for the committee, but for who weighed, who grew, and their households', async () => {
  const { weighInId } = await done(round.weigh(0, { outcome: 'refused', because: 'wet' }))
  expect(await refused(round.decide(weighInId, 'upheld'))).toBe('409 weigh_in_not_disputed')
  const { person } = round.sellers[0]!
  await done(round.dispute(weighInId, person))
  const { householdId } = person
  const kin = await addPerson(round.test, { householdId, roles: ['committee'] })
  expect(await refused(round.decide(weighInId, 'upheld', kin))).toBe(
    '403 own_household_disputed_weigh_in',
  )
  const home = round.weigher.householdId
  const weighersKin = await addPerson(round.test, { householdId: home, roles: ['committee'] })
  expect(await refused(round.decide(weighInId, 'upheld', weighersKin))).toBe(
    '403 weighed_or_disputed_it',
  )
  expect(await refused(round.decide(weighInId, 'upheld', round.weigher))).toMatch(/^403/)
  await done(round.decide(weighInId, 'upheld'))
  expect(await refused(round.decide(weighInId, 'upheld'))).toBe('409 weigh_in_not_disputed')
  const again = await done(round.weigh(0, { replacesId: weighInId }))
  expect(again.lotNumber).toEqual(expect.any(String))
  const { items } = await done(call(round.test, person, 'GET', '/api/me/messages'))
  expect(items.map(({ kind }: { kind: string }) => kind)).toContain('weigh_in.decided')
})

it('lets a weigh-in stand that was doubted without reason', async () => {
  const { weighInId } = await done(round.weigh(1))
  await done(round.dispute(weighInId, round.sellers[1]!.person))
  await done(round.decide(weighInId, 'dismissed'))
  expect(await refused(round.weigh(1, { replacesId: weighInId }))).toBe('409 weigh_in_not_voided')
})
