import { auditOf } from './audited-log.ts'
import {
  adoptedRule,
  claim,
  createBenefitsVillage,
  drawTomorrow,
  offerOf,
  publishedOffer,
} from './benefits-village.ts'
import { done } from './participation-village.ts'
import { createScoringVillage, score } from './scoring-village.ts'
import { addPerson, call, createTestServer, VILLAGE, type TestPerson } from './server.ts'

/** A village with honour to come first by, a rule of order, and somebody who judges turns. */
export async function createQueueVillage() {
  const test = await createTestServer()
  const { committee: judge } = await createScoringVillage(test)
  const village = await createBenefitsVillage(test)
  const orderRuleId = await adoptedRule(test, village)

  /** Three households in this order, of which two are called for all there is. */
  const drawnQueue = async () => {
    const [first, second, third] = [
      await addPerson(test),
      await addPerson(test),
      await addPerson(test),
    ]
    await score(test, first, { itemRef: 'small-high', sourceKind: 'attendance' })
    await score(test, second, { itemRef: 'small-low', sourceKind: 'attendance' })
    const offerId = await publishedOffer(test, village, orderRuleId)
    for (const person of [first, second, third]) await done(claim(test, person, offerId, 50_000))
    await drawTomorrow(test)
    return { offerId, first, second, third }
  }

  return {
    test,
    village,
    judge,
    orderRuleId,
    drawnQueue,
    dispute: (person: TestPerson | null, offerId: string, place: number, key?: string) => {
      const body = { place, words: '他家已经不种菜了。' }
      const url = `/api/offers/${offerId}/objections`
      return call(test, person, 'POST', url, body, key === undefined ? {} : { key })
    },
    decide: (
      person: TestPerson | null,
      objectionId: string,
      outcome: 'upheld' | 'dismissed',
      key?: string,
    ) => {
      const body = { outcome, reasons: '查过了。' }
      const url = `/api/turn-objections/${objectionId}/decide`
      return call(test, person, 'POST', url, body, key === undefined ? {} : { key })
    },
    turnOf: async (person: TestPerson, offerId: string) =>
      (await offerOf(test, person, offerId)).ownTurn,
    /** What a stranger's audit finds, but for households of the fixture, which have no records. */
    findings: async () => {
      const { findings } = await auditOf(test.database, VILLAGE, test.clock.now())
      const unfounded = /knows no household|joined is not as logged/
      return findings.filter(({ detail }) => !unfounded.test(detail))
    },
  }
}
