import type { Db } from '../../../platform/database/database.ts'
import type { Offer } from '../offers/offer.store.ts'
import { selectRuleOfOffer, type OrderRuleRow } from './order-rule.store.ts'

/** The rule of order of an offer that there is. @throws Error when it is missing */
export async function ruleOf(
  db: Db,
  villageId: string,
  { offerId }: Pick<Offer, 'offerId'>,
): Promise<OrderRuleRow> {
  const rule = await selectRuleOfOffer(db, villageId, offerId)
  if (rule === null) throw new Error(`the rule of order of offer ${offerId} is missing`)
  return rule
}
