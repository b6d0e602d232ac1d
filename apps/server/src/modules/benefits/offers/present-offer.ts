import { describeOrderRule } from '@azalea/scoring/order'
import { inLanguage, type Language } from '../../../platform/http/language.ts'
import type { Claim } from '../claims/claim.store.ts'
import type { OrderRuleRow } from '../order-rules/order-rule.store.ts'
import { inUnit } from '../say-quantity.ts'
import type { KeptTurn } from '../turns/kept-turn.store.ts'
import type { QueueTurn } from '../turns/turn.store.ts'
import type { Offer } from './offer.store.ts'

/** What stands in every list. */
export function presentBrief(offer: Offer, claims: number, language: Language) {
  const { offerId, kind, titleZh, titleEn, unit, claimant, state } = offer
  return {
    offerId,
    kind,
    title: inLanguage(language, titleZh, titleEn),
    unit,
    claimant,
    supplyQuantity: offer.supplyQuantity,
    mostQuantity: offer.mostQuantity,
    opensAt: offer.opensAt.toISOString(),
    closesAt: offer.closesAt.toISOString(),
    state,
    claims,
  }
}

/** What was offered and by which rule, and how the queue came about. */
export function presentTerms(offer: Offer, rule: OrderRuleRow, language: Language) {
  const { floorQuantity, keptLeftQuantity, keptSettledAt } = offer
  return {
    words: inLanguage(language, offer.wordsZh, offer.wordsEn),
    ruleName: inLanguage(language, rule.nameZh, rule.nameEn),
    ruleSentences: describeOrderRule(rule.rule, language, inUnit(offer.unit, language)),
    honourSince: offer.honourSince,
    groupNos: [...offer.groupNos],
    ageFrom: offer.ageFrom,
    ageTo: offer.ageTo,
    answerWithinDays: offer.answerWithinDays,
    publishes: offer.publishes,
    cancelReason: offer.cancelReason,
    announcedAt: offer.announcedAt?.toISOString() ?? null,
    honourThrough: offer.honourThrough,
    queueHash: offer.queueHash,
    drawnAt: offer.drawnAt?.toISOString() ?? null,
    checkpoint: offer.checkpoint,
    leftQuantity: offer.leftQuantity,
    floorQuantity,
    keptTakenQuantity:
      keptSettledAt === null || floorQuantity === null
        ? null
        : floorQuantity - (keptLeftQuantity ?? 0),
  }
}

export function presentClaim(claim: Claim, enteredByName: string | null) {
  const { wantedQuantity, leastQuantity, changedAt } = claim
  return { wantedQuantity, leastQuantity, enteredByName, changedAt: changedAt.toISOString() }
}

export function presentTurn({ place, givenQuantity, state, dueOn, isDisputed }: QueueTurn) {
  return { place, quantity: givenQuantity, state, dueOn, isDisputed }
}

export function presentKept({ givenQuantity, state, dueOn }: KeptTurn) {
  return { quantity: givenQuantity, state, dueOn }
}
