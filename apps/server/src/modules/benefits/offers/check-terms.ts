import { lintOffer } from '@azalea/scoring'
import { addCivilDays, civilDay, startOfCivilDay } from '@azalea/text'
import type { Db } from '../../../platform/database/database.ts'
import { selectGroups } from '../../community/index.ts'
import { selectOrderRules, type OrderRuleRow } from '../order-rules/order-rule.store.ts'
import { refuse } from '../refusals.ts'
import { isOneMeasure } from '../say-quantity.ts'
import type { OfferTerms } from './offer.store.ts'

const CLOSES_WITHIN_DAYS = 92

/**
 * Holds an offer against the law and the village: its words, its times, its amounts, its rule.
 * @returns the rule of order
 * @throws Refusal 'offer_touches_right', 'offer_times_wrong', 'offer_honour_since_late', 'offer_amounts_wrong',
 *   'offer_ages_wrong', 'unknown_order_rule', 'order_rule_not_adopted', 'order_rule_other_unit', 'unknown_group'
 */
export async function checkTerms(
  db: Db,
  villageId: string,
  terms: OfferTerms,
  now: Date,
): Promise<OrderRuleRow> {
  const { titleZh, titleEn, wordsZh, wordsEn, opensAt, closesAt } = terms
  const [reason] = lintOffer([titleZh, wordsZh, titleEn ?? '', wordsEn ?? ''])
  if (reason !== undefined) {
    const { messageZh: zh, messageEn: en, article } = reason
    throw refuse('offer_touches_right', { zh, en, article })
  }
  const latest = startOfCivilDay(addCivilDays(civilDay(now), CLOSES_WITHIN_DAYS))
  if (closesAt <= opensAt || closesAt <= now || closesAt > latest)
    throw refuse('offer_times_wrong', { days: CLOSES_WITHIN_DAYS })
  const { honourSince } = terms
  if (honourSince !== null && honourSince >= civilDay(closesAt))
    throw refuse('offer_honour_since_late', { date: honourSince })
  if (terms.mostQuantity > terms.supplyQuantity) throw refuse('offer_amounts_wrong')
  const { claimant, ageFrom, ageTo } = terms
  const areTurned = ageFrom !== null && ageTo !== null && ageFrom > ageTo
  if (areTurned || (claimant === 'household' && (ageFrom ?? ageTo) !== null))
    throw refuse('offer_ages_wrong')
  const known = await selectGroups(db, villageId)
  const stranger = terms.groupNos.find((no) => !known.has(no))
  if (stranger !== undefined) throw refuse('unknown_group', { no: stranger })
  const rule = (await selectOrderRules(db, villageId, [terms.orderRuleId])).get(terms.orderRuleId)
  if (rule === undefined) throw refuse('unknown_order_rule')
  if (rule.state !== 'adopted') throw refuse('order_rule_not_adopted')
  if (rule.unit !== null && !isOneMeasure(rule.unit, terms.unit))
    throw refuse('order_rule_other_unit')
  return rule
}
