import { afterAll, beforeAll, expect, it } from 'vitest'
import { AdoptionVillage } from '../../../../../test/adoption-village.ts'
import { refused, done } from '../../../../../test/participation-village.ts'

let village: AdoptionVillage
beforeAll(async () => {
  village = await AdoptionVillage.create()
}, 120_000)
afterAll(() => village.close())

it('offers shares under the contract in force, once a second person confirmed them', async () => {
  const { offerId } = await done(village.propose({ part: 'fixed', partAmount: 5_000 }))
  const url = village.url(`/adoptions/${offerId}`)
  expect(await refused(village.as(null, 'GET', url))).toBe('404 unknown_adoption_offer')
  const { committee } = village.grown
  await done(village.confirm(offerId, committee))
  expect(await refused(village.confirm(offerId, committee))).toBe('409 adoption_offer_confirmed')
  const adoption = await village.adoption(offerId)
  expect(adoption).toMatchObject({
    left: 4,
    part: 'fixed',
    contract: { edition: 1, failure: 'refund', refundPermille: 800 },
  })
  const own = await done(village.propose({}, committee))
  expect(await refused(village.confirm(own.offerId, committee))).toBe('403 second_own_proposal')
})

it('refuses a contract that gives nothing back, more than the harvest, and what is not there', async () => {
  for (const change of [{ refundPermille: 0 }, { failure: 'next_season', refundPermille: 10 }])
    expect(await refused(village.publish(change))).toBe('400 refund_and_next_season')
  expect(await refused(village.propose({ shareCount: 11 }))).toBe('400 shares_above_harvest')
  const unknown = '0193b2c0-0000-7000-8000-000000000000'
  expect(await refused(village.propose({ plotId: unknown }))).toBe('404 unknown_adoption_plot')
  expect(await refused(village.propose({ growingSeasonId: unknown }))).toBe(
    '404 unknown_adoption_season',
  )
  for (const change of [{ priceFen: 0 }, { shareCount: 0 }, { partAmount: -1 }])
    expect(await refused(village.propose(change))).toBe('400 invalid_request')
})
