import { afterEach, expect, it } from 'vitest'
import { AdoptionVillage } from '../../../../../test/adoption-village.ts'
import { auditOf } from '../../../../../test/audited-log.ts'
import { done, refused } from '../../../../../test/participation-village.ts'
import { addPerson, VILLAGE } from '../../../../../test/server.ts'

let village: AdoptionVillage
afterEach(() => village.close())

const audited = async () => {
  const { findings } = await auditOf(village.test.database, VILLAGE, village.test.clock.now())
  return findings.filter(({ code }) => code === 'adoption_wrong' || code === 'fields_wrong')
}

const balance = async (account: string) => {
  const { rows } = await village.test.owner.query(
    `SELECT coalesce(sum(balance), 0)::int AS fen FROM ledger_account WHERE account_id LIKE $1`,
    [account],
  )
  return rows[0].fen
}

it('delivers no more than is due of what was harvested, and pays back what was not delivered', async () => {
  village = await AdoptionVillage.create()
  const [one, other] = [await village.buyer(), await village.buyer()]
  const [first, second] = [await village.paid(one), await village.paid(other)]
  const { adoptionId } = await village.share(first)
  expect(await refused(village.deliver(adoptionId, 1))).toBe('409 more_than_harvested')
  expect(await refused(village.settle('harvested'))).toBe('409 nothing_harvested')
  const kin = await addPerson(village.test, {
    householdId: village.grown.grower.householdId,
    roles: ['technician'],
  })
  expect(await refused(village.harvest(10, kin))).toBe('403 own_adoption_plot')
  await done(village.harvest(30_000))
  expect(await refused(village.deliver(adoptionId, 3_001))).toBe('409 more_than_due')
  await done(village.deliver(adoptionId, 3_000))
  expect(await refused(village.deliver(adoptionId, 1))).toBe('409 more_than_due')
  const late = await village.share(second)
  await done(village.deliver(late.adoptionId, 1_000))
  expect(await refused(village.settle('harvested', village.offerId))).toBe(
    '400 next_season_unwanted',
  )
  await done(village.settle('harvested'))
  expect(await refused(village.settle('failed'))).toBe('409 adoption_settled')
  expect(await refused(village.adopt(one))).toBe('409 adoption_settled')
  expect(await done(village.own(one, first))).toMatchObject({ state: 'harvested', refundFen: 0 })
  // 2 of 3 kg are missing: two thirds of 600.01, rounded up.
  const ended = await done(village.own(other, second))
  expect(ended).toMatchObject({ state: 'harvested', refundFen: 40_001, due: 3_000 })
  await village.minutesLater(1)
  expect(await village.findings()).toEqual([])
  expect(await balance('fen/company/village%')).toBe(2 * 60_001 - 40_001)
  expect(await audited()).toEqual([])
}, 90_000)

it('pays back what the contract says of a failed harvest', async () => {
  village = await AdoptionVillage.create()
  const buyer = await village.buyer()
  const number = await village.paid(buyer)
  await done(village.settle('failed'))
  const ended = await done(village.own(buyer, number))
  expect(ended).toMatchObject({ state: 'failed', refundFen: 48_001 })
  await village.minutesLater(1)
  expect(await village.findings()).toEqual([])
  expect(await balance('fen/company/village%')).toBe(60_001 - 48_001)
  expect(await audited()).toEqual([])
}, 90_000)

it('lets the next season make a failed one good, where the contract says so', async () => {
  const carry = { failure: 'next_season', refundPermille: 0 }
  village = await AdoptionVillage.create({}, carry)
  const buyer = await village.buyer()
  const number = await village.paid(buyer)
  expect(await refused(village.settle('failed'))).toBe('400 next_season_missing')
  const season = { nameZh: '下一季', beginsOn: '2027-09-01', endsOn: '2027-12-31' }
  const { growingSeasonId } = await done(
    village.as(village.grown.committee, 'POST', '/api/growing-seasons', season),
  )
  const other = await village.offered({ growingSeasonId, priceFen: 50_000 })
  expect(await refused(village.settle('failed', other))).toBe('400 next_season_missing')
  const next = await village.offered({ growingSeasonId })
  await done(village.settle('failed', next))
  const running = await done(village.own(buyer, number))
  expect(running).toMatchObject({ state: 'adopted', refundFen: 0, offer: { offerId: next } })
  expect((await village.adoption(next)).left).toBe(3)
  expect(await balance('fen/company/village%')).toBe(0)
  expect(await village.findings()).toEqual([])
  expect(await audited()).toEqual([])
}, 90_000)
