import { sha256Text } from '../sha256-text.ts'
import type { OfferKind, OfferUnit } from '@azalea/scoring/order'
import type { Db } from '../../../platform/database/database.ts'
import { selectPastClaims, selectPastOffers, type PastOffer } from './past-offer.store.ts'

/** More claims than a comparison needs to be fair; of more the oldest offers are left out. */
const MOST_CLAIMS = 200_000

/** a year's claims of one kind of offer, in columns: a thread takes them without a copy. */
export interface YearClaims {
  /** The oldest first; each has as many claims as stand behind it, one offer's after another's. */
  readonly offers: readonly {
    readonly seed: string
    readonly supplyQuantity: number
    readonly claims: number
  }[]
  /** Of `householdIds`, ascending inside an offer. */
  readonly household: Int32Array
  readonly honourHundredths: Float64Array
  readonly wantedQuantity: Float64Array
  readonly leastQuantity: Float64Array
}

export interface PastYear {
  readonly claims: YearClaims
  /** By their number in the columns, ascending. */
  readonly householdIds: readonly string[]
  readonly leftOutOffers: number
}

/** What was claimed of a kind of offer since then, with the honour that counted each time. */
export async function readPastYear(
  db: Db,
  villageId: string,
  of: { kind: OfferKind; unit: OfferUnit; since: Date },
): Promise<PastYear> {
  const all = await selectPastOffers(db, villageId, of)
  const offers = newestWithin(all, MOST_CLAIMS)
  const total = offers.reduce((sum, { claims }) => sum + claims, 0)
  const householdOf: string[] = []
  const columns = {
    honourHundredths: new Float64Array(total),
    wantedQuantity: new Float64Array(total),
    leastQuantity: new Float64Array(total),
  }
  for (const { offerId } of offers) {
    const at = householdOf.length
    const past = await selectPastClaims(db, villageId, offerId)
    householdOf.push(...past.householdIds)
    columns.honourHundredths.set(past.honourHundredths, at)
    columns.wantedQuantity.set(past.wantedQuantities, at)
    columns.leastQuantity.set(past.leastQuantities, at)
  }
  const householdIds = [...new Set(householdOf)].toSorted()
  const numbers = new Map(householdIds.map((id, no) => [id, no]))
  return {
    claims: {
      ...columns,
      offers: offers.map(({ supplyQuantity, checkpoint, claims }) => ({
        seed: sha256Text(checkpoint),
        supplyQuantity,
        claims,
      })),
      household: Int32Array.from(householdOf, (id) => numbers.get(id) ?? 0),
    },
    householdIds,
    leftOutOffers: all.length - offers.length,
  }
}

function newestWithin(offers: readonly PastOffer[], most: number): readonly PastOffer[] {
  let claims = 0
  const from = offers.findLastIndex((offer) => {
    claims += offer.claims
    return claims > most
  })
  return offers.slice(from + 1)
}
