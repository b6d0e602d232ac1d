import type { OfferClaimant, OfferKind, OfferUnit } from '@azalea/scoring/order'
import { sql } from 'kysely'
import type { Db } from '../../../platform/database/database.ts'
import {
  inPage,
  term,
  type Listed,
  type ListOrders,
  type PageOrder,
} from '../../../platform/database/list-order.ts'
import type { BenefitsTables, OfferState } from '../tables.ts'

const tables = (db: Db) => db.withTables<BenefitsTables>()

/** What an offer says. */
export interface OfferTerms {
  readonly kind: OfferKind
  readonly titleZh: string
  readonly titleEn: string | null
  readonly wordsZh: string
  readonly wordsEn: string | null
  readonly unit: OfferUnit
  /** Who claims: a household once, or each grown member for themselves. */
  readonly claimant: OfferClaimant
  /** Of persons: how old in the year of the close; null: all who are grown. */
  readonly ageFrom: number | null
  readonly ageTo: number | null
  /** In the small measure of the unit, as all amounts. */
  readonly supplyQuantity: number
  /** Of one claim. */
  readonly mostQuantity: number
  readonly orderRuleId: string
  /** The first day whose honour counts; null: all. */
  readonly honourSince: string | null
  /** Empty: all. */
  readonly groupNos: readonly number[]
  readonly opensAt: Date
  readonly closesAt: Date
  readonly answerWithinDays: number
  readonly publishes: 'masked_names' | 'places_only'
}

export interface Offer extends OfferTerms {
  readonly offerId: string
  readonly state: OfferState
  readonly draftedBy: string
  readonly publishedBy: string | null
  readonly publishedAt: Date | null
  readonly announcedAt: Date | null
  /** The announcement: the checkpoint that first covers it is the seed. */
  readonly announcedRecordId: string | null
  /** SHA-256 of the announced queue, hexadecimal. */
  readonly queueHash: string | null
  readonly honourThrough: string | null
  readonly drawnAt: Date | null
  readonly checkpoint: string | null
  readonly leftQuantity: number | null
  readonly floorQuantity: number | null
  readonly settledAt: Date | null
  /** What is left of the share that is kept for protected households. */
  readonly keptLeftQuantity: number | null
  readonly keptSettledAt: Date | null
  readonly cancelReason: string | null
}

export async function insertOffer(
  db: Db,
  villageId: string,
  offer: OfferTerms & {
    readonly offerId: string
    readonly draftedBy: string
    readonly draftedAt: Date
  },
): Promise<void> {
  await tables(db)
    .insertInto('offer')
    .values({
      village_id: villageId,
      offer_id: offer.offerId,
      kind: offer.kind,
      title_zh: offer.titleZh,
      title_en: offer.titleEn,
      words_zh: offer.wordsZh,
      words_en: offer.wordsEn,
      unit: offer.unit,
      claimant: offer.claimant,
      age_from: offer.ageFrom,
      age_to: offer.ageTo,
      supply_quantity: offer.supplyQuantity,
      most_quantity: offer.mostQuantity,
      order_rule_id: offer.orderRuleId,
      honour_since: offer.honourSince,
      group_nos: [...offer.groupNos],
      opens_at: offer.opensAt,
      closes_at: offer.closesAt,
      answer_within_days: offer.answerWithinDays,
      publishes: offer.publishes,
      state: 'draft',
      drafted_by: offer.draftedBy,
      drafted_at: offer.draftedAt,
    })
    .execute()
}

/** An offer, held until the commit: whatever moves its queue does so one after another. */
export async function lockOffer(db: Db, villageId: string, offerId: string): Promise<Offer | null> {
  const row = await offerQuery(db, villageId)
    .where('offer_id', '=', offerId)
    .forUpdate()
    .executeTakeFirst()
  return row ? toOffer(row) : null
}

/** An offer whose claims nobody freezes until the commit; others claim beside. */
export async function lockOfferShared(
  db: Db,
  villageId: string,
  offerId: string,
): Promise<Offer | null> {
  const row = await offerQuery(db, villageId)
    .where('offer_id', '=', offerId)
    .forShare()
    .executeTakeFirst()
  return row ? toOffer(row) : null
}

