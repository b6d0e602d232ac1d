import { afterAll, describe, expect, it } from 'vitest'
import {
  adoptedRule,
  claim,
  createBenefitsVillage,
  greens,
} from '../../../../test/benefits-village.ts'
import { outcomesOf, sentTwice } from '../../../../test/once-per-key.ts'
import { done, refused } from '../../../../test/participation-village.ts'
import { addPerson, call, createTestServer, type TestPerson } from '../../../../test/server.ts'

const test = await createTestServer()
const village = await createBenefitsVillage(test)
const orderRuleId = await adoptedRule(test, village)
const villager = await addPerson(test)
afterAll(() => test.close())

const draft = () =>
  done(call(test, village.drafter, 'POST', '/api/offers', greens(test, orderRuleId)))
const publish = (who: TestPerson | null, offerId: string, key?: string) =>
  call(test, who, 'POST', `/api/offers/${offerId}/publish`, undefined, key ? { key } : {})

describe('an offer', () => {
  it('is published by another household than drafted it', async () => {
    const { offerId } = await draft()
    expect(await refused(publish(village.drafter, offerId))).toBe('403 own_offer_draft')
    expect(await refused(claim(test, villager, offerId, 5000))).toBe('404 unknown_offer')
    await done(publish(village.publisher, offerId))
    expect(await refused(publish(village.publisher, offerId))).toBe('409 offer_not_draft')
  })

  it('is published once for one key, and once where two publish at one moment', async () => {
    const third = await addPerson(test, { roles: ['committee'] })
    const [first, second] = [await draft(), await draft()]
    expect(await refused(publish(null, first.offerId))).toBe('401 not_signed_in')
    expect(await refused(publish(villager, first.offerId))).toBe('403 role_required')
    expect(await refused(publish(third, test.server.newId()))).toBe('404 unknown_offer')
    await sentTwice(test, (key) => publish(third, first.offerId, key))
    const both = [village.publisher, third].map((who) => publish(who, second.offerId))
    expect(await outcomesOf(both)).toEqual(['done', 'offer_not_draft'])
  })

  it.each([
    ['a villager', '/api/offers', villager],
    ['anybody', `/api/villages/${villager.villageId}/offers`, null],
    ['the desk', '/api/offer-desk', village.drafter],
  ] as const)('is in the list of %s, read to its end page by page', async (_, path, who) => {
    await done(publish(village.publisher, (await draft()).offerId))
    const page = (asked: string) => done(call(test, who, 'GET', `${path}?${asked}`))
    const whole = await page('limit=100')
    expect(whole.items.length).toBeGreaterThan(2)
    expect(whole.nextCursor).toBeNull()
    const read: { offerId: string }[] = []
    for (let cursor: string | null = ''; cursor !== null;) {
      const next: { items: typeof read; nextCursor: string | null } = await page(
        `limit=2${cursor === '' ? '' : `&cursor=${cursor}`}`,
      )
      read.push(...next.items)
      cursor = next.nextCursor
    }
    expect(read).toEqual(whole.items)
  })
})
