import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  adoptedRule,
  answer,
  claim,
  createBenefitsVillage,
  drawTomorrow,
  nextMorning,
  publishedOffer,
} from '../../../../../test/benefits-village.ts'
import {
  claimPlotOf,
  createLandVillage,
  drawnPlots,
  landOf,
} from '../../../../../test/land-village.ts'
import { outcomesOf, sentTwice } from '../../../../../test/once-per-key.ts'
import { done, refused } from '../../../../../test/participation-village.ts'
import { addPerson, call, createTestServer, OTHER_VILLAGE } from '../../../../../test/server.ts'

const test = await createTestServer()
const { committee, technician, growingSeasonId } = await createLandVillage(test)
const villager = await addPerson(test)
const labels = Array.from({ length: 9 }, (_, at) => `A-${at + 1}`)
const plots = await drawnPlots(test, technician, labels)
const plot = (no: number) => plots[no - 1] ?? ''
afterAll(() => test.close())

const lease = (...[person, plotId, more]: [typeof villager | null, string, object?]) =>
  claimPlotOf(test, person, plotId, growingSeasonId, { ...more })

describe('leasing a plot', () => {
  it('makes its holder the keeper, under the convention that was accepted', async () => {
    await sentTwice(test, (key) =>
      call(
        test,
        villager,
        'POST',
        `/api/plots/${plot(1)}/claim`,
        { growingSeasonId, edition: 1 },
        { key },
      ),
    )
    const land = await landOf(test, villager)
    expect(land.plots[0]).toMatchObject({
      state: 'leased',
      isMine: true,
      holderName: villager.name,
    })
    expect(land.canClaim).toMatchObject({ ok: false, code: 'second_plot' })
    const other = await landOf(test, await addPerson(test))
    expect(other.plots[0].holderName).not.toBe(villager.name)
    expect(other.plots[0]).toMatchObject({ isMine: false, leaseId: null })
    const { rows } = await test.owner.query(
      `SELECT record.leaf, subject.keeper_household_id FROM record, subject
       WHERE record.kind = 'lease.begun' AND subject.subject_id = $1`,
      [plot(1)],
    )
    const { public: told } = JSON.parse(rows[0].leaf.toString())
    expect(told).toMatchObject({ edition: 1 })
    expect(rows[0].keeper_household_id).toBe(villager.householdId)
  })

  it('is refused a second time to one head, and of a plot that is taken', async () => {
    expect(await refused(lease(villager, plot(2)))).toBe('409 second_plot')
    expect(await refused(lease(await addPerson(test), plot(1)))).toBe('409 plot_taken')
    const wife = await addPerson(test, { householdId: villager.householdId })
    await done(lease(wife, plot(2)))
  })

  it('gives a plot to one of two, and one plot to who asks for two at one moment', async () => {
    const [one, two, three] = [await addPerson(test), await addPerson(test), await addPerson(test)]
    expect(await outcomesOf([lease(one, plot(3)), lease(two, plot(3))])).toEqual([
      'done',
      'plot_taken',
    ])
    expect(await outcomesOf([lease(three, plot(4)), lease(three, plot(5))])).toEqual([
      'done',
      'second_plot',
    ])
  })

  it('is entered by a cadre for who has no telephone, and by nobody else', async () => {
    const elder = await addPerson(test, { groupNo: 2 })
    const onBehalf = { personId: elder.personId, channel: 'oral' }
    const leader = await addPerson(test, { roles: ['group_leader'], groupNo: 1 })
    expect(await refused(lease(leader, plot(6), { onBehalf }))).toBe('403 lease_not_for_others')
    expect(await refused(lease(villager, plot(6), { onBehalf }))).toBe('403 lease_not_for_others')
    const own = await addPerson(test, { householdId: committee.householdId })
    const ofOwn = { onBehalf: { ...onBehalf, personId: own.personId } }
    expect(await refused(lease(committee, plot(6), ofOwn))).toBe('403 lease_for_household')
    const self = { onBehalf: { ...onBehalf, personId: committee.personId } }
    expect(await refused(lease(committee, plot(6), self))).toBe('400 lease_for_oneself')
    await done(lease(committee, plot(6), { onBehalf }))
    expect((await landOf(test, elder)).plots[5].isMine).toBe(true)
  })

  it('is refused who has not joined, comes from elsewhere, or accepts an old edition', async () => {
    const outside = await addPerson(test, { joined: false })
    expect(await refused(lease(outside, plot(7)))).toBe('403 household_not_joined')
    const stranger = await addPerson(test, { villageId: OTHER_VILLAGE })
    expect(await refused(lease(stranger, plot(7)))).toBe('404 unknown_growing_season')
    expect(await refused(lease(null, plot(7)))).toBe('401 not_signed_in')
    const late = await addPerson(test)
    expect(await refused(lease(late, plot(7), { edition: 2 }))).toBe('409 convention_changed')
    expect(await refused(lease(late, test.server.newId()))).toBe('404 unknown_plot')
  })
})

describe('a season with a waiting list', () => {
  let offerId: string
  beforeAll(async () => {
    const village = await createBenefitsVillage(test)
    const rule = await adoptedRule(test, village)
    await nextMorning(test)
    const terms = { kind: 'plot', unit: 'piece', supplyQuantity: 1, mostQuantity: 1 }
    offerId = await publishedOffer(test, village, rule, terms)
    const url = `/api/growing-seasons/${growingSeasonId}/waiting-list`
    await done(call(test, committee, 'POST', url, { offerId }))
  })

  it('leases plots to whoever took a turn of it, and to others once it is over', async () => {
    const [one, two, other] = [await addPerson(test), await addPerson(test), await addPerson(test)]
    for (const person of [one, two])
      await done(claim(test, person, offerId, 1, { leastQuantity: 1 }))
    expect(await refused(lease(one, plot(7)))).toBe('409 plot_by_waiting_list')
    await drawTomorrow(test)
    const turns = await Promise.all(
      [one, two].map((person) => call(test, person, 'GET', `/api/offers/${offerId}`)),
    )
    const first = turns[0]?.json().ownTurn?.state === 'called' ? one : two
    await done(answer(test, first, offerId, 1))
    expect(await refused(lease(other, plot(7)))).toBe('409 plot_by_waiting_list')
    await done(lease(first, plot(7)))
  })
})
