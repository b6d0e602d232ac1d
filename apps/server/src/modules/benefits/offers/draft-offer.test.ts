import { addCivilDays, civilDay } from '@azalea/text'
import { afterAll, describe, expect, it } from 'vitest'
import { adoptedRule, createBenefitsVillage, greens } from '../../../../test/benefits-village.ts'
import { sentTwice } from '../../../../test/once-per-key.ts'
import { done, refused } from '../../../../test/participation-village.ts'
import { addPerson, call, createTestServer, type TestPerson } from '../../../../test/server.ts'

const test = await createTestServer()
const village = await createBenefitsVillage(test)
const orderRuleId = await adoptedRule(test, village)
const villager = await addPerson(test)
afterAll(() => test.close())

const draft = (who: TestPerson | null, change: Record<string, unknown> = {}, key?: string) => {
  const body = greens(test, orderRuleId, change)
  return call(test, who, 'POST', '/api/offers', body, key === undefined ? {} : { key })
}

describe('a draft of an offer', () => {
  it('is kept once for one key, and shown to no villager', async () => {
    const { offerId } = (await sentTwice(test, (key) => draft(village.drafter, {}, key))).json()
    const { rows } = await test.owner.query('SELECT offer_id, state FROM offer')
    expect(rows).toEqual([{ offer_id: offerId, state: 'draft' }])
    const seen = call(test, villager, 'GET', `/api/offers/${offerId}`)
    expect(await refused(seen)).toBe('404 unknown_offer')
    expect(await refused(draft(null))).toBe('401 not_signed_in')
    const elsewhere = call(test, null, 'GET', '/api/villages/330109999999/offers')
    expect(await refused(elsewhere)).toBe('404 unknown_village')
    expect(await refused(draft(villager))).toBe('403 role_required')
  })

  it('never touches a right, nor promises what its times and amounts do not hold', async () => {
    const right = await draft(village.drafter, { titleZh: '低保名额五个' })
    expect(right.json()).toMatchObject({ code: 'offer_touches_right' })
    expect(right.json().detail).toMatch(/第二十七条/)
    const closesOn = addCivilDays(civilDay(test.clock.now()), 1)
    await done(draft(village.drafter, { honourSince: civilDay(test.clock.now()) }))
    for (const [change, refusal] of [
      [{ closesAt: test.clock.now().toISOString() }, '400 offer_times_wrong'],
      [{ mostQuantity: 100_001 }, '400 offer_amounts_wrong'],
      [{ honourSince: closesOn }, '400 offer_honour_since_late'],
      [{ groupNos: [7] }, '400 unknown_group'],
      [{ orderRuleId: test.server.newId() }, '404 unknown_order_rule'],
    ] as const)
      expect(await refused(draft(village.drafter, change))).toBe(refusal)
  })
})
