import { sql } from 'kysely'
import type { Db } from '../../../../platform/database/database.ts'
import type { AdoptionTables, Outcome } from '../tables.ts'

const tables = (db: Db) => db.withTables<AdoptionTables>()
type Row = AdoptionTables['adoption_offer']

export interface AdoptionOffer {
  readonly offerId: string
  readonly plotId: string
  readonly growingSeasonId: string
  readonly kind: Row['kind']
  readonly nameZh: string
  readonly nameEn: string | null
  readonly wordsZh: string
  readonly wordsEn: string | null
  readonly priceFen: number
  readonly shareCount: number
  readonly crop: string
  readonly unit: Row['unit']
  readonly part: Row['part']
  readonly partAmount: number
  readonly edition: number
  readonly proposedBy: string
  readonly proposerHouseholdId: string | null
  readonly proposedAt: Date
  readonly confirmedAt: Date | null
  readonly outcome: Outcome | null
  readonly nextOfferId: string | null
  readonly settledAt: Date | null
}

export async function insertOffer(
  db: Db,
  villageId: string,
  offer: Omit<AdoptionOffer, 'confirmedAt' | 'outcome' | 'nextOfferId' | 'settledAt'>,
): Promise<void> {
  await tables(db)
    .insertInto('adoption_offer')
    .values({
      village_id: villageId,
      offer_id: offer.offerId,
      plot_id: offer.plotId,
      growing_season_id: offer.growingSeasonId,
      kind: offer.kind,
      name_zh: offer.nameZh,
      name_en: offer.nameEn,
      words_zh: offer.wordsZh,
      words_en: offer.wordsEn,
      price_fen: offer.priceFen,
      share_count: offer.shareCount,
      crop: offer.crop,
      unit: offer.unit,
      part: offer.part,
      part_amount: offer.partAmount,
      edition: offer.edition,
      proposed_by: offer.proposedBy,
      proposer_household_id: offer.proposerHouseholdId,
      proposed_at: offer.proposedAt,
      confirmed_by: null,
      confirmed_at: null,
      outcome: null,
      next_offer_id: null,
      settled_by: null,
      settled_at: null,
    })
    .execute()
}

const offersOf = (db: Db, villageId: string) =>
  tables(db).selectFrom('adoption_offer').selectAll().where('village_id', '=', villageId)

/** All of a village, the newest first. */
export async function selectOffers(db: Db, villageId: string): Promise<AdoptionOffer[]> {
  const rows = await offersOf(db, villageId).orderBy('proposed_at', 'desc').limit(500).execute()
  return rows.map(presented)
}

export async function selectOffer(
  db: Db,
  villageId: string,
  offerId: string,
): Promise<AdoptionOffer | null> {
  const row = await offersOf(db, villageId).where('offer_id', '=', offerId).executeTakeFirst()
  return row === undefined ? null : presented(row)
}

/** Locked until the commit: who takes a share, delivers of it or settles it, comes one after another. */
export async function lockOffer(
  db: Db,
  villageId: string,
  offerId: string,
): Promise<AdoptionOffer | null> {
  const row = await offersOf(db, villageId)
    .where('offer_id', '=', offerId)
    .forUpdate()
    .executeTakeFirst()
  return row === undefined ? null : presented(row)
}

export async function setConfirmed(
  db: Db,
  villageId: string,
  offerId: string,
  confirmed: { readonly by: string; readonly at: Date },
): Promise<void> {
  await tables(db)
    .updateTable('adoption_offer')
    .set({ confirmed_by: confirmed.by, confirmed_at: confirmed.at })
    .where('village_id', '=', villageId)
    .where('offer_id', '=', offerId)
    .execute()
}

export async function setSettled(
  db: Db,
  villageId: string,
  offerId: string,
  settled: {
    readonly outcome: Outcome
    readonly nextOfferId: string | null
    readonly by: string
    readonly at: Date
  },
): Promise<void> {
  await tables(db)
    .updateTable('adoption_offer')
    .set({
      outcome: settled.outcome,
      next_offer_id: settled.nextOfferId,
      settled_by: settled.by,
      settled_at: settled.at,
    })
    .where('village_id', '=', villageId)
    .where('offer_id', '=', offerId)
    .execute()
}

export async function insertHarvest(
  db: Db,
  villageId: string,
  harvest: {
    readonly entryId: string
    readonly offerId: string
    readonly quantity: number
    readonly harvestedOn: string
    readonly enteredBy: string
    readonly enteredAt: Date
  },
): Promise<void> {
  await tables(db)
    .insertInto('adoption_harvest')
    .values({
      village_id: villageId,
      entry_id: harvest.entryId,
      offer_id: harvest.offerId,
      quantity: harvest.quantity,
      harvested_on: harvest.harvestedOn,
      entered_by: harvest.enteredBy,
      entered_at: harvest.enteredAt,
    })
    .execute()
}

export interface OfferSums {
  readonly harvested: number
  readonly delivered: number
  /** Shares that are somebody's, paid for or not yet. */
  readonly taken: number
}

/** What was harvested of an offer, delivered of it, and is taken. */
export async function sumOffer(db: Db, villageId: string, offerId: string): Promise<OfferSums> {
  const { rows } = await sql<{ harvested: number; delivered: number; taken: number }>`
    SELECT
      (SELECT coalesce(sum(quantity), 0)::bigint FROM adoption_harvest
        WHERE village_id = ${villageId} AND offer_id = ${offerId}::uuid) AS harvested,
      (SELECT coalesce(sum(quantity), 0)::bigint FROM adoption_delivery
        JOIN adoption USING (village_id, adoption_id)
        WHERE village_id = ${villageId} AND offer_id = ${offerId}::uuid) AS delivered,
      (SELECT count(*)::int FROM adoption
        WHERE village_id = ${villageId} AND offer_id = ${offerId}::uuid
          AND state <> 'lapsed') AS taken`.execute(db)
  const [row] = rows
  return {
    harvested: Number(row?.harvested ?? 0),
    delivered: Number(row?.delivered ?? 0),
    taken: Number(row?.taken ?? 0),
  }
}

function presented(row: Row): AdoptionOffer {
  return {
    offerId: row.offer_id,
    plotId: row.plot_id,
    growingSeasonId: row.growing_season_id,
    kind: row.kind,
    nameZh: row.name_zh,
    nameEn: row.name_en,
    wordsZh: row.words_zh,
    wordsEn: row.words_en,
    priceFen: row.price_fen,
    shareCount: row.share_count,
    crop: row.crop,
    unit: row.unit,
    part: row.part,
    partAmount: row.part_amount,
    edition: row.edition,
    proposedBy: row.proposed_by,
    proposerHouseholdId: row.proposer_household_id,
    proposedAt: row.proposed_at,
    confirmedAt: row.confirmed_at,
    outcome: row.outcome,
    nextOfferId: row.next_offer_id,
    settledAt: row.settled_at,
  }
}
