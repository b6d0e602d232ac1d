import { afterAll, describe, expect, it } from 'vitest'
import {
  adoptedRule,
  claim,
  createBenefitsVillage,
  nextMorning,
  publishedOffer,
  run,
} from '../../../../test/benefits-village.ts'
import { outcomesOf, sentTwice } from '../../../../test/once-per-key.ts'
import { done, refused } from '../../../../test/participation-village.ts'
import { addPerson, call, createTestServer, type TestPerson } from '../../../../test/server.ts'

const test = await createTestServer()
const village = await createBenefitsVillage(test)
const orderRuleId = await adoptedRule(test, village)
const villager = await addPerson(test)
afterAll(() => test.close())

const cancelBy = (who: TestPerson | null, offerId: string, key?: string) => {
  const url = `/api/offers/${offerId}/cancel`
  return call(test, who, 'POST', url, { reason: '冻坏了' }, key === undefined ? {} : { key })
}

describe('an offer', () => {
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

  it('is cancelled once for one key, by the committee or the operator', async () => {
    const offerId = await publishedOffer(test, village, orderRuleId)
    expect(await refused(cancelBy(null, offerId))).toBe('401 not_signed_in')
    expect(await refused(cancelBy(villager, offerId))).toBe('403 role_required')
    expect(await refused(cancelBy(village.drafter, test.server.newId()))).toBe('404 unknown_offer')
    await done(claim(test, villager, offerId, 5000))
    await sentTwice(test, (key) => cancelBy(village.drafter, offerId, key))
  })

  it('holds no claim that was refused, where it is cancelled at the moment of a claim', async () => {
    const offerId = await publishedOffer(test, village, orderRuleId)
    const both = [claim(test, villager, offerId, 5000), cancelBy(village.drafter, offerId)]
    const outcomes = await outcomesOf(both)
    const { rows } = await test.owner.query('SELECT FROM offer_claim WHERE offer_id = $1', [
      offerId,
    ])
    expect(outcomes).toEqual(rows.length === 1 ? ['done', 'done'] : ['done', 'offer_cancelled'])
  })

  it('is not cancelled once its claims have closed', async () => {
    const offerId = await publishedOffer(test, village, orderRuleId)
    await nextMorning(test)
    test.clock.set(new Date(`${test.clock.now().toISOString().slice(0, 10)}T09:00:00Z`))
    expect(await refused(cancelBy(village.drafter, offerId))).toBe('409 offer_not_cancellable')
    await run(test)
    expect(await refused(cancelBy(village.drafter, offerId))).toBe('409 offer_not_cancellable')
  })
})
