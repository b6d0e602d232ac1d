import type { Db } from '../../../platform/database/database.ts'
import type { Refusal } from '../../../platform/refusal.ts'
import { civilDay } from '@azalea/text'
import { AGE_OF_MAJORITY_YEARS, readAgeIn, readHouseholdGroups } from '../../community/index.ts'
import type { Offer } from '../offers/offer.store.ts'
import { refuse } from '../refusals.ts'

/** Why nothing can be claimed, changed or withdrawn now; null when it can. */
export function whyNotClaimable(offer: Offer, now: Date): Refusal | null {
  if (offer.state === 'draft') return refuse('unknown_offer')
  if (offer.state === 'cancelled') return refuse('offer_cancelled')
  if (offer.state !== 'published' || offer.closesAt <= now) return refuse('claims_closed')
  return offer.opensAt > now ? refuse('claims_not_open') : null
}

/** Why an offer is not for this household, or this member of it; null when it is. */
export async function whyNotClaimant(
  db: Db,
  villageId: string,
  offer: Offer,
  { personId, householdId }: { readonly personId: string; readonly householdId: string },
): Promise<Refusal | null> {
  const { groupNos, claimant, ageFrom, ageTo } = offer
  if (groupNos.length > 0) {
    const group = (await readHouseholdGroups(db, villageId, [householdId])).get(householdId)
    if (group === undefined || !groupNos.includes(group.groupNo))
      return refuse('claim_not_for_group')
  }
  if (claimant === 'household') return null
  const year = Number(civilDay(offer.closesAt).slice(0, 4))
  const age = await readAgeIn(db, villageId, personId, year)
  // Who has no known year of birth is grown, and of no age that an offer could ask for.
  const isOfAge =
    age === null
      ? ageFrom === null && ageTo === null
      : age >= (ageFrom ?? AGE_OF_MAJORITY_YEARS) && age <= (ageTo ?? age)
  return isOfAge ? null : refuse('claim_not_for_age')
}
