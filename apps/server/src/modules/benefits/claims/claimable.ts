import type { Db } from '../../../platform/database/database.ts'
import type { Refusal } from '../../../platform/refusal.ts'
import { readHouseholdGroups } from '../../community/index.ts'
import type { Offer } from '../offers/offer.store.ts'
import { refuse } from '../refusals.ts'

/** Why nothing can be claimed, changed or withdrawn now; null when it can. */
export function whyNotClaimable(offer: Offer, now: Date): Refusal | null {
  if (offer.state === 'draft') return refuse('unknown_offer')
  if (offer.state === 'cancelled') return refuse('offer_cancelled')
  if (offer.state !== 'published' || offer.closesAt <= now) return refuse('claims_closed')
  return offer.opensAt > now ? refuse('claims_not_open') : null
}

/** Whether an offer is for households of this one's group. */
export async function isForGroupOf(
  db: Db,
  villageId: string,
  { groupNos }: Offer,
  householdId: string,
): Promise<boolean> {
  if (groupNos.length === 0) return true
  const group = (await readHouseholdGroups(db, villageId, [householdId])).get(householdId)
  return group !== undefined && groupNos.includes(group.groupNo)
}
