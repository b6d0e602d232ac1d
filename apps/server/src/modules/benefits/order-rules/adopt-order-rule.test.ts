import { afterAll, describe, expect, it } from 'vitest'
import { carried, createBenefitsVillage, greens } from '../../../../test/benefits-village.ts'
import { outcomesOf, sentTwice } from '../../../../test/once-per-key.ts'
import { done, refused } from '../../../../test/participation-village.ts'
import { addPerson, call, createTestServer, type TestPerson } from '../../../../test/server.ts'

const test = await createTestServer()
const village = await createBenefitsVillage(test)
const villager = await addPerson(test)
afterAll(() => test.close())

const lot = {
  nameZh: '抽签',
  rule: {
    schema: 'azalea-order-rule/1',
    precedence: { by: 'lot' },
    ties: [],
    floorPermille: 0,
    partial: true,
  },
}
const draft = (who: TestPerson | null, body: object, key?: string) =>
  call(test, who, 'POST', '/api/order-rules', body, key === undefined ? {} : { key })

describe('a rule of order', () => {
  it('is adopted by a vote that holds, entered by another household than drafted it', async () => {
    const { orderRuleId } = await done(draft(village.drafter, lot))
    const adopt = (person: TestPerson, change: object = {}) =>
      call(test, person, 'POST', `/api/order-rules/${orderRuleId}/adopt`, {
        resolution: { ...carried, ...change },
      })
    const offer = () =>
      call(test, village.drafter, 'POST', '/api/offers', greens(test, orderRuleId))
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
    expect(await refused(offer())).toBe('409 order_rule_not_adopted')
    await done(adopt(village.publisher))
    expect(await refused(adopt(village.publisher))).toBe('409 order_rule_adopted')
    const { items } = await done(call(test, villager, 'GET', '/api/order-rules'))
    const adopted = items.find((one: { orderRuleId: string }) => one.orderRuleId === orderRuleId)
    expect(adopted).toMatchObject({
      state: 'adopted',
      sentences: ['先后由抽签决定。', expect.any(String)],
    })
  })

  it('is adopted once for one key, and once where two enter the vote at one moment', async () => {
    const third = await addPerson(test, { roles: ['committee'] })
    const adopt = (who: TestPerson | null, id: string, key?: string) => {
      const body = { resolution: carried }
      return call(test, who, 'POST', `/api/order-rules/${id}/adopt`, body, key ? { key } : {})
    }
    const first = await done(draft(village.drafter, { ...lot, nameZh: '先抽' }))
    const second = await done(draft(village.drafter, { ...lot, nameZh: '后抽' }))
    expect(await refused(adopt(null, first.orderRuleId))).toBe('401 not_signed_in')
    expect(await refused(adopt(villager, first.orderRuleId))).toBe('403 role_required')
    expect(await refused(adopt(third, test.server.newId()))).toBe('404 unknown_order_rule')
    await sentTwice(test, (key) => adopt(third, first.orderRuleId, key))
    const both = [village.publisher, third].map((who) => adopt(who, second.orderRuleId))
    expect(await outcomesOf(both)).toEqual(['done', 'order_rule_adopted'])
  })
})
