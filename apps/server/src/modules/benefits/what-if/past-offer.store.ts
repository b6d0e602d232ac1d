import type { OfferKind, OfferUnit } from '@azalea/scoring/order'
import { sql } from 'kysely'
import type { Db } from '../../../platform/database/database.ts'

/** An offer that was drawn, with what it takes to share it out again. */
export interface PastOffer {
  readonly offerId: string
  readonly supplyQuantity: number
  /** Its SHA-256 is the seed. */
  readonly checkpoint: string
  readonly claims: number
}

/** The offers of a kind that were drawn since then, the oldest first. */
export async function selectPastOffers(
  db: Db,
  villageId: string,
  { kind, unit, since }: { kind: OfferKind; unit: OfferUnit; since: Date },
): Promise<PastOffer[]> {
  const { rows } = await sql<{
    offer_id: string
    supply_quantity: number
    checkpoint: string
    claims: number
  }>`
    SELECT offer_id, supply_quantity, checkpoint, (
      SELECT count(*)::int FROM offer_turn
      WHERE offer_turn.village_id = offer.village_id AND offer_turn.offer_id = offer.offer_id
    ) AS claims
    FROM offer
    WHERE village_id = ${villageId} AND kind = ${kind} AND unit = ${unit}
      AND drawn_at >= ${since} AND checkpoint IS NOT NULL
    ORDER BY drawn_at, offer_id`.execute(db)
  return rows.map((row) => ({
    offerId: row.offer_id,
    supplyQuantity: row.supply_quantity,
    checkpoint: row.checkpoint,
    claims: row.claims,
  }))
}

/** The claims of an offer, with the honour that counted, in columns of one order: of persons several of a household. */
export interface PastClaims {
  readonly householdIds: readonly string[]
  readonly honourHundredths: readonly number[]
  readonly wantedQuantities: readonly number[]
  readonly leastQuantities: readonly number[]
}

/** Column by column, so that many claims are not as many rows to take apart. */
export async function selectPastClaims(
  db: Db,
  villageId: string,
  offerId: string,
): Promise<PastClaims> {
  const { rows } = await sql<{
    households: string[] | null
    honour: number[] | null
    wanted: number[] | null
    least: number[] | null
  }>`
    SELECT json_agg(turn.household_id ORDER BY turn.household_id, holder_id) AS households,
      json_agg(honour_hundredths ORDER BY turn.household_id, holder_id) AS honour,
      json_agg(wanted_quantity ORDER BY turn.household_id, holder_id) AS wanted,
      json_agg(least_quantity ORDER BY turn.household_id, holder_id) AS least
    FROM offer_turn AS turn JOIN offer_claim USING (village_id, offer_id, holder_id)
    WHERE village_id = ${villageId} AND offer_id = ${offerId}`.execute(db)
  const [row] = rows
  return {
    householdIds: row?.households ?? [],
    honourHundredths: row?.honour ?? [],
    wantedQuantities: row?.wanted ?? [],
    leastQuantities: row?.least ?? [],
  }
}
