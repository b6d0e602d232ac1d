import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  adoptedRule,
  claim,
  createBenefitsVillage,
  greens,
  nextMorning,
  offerOf,
  publishedOffer,
  run,
  type BenefitsVillage,
} from '../../../../test/benefits-village.ts'
import { done, refused } from '../../../../test/participation-village.ts'
import {
  addPerson,
  call,
  createTestServer,
  OTHER_VILLAGE,
  type TestPerson,
  type TestServer,
} from '../../../../test/server.ts'

let test: TestServer
let village: BenefitsVillage
let orderRuleId: string
let villager: TestPerson
beforeAll(async () => {
  test = await createTestServer()
  village = await createBenefitsVillage(test)
  orderRuleId = await adoptedRule(test, village)
  villager = await addPerson(test)
})
afterAll(() => test.close())

const draft = (person: TestPerson | null, change: Record<string, unknown> = {}) =>
  call(test, person, 'POST', '/api/offers', greens(test, orderRuleId, change))
const publish = (person: TestPerson, offerId: string) =>
  call(test, person, 'POST', `/api/offers/${offerId}/publish`)
const withdraw = (person: TestPerson, offerId: string, body: object = {}) =>
  call(test, person, 'POST', `/api/offers/${offerId}/claim/withdraw`, body)

describe('a rule of order', () => {
  it('is adopted by a vote that holds, entered by another household than drafted it', async () => {
    const body = { nameZh: '抽签', rule: { schema: 'azalea-order-rule/1' } }
    const wrong = await call(test, village.drafter, 'POST', '/api/order-rules', body)
    expect(wrong.json()).toMatchObject({ code: 'order_rule_wrong' })
    const rule = {
      schema: 'azalea-order-rule/1',
      precedence: { by: 'lot' },
      ties: [],
      floorPermille: 0,
      partial: true,
    }
    const { orderRuleId: lot } = await done(
      call(test, village.drafter, 'POST', '/api/order-rules', { nameZh: '抽签', rule }),
    )
    const adopt = (person: TestPerson, change: object = {}) =>
      call(test, person, 'POST', `/api/order-rules/${lot}/adopt`, {
        resolution: {
          date: '2026-03-01',
          eligible: 100,
          present: 60,
          for: 55,
          against: 5,
          ...change,
        },
      })
    const kin = await addPerson(test, {
      householdId: village.drafter.householdId,
      roles: ['committee'],
    })
    for (const one of [village.drafter, kin])
      expect(await refused(adopt(one))).toBe('403 own_order_rule')
    expect(await refused(adopt(village.publisher, { present: 40 }))).toBe('400 vote_not_carried')
    expect(await refused(adopt(village.publisher, { date: '2026-03-05' }))).toBe(
      '400 vote_in_future',
    )
    expect(await refused(draft(village.drafter, { orderRuleId: lot }))).toBe(
      '409 order_rule_not_adopted',
    )
    await done(adopt(village.publisher))
    expect(await refused(adopt(village.publisher))).toBe('409 order_rule_adopted')
    const { items } = await done(call(test, villager, 'GET', '/api/order-rules'))
    const adopted = items.find((one: { orderRuleId: string }) => one.orderRuleId === lot)
    expect(adopted).toMatchObject({
      state: 'adopted',
      sentences: ['先后由抽签决定。', expect.any(String)],
    })
  })
})

describe('an offer', () => {
  it('is published by another household than drafted it, and never touches a right', async () => {
    const { offerId } = await done(draft(village.drafter))
    expect(await refused(publish(village.drafter, offerId))).toBe('403 own_offer_draft')
    expect(await refused(claim(test, villager, offerId, 5000))).toBe('404 unknown_offer')
    await done(publish(village.publisher, offerId))
    expect(await refused(publish(village.publisher, offerId))).toBe('409 offer_not_draft')
    const right = await draft(village.drafter, { titleZh: '低保名额五个' })
    expect(right.json()).toMatchObject({ code: 'offer_touches_right' })
    expect(right.json().detail).toMatch(/第二十七条/)
    for (const [change, refusal] of [
      [{ closesAt: test.clock.now().toISOString() }, '400 offer_times_wrong'],
      [{ mostQuantity: 100_001 }, '400 offer_amounts_wrong'],
      [{ groupNos: [7] }, '400 unknown_group'],
      [{ orderRuleId: offerId }, '404 unknown_order_rule'],
    ] as const)
      expect(await refused(draft(village.drafter, change))).toBe(refusal)
  })

  it('is cancelled before its claims close, and whoever claimed is told', async () => {
    const offerId = await publishedOffer(test, village, orderRuleId)
    await done(claim(test, villager, offerId, 5000))
    const cancel = () =>
      call(test, village.drafter, 'POST', `/api/offers/${offerId}/cancel`, { reason: '冻坏了' })
    await done(cancel())
    expect(await refused(cancel())).toBe('409 offer_cancelled')
    expect(await refused(claim(test, villager, offerId, 5000))).toBe('409 offer_cancelled')
    const { items } = await done(call(test, villager, 'GET', '/api/me/messages'))
    expect(items[0]).toMatchObject({ kind: 'offer.cancelled', params: { reason: '冻坏了' } })
  })
})

describe('a claim', () => {
  it('is changed and taken back until the close, once for a household', async () => {
    const offerId = await publishedOffer(test, village, orderRuleId)
    const key = 'a-claim-from-an-outbox'
    const body = { wantedQuantity: 5000, leastQuantity: 1000 }
    const send = () => call(test, villager, 'POST', `/api/offers/${offerId}/claim`, body, { key })
    expect(await done(send())).toEqual({ changed: false })
    expect(await done(send())).toEqual({ changed: false })
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
    await run(test)
    const cancel = `/api/offers/${offerId}/cancel`
    expect(await refused(call(test, village.drafter, 'POST', cancel, { reason: '不卖了' }))).toBe(
      '409 offer_not_cancellable',
    )
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
      detail: '超过了每户最多能申请的数量（50 公斤）。',
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
    expect(claimers).toMatchObject([{ headName: villager.name, enteredByName: leader.name }])
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
})
