import type { Db } from '../../../platform/database/database.ts'
import type { OfferState } from '../tables.ts'
import { selectOffersById } from './offer.store.ts'

/** What who built something on an offer shows of it. */
export interface OfferBrief {
  readonly offerId: string
  readonly titleZh: string
  readonly titleEn: string | null
  readonly state: OfferState
  readonly closesAt: Date
  /** In the small measure of its unit. */
  readonly supplyQuantity: number
}

/** Offers by their ids, drafts too. */
export async function readOffersById(
  db: Db,
  villageId: string,
  offerIds: readonly string[],
): Promise<ReadonlyMap<string, OfferBrief>> {
  return selectOffersById(db, villageId, offerIds)
}
