import { afterAll, describe, expect, it } from 'vitest'
import { createBenefitsVillage } from '../../../../test/benefits-village.ts'
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

  it('is the committee’s or the operator’s to make, and says what is wrong with it', async () => {
    expect(await refused(draft(null, lot))).toBe('401 not_signed_in')
    expect(await refused(draft(villager, lot))).toBe('403 role_required')
    const wrong = { ...lot, rule: { schema: 'azalea-order-rule/1' } }
    expect(await refused(draft(village.drafter, wrong))).toBe('400 order_rule_wrong')
  })
})
