import { afterAll, describe, expect, it } from 'vitest'
import { carried, createBenefitsVillage, greens } from '../../../../test/benefits-village.ts'
import { sentTwice } from '../../../../test/once-per-key.ts'
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

describe('a draft of a rule of order', () => {
  it('is kept once for one key, told in words, and adopted by nobody yet', async () => {
    const drafted = await sentTwice(test, (key) => draft(village.drafter, lot, key))
    const { items } = await done(call(test, villager, 'GET', '/api/order-rules'))
    expect(items).toMatchObject([
      { ...drafted.json(), state: 'draft', sentences: ['先后由抽签决定。', expect.any(String)] },
    ])
  })

  it('tells its amount in the unit in which it is meant, and orders nothing that is counted otherwise', async () => {
    const precedence = { by: 'honour_less_received', halfAtQuantity: 40_000 }
    const rule = { ...lot.rule, precedence }
    const weighed = { ...lot, nameZh: '得多的往后排', rule, unit: 'kg' }
    const { orderRuleId } = await done(draft(village.drafter, weighed))
    const { items } = await done(call(test, villager, 'GET', '/api/order-rules'))
    const told = items.find((one: { orderRuleId: string }) => one.orderRuleId === orderRuleId)
    expect(told.sentences.join('')).toContain('40 公斤')
    expect(told.sentences.join('')).not.toContain('40000 件')
    const adopt = `/api/order-rules/${orderRuleId}/adopt`
    await done(call(test, village.publisher, 'POST', adopt, { resolution: carried }))
    const jobs = greens(test, orderRuleId, { unit: 'hour' })
    expect(await refused(call(test, village.drafter, 'POST', '/api/offers', jobs))).toBe(
      '400 order_rule_other_unit',
    )
    await done(call(test, village.drafter, 'POST', '/api/offers', greens(test, orderRuleId)))
  })

  it('says in which unit its amount is meant, and has a name of its own', async () => {
    const rule = {
      ...lot.rule,
      precedence: { by: 'honour_less_received', halfAtQuantity: 60_000 },
    }
    const named = { nameZh: '得过的折半', nameEn: 'Half after having had some', rule }
    expect(await refused(draft(village.drafter, named))).toBe('400 order_rule_without_unit')
    await done(draft(village.drafter, { ...named, unit: 'kg' }))
    const again = { ...lot, nameZh: '抽签定', nameEn: named.nameEn }
    expect(await refused(draft(village.publisher, again))).toBe('409 order_rule_name_taken')
    const rivals = await Promise.all(
      Array.from({ length: 4 }, () => draft(village.drafter, { ...lot, nameZh: '同名的' })),
    )
    const won = rivals.filter(({ statusCode }) => statusCode === 200)
    expect([won.length, rivals.length]).toEqual([1, 4])
  })

  it('is the committee’s or the operator’s to make, and says what is wrong with it', async () => {
    expect(await refused(draft(null, lot))).toBe('401 not_signed_in')
    expect(await refused(draft(villager, lot))).toBe('403 role_required')
    const wrong = { ...lot, rule: { schema: 'azalea-order-rule/1' } }
    expect(await refused(draft(village.drafter, wrong))).toBe('400 order_rule_wrong')
  })
})