/** Offers of a kind are frozen and settled one after another, whoever's server does it. */
export async function lockQueues(db: Db, villageId: string): Promise<void> {
  const key = `queues ${villageId}`
  await sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`.execute(db)
}

/** These offers, by id. */
export async function selectOffersById(
  db: Db,
  villageId: string,
  ids: readonly string[],
): Promise<Map<string, Offer>> {
  const rows = await offerQuery(db, villageId)
    .where(sql<boolean>`offer_id = any(${[...ids]}::uuid[])`)
    .execute()
  return new Map(rows.map((row) => [row.offer_id, toOffer(row)]))
}

export async function selectOffer(
  db: Db,
  villageId: string,
  offerId: string,
): Promise<Offer | null> {
  const row = await offerQuery(db, villageId).where('offer_id', '=', offerId).executeTakeFirst()
  return row ? toOffer(row) : null
}

export const offerOrders = {
  by: {
    closesAt: [term('timestamptz', sql`closes_at`)],
    kind: [term('text', sql`kind`), term('timestamptz', sql`closes_at`)],
  },
  tie: term('uuid', sql`offer_id`),
} satisfies ListOrders<string>

/** Offers of these states, in an order. */
export async function selectOffers(
  db: Db,
  villageId: string,
  states: readonly OfferState[],
  order: PageOrder,
): Promise<Listed<Offer>> {
  const rows = await inPage(offerQuery(db, villageId).where('state', 'in', states), order).execute()
  return { rows: rows.map((row) => ({ ...toOffer(row), mark: row.mark })), total: null }
}

/** Offers with something still to happen, those that closed first. */
export async function selectRunningOffers(db: Db, villageId: string): Promise<Offer[]> {
  const rows = await offerQuery(db, villageId)
    .where(
      sql<boolean>`state in ('published', 'announced', 'drawn') or (state = 'settled' and kept_settled_at is null)`,
    )
    .orderBy('closes_at')
    .orderBy('offer_id')
    .execute()
  return rows.map(toOffer)
}

/** What of an offer changes in its life. */
export type OfferChange = Partial<{
  readonly state: OfferState
  readonly published_by: string
  readonly published_at: Date
  readonly announced_at: Date
  readonly announced_record_id: string
  readonly queue_hash: Buffer
  readonly honour_through: string | null
  readonly honour_before: string | null
  readonly drawn_at: Date
  readonly checkpoint: string
  readonly left_quantity: number
  readonly floor_quantity: number
  readonly settled_at: Date
  readonly kept_left_quantity: number
  readonly kept_settled_at: Date
  readonly cancel_reason: string
}>

export async function changeOffer(
  db: Db,
  villageId: string,
  offerId: string,
  change: OfferChange,
): Promise<void> {
  await tables(db)
    .updateTable('offer')
    .set(change)
    .where('village_id', '=', villageId)
    .where('offer_id', '=', offerId)
    .execute()
}

function offerQuery(db: Db, villageId: string) {
  return tables(db).selectFrom('offer').selectAll().where('village_id', '=', villageId)
}

function toOffer(row: BenefitsTables['offer']): Offer {
  return {
    offerId: row.offer_id,
    kind: row.kind,
    titleZh: row.title_zh,
    titleEn: row.title_en,
    wordsZh: row.words_zh,
    wordsEn: row.words_en,
    unit: row.unit,
    claimant: row.claimant,
    ageFrom: row.age_from,
    ageTo: row.age_to,
    supplyQuantity: row.supply_quantity,
    mostQuantity: row.most_quantity,
    orderRuleId: row.order_rule_id,
    honourSince: row.honour_since,
    groupNos: row.group_nos,
    opensAt: row.opens_at,
    closesAt: row.closes_at,
    answerWithinDays: row.answer_within_days,
    publishes: row.publishes,
    state: row.state,
    draftedBy: row.drafted_by,
    publishedBy: row.published_by,
    publishedAt: row.published_at,
    announcedAt: row.announced_at,
    announcedRecordId: row.announced_record_id,
    queueHash: row.queue_hash?.toString('hex') ?? null,
    honourThrough: row.honour_through,
    drawnAt: row.drawn_at,
    checkpoint: row.checkpoint,
    leftQuantity: row.left_quantity,
    floorQuantity: row.floor_quantity,
    settledAt: row.settled_at,
    keptLeftQuantity: row.kept_left_quantity,
    keptSettledAt: row.kept_settled_at,
    cancelReason: row.cancel_reason,
  }
}
