import { afterAll, describe, expect, it } from 'vitest'
import {
  adoptedRule,
  claim,
  createBenefitsVillage,
  nextMorning,
  offerOf,
  publishedOffer,
} from '../../../../test/benefits-village.ts'
import { sentTwice } from '../../../../test/once-per-key.ts'
import { done, refused } from '../../../../test/participation-village.ts'
import {
  addPerson,
  call,
  createTestServer,
  OTHER_VILLAGE,
  type TestPerson,
} from '../../../../test/server.ts'

const test = await createTestServer()
const village = await createBenefitsVillage(test)
const orderRuleId = await adoptedRule(test, village)
const villager = await addPerson(test)
afterAll(() => test.close())

const withdraw = (person: TestPerson, offerId: string, body: object = {}) =>
  call(test, person, 'POST', `/api/offers/${offerId}/claim/withdraw`, body)

describe('a claim', () => {
  it('is changed and taken back until the close, once for a household', async () => {
    const offerId = await publishedOffer(test, village, orderRuleId)
    const body = { wantedQuantity: 5000, leastQuantity: 1000 }
    const url = `/api/offers/${offerId}/claim`
    const entered = await sentTwice(test, (key) => call(test, villager, 'POST', url, body, { key }))
    expect(entered.json()).toEqual({ changed: false })
    const wife = await addPerson(test, { householdId: villager.householdId })
    expect(await done(claim(test, wife, offerId, 7000))).toEqual({ changed: true })
    expect((await offerOf(test, villager, offerId)).ownClaim).toMatchObject({
      wantedQuantity: 7000,
      enteredByName: null,
    })
    await done(withdraw(villager, offerId))
    expect(await refused(withdraw(wife, offerId))).toBe('404 no_claim')
    expect(await done(claim(test, wife, offerId, 3000))).toEqual({ changed: false })
    await nextMorning(test)
    test.clock.set(new Date(`${test.clock.now().toISOString().slice(0, 10)}T09:00:00Z`))
    expect(await refused(claim(test, wife, offerId, 3000))).toBe('409 claims_closed')
    expect(await refused(withdraw(wife, offerId))).toBe('409 claims_closed')
  })

  it('waits for a household that is leaving, and is refused then', async () => {
    const offerId = await publishedOffer(test, village, orderRuleId)
    const leaving = await addPerson(test)
    await test.owner.query('BEGIN')
    await test.owner.query('UPDATE household SET joined_at = NULL WHERE household_id = $1', [
      leaving.householdId,
    ])
    const claiming = refused(claim(test, leaving, offerId, 5000))
    const isWaiting = async () => {
      await test.owner.query('SELECT pg_stat_clear_snapshot()')
      const { rows } = await test.owner.query<{ waits: boolean }>(
        `SELECT count(*) > 0 AS waits FROM pg_stat_activity
          WHERE datname = current_database() AND wait_event_type = 'Lock'`,
      )
      return rows[0]?.waits
    }
    try {
      await expect.poll(isWaiting).toBe(true)
    } finally {
      await test.owner.query('COMMIT')
    }
    expect(await claiming).toBe('403 household_not_joined')
  })

  it('is refused above the limit, before it opens, from other groups, villages and strangers', async () => {
    const offerId = await publishedOffer(test, village, orderRuleId, { groupNos: [2] })
    expect(await refused(claim(test, villager, offerId, 5000))).toBe('403 claim_not_for_group')
    const inGroup = await addPerson(test, { groupNo: 2 })
    const above = await claim(test, inGroup, offerId, 50_001)
    expect(above.json()).toMatchObject({
      code: 'claim_above_limit',
      detail: '超过了一份申请最多的数量（50 公斤）。',
    })
    expect(await refused(claim(test, inGroup, offerId, 5000, { leastQuantity: 6000 }))).toBe(
      '400 claim_least_above_wanted',
    )
    const apart = await addPerson(test, { groupNo: 2, joined: false })
    expect(await refused(claim(test, apart, offerId, 5000))).toBe('403 household_not_joined')
    const foreign = await addPerson(test, { villageId: OTHER_VILLAGE, groupNo: 2 })
    expect(await refused(claim(test, foreign, offerId, 5000))).toBe('404 unknown_offer')
    expect(await refused(claim(test, null, offerId, 5000))).toBe('401 not_signed_in')
    const later = await publishedOffer(test, village, orderRuleId, {
      opensAt: new Date(test.clock.now().getTime() + 60_000).toISOString(),
    })
    expect(await refused(claim(test, villager, later, 5000))).toBe('409 claims_not_open')
  })

  it('is entered by a cadre for somebody, who learns who entered it', async () => {
    const offerId = await publishedOffer(test, village, orderRuleId)
    const leader = await addPerson(test, { roles: ['group_leader'] })
    const onBehalf = (person: TestPerson) => ({
      onBehalf: { personId: person.personId, channel: 'oral' },
    })
    await done(claim(test, leader, offerId, 5000, onBehalf(villager)))
    expect((await offerOf(test, villager, offerId)).ownClaim).toMatchObject({
      wantedQuantity: 5000,
      enteredByName: leader.name,
    })
    const { items } = await done(call(test, villager, 'GET', '/api/me/messages'))
    expect(items[0]).toMatchObject({ kind: 'claim.entered', params: { byName: leader.name } })
    const { claimers } = await done(
      call(test, village.drafter, 'GET', `/api/offers/${offerId}/queue`),
    )
    expect(claimers).toMatchObject([{ name: villager.name, enteredByName: leader.name }])
    const kin = await addPerson(test, { householdId: leader.householdId })
    for (const [who, whom, refusal] of [
      [leader, leader, '400 claim_for_oneself'],
      [leader, kin, '400 claim_for_household'],
      [villager, leader, '403 claim_not_for_others'],
    ] as const)
      expect(await refused(claim(test, who, offerId, 5000, onBehalf(whom)))).toBe(refusal)
    await done(withdraw(leader, offerId, onBehalf(villager)))
    expect((await offerOf(test, villager, offerId)).ownClaim).toBeNull()
  })

  it('is one of a household, where two of it claim at one moment', async () => {
    const offerId = await publishedOffer(test, village, orderRuleId)
    const one = await addPerson(test)
    const other = await addPerson(test, { householdId: one.householdId })
    const sent = [one, other].map((who) => claim(test, who, offerId, 5000))
    const changed = (await Promise.all(sent)).map((answer) => answer.json().changed as boolean)
    expect(changed.filter(Boolean)).toHaveLength(1)
  })
})
