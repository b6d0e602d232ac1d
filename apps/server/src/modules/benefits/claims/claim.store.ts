import type { Pseudonym } from '@azalea/records'
import { sql } from 'kysely'
import type { Db } from '../../../platform/database/database.ts'
import type { BenefitsTables, Channel } from '../tables.ts'

const tables = (db: Db) => db.withTables<BenefitsTables>()

/** What a household, or a person, wants of an offer. */
export interface Claim {
  readonly offerId: string
  /** Whose it is: the household, or the person (`holderOf`). */
  readonly holderId: string
  /** Whose honour and history count. */
  readonly householdId: string
  /** Who claimed or last changed it. */
  readonly personId: string
  /** As the log names the holder in this offer. */
  readonly claimant: Pseudonym<'claimant'>
  readonly wantedQuantity: number
  readonly leastQuantity: number
  readonly channel: Channel
  /** Null: they themselves. */
  readonly enteredBy: string | null
  readonly claimedAt: Date
  readonly changedAt: Date
  readonly withdrawnAt: Date | null
}

/** One holder's claim of one offer is changed by one after another. */
export async function lockClaim(
  db: Db,
  villageId: string,
  offerId: string,
  holderId: string,
): Promise<void> {
  const key = `claim ${villageId} ${offerId} ${holderId}`
  await sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`.execute(db)
}

/** Also one that was withdrawn. */
export async function selectClaim(
  db: Db,
  villageId: string,
  offerId: string,
  holderId: string,
): Promise<Claim | null> {
  const row = await claimQuery(db, villageId)
    .where('offer_id', '=', offerId)
    .where('holder_id', '=', holderId)
    .executeTakeFirst()
  return row ? toClaim(row) : null
}

/** The claim of an offer that stands of these holders, of whom its kind makes one the holder. */
export async function selectStandingClaim(
  db: Db,
  villageId: string,
  offerId: string,
  holderIds: readonly string[],
): Promise<Claim | null> {
  const row = await claimQuery(db, villageId)
    .where('offer_id', '=', offerId)
    .where('holder_id', 'in', holderIds)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst()
  return row ? toClaim(row) : null
}

/** Those that stand, in the order of their names in the log. */
export async function selectClaims(db: Db, villageId: string, offerId: string): Promise<Claim[]> {
  const rows = await claimQuery(db, villageId)
    .where('offer_id', '=', offerId)
    .where('withdrawn_at', 'is', null)
    .orderBy(sql`claimant collate "C"`)
    .execute()
  return rows.map(toClaim)
}

/** What a queue is made of. */
export type QueuedClaim = Pick<
  Claim,
  'claimant' | 'holderId' | 'householdId' | 'personId' | 'wantedQuantity' | 'leastQuantity'
>

/** Of those that stand, what a queue is made of, in the order of their names in the log. */
export async function selectQueuedClaims(
  db: Db,
  villageId: string,
  offerId: string,
): Promise<QueuedClaim[]> {
  const rows = await tables(db)
    .selectFrom('offer_claim')
    .select([
      'claimant',
      'holder_id',
      'household_id',
      'person_id',
      'wanted_quantity',
      'least_quantity',
    ])
    .where('village_id', '=', villageId)
    .where('offer_id', '=', offerId)
    .where('withdrawn_at', 'is', null)
    .orderBy(sql`claimant collate "C"`)
    .execute()
  return rows.map((row) => ({
    claimant: row.claimant,
    holderId: row.holder_id,
    householdId: row.household_id,
    personId: row.person_id,
    wantedQuantity: row.wanted_quantity,
    leastQuantity: row.least_quantity,
  }))
}

/** The claims of these holders that stand, by offer: of a household and a person in it one an offer. */
export async function selectClaimsOf(
  db: Db,
  villageId: string,
  holderIds: readonly string[],
): Promise<Map<string, Claim>> {
  const rows = await claimQuery(db, villageId)
    .where('holder_id', 'in', holderIds)
    .where('withdrawn_at', 'is', null)
    .execute()
  return new Map(rows.map((row) => [row.offer_id, toClaim(row)]))
}

/** The claims that stand for the honour of a household, its members' own too. */
export async function selectClaimsFor(
  db: Db,
  villageId: string,
  householdId: string,
): Promise<Claim[]> {
  const rows = await claimQuery(db, villageId)
    .where('household_id', '=', householdId)
    .where('withdrawn_at', 'is', null)
    .execute()
  return rows.map(toClaim)
}

/** Every claim that these holders ever made, the oldest first; withdrawn ones too. */
export async function selectEveryClaimOf(
  db: Db,
  villageId: string,
  holderIds: readonly string[],
): Promise<Claim[]> {
  const rows = await claimQuery(db, villageId)
    .where('holder_id', 'in', holderIds)
    .orderBy('claimed_at')
    .orderBy('offer_id')
    .execute()
  return rows.map(toClaim)
}

/**
 * How many claims stand, by offer: while claims are open from an index of those that do. Once an offer
 * is drawn it is the last place of its queue: a queue of a hundred thousand is not counted again for
 * everybody who looks at the own turn.
 */
export async function countClaims(
  db: Db,
  villageId: string,
  offerIds: readonly string[],
): Promise<Map<string, number>> {
  const { rows } = await sql<{ offer_id: string; claims: number }>`
    SELECT offer_id, CASE WHEN drawn_at IS NULL THEN (
      SELECT count(*)::int FROM offer_claim AS claim
      WHERE claim.village_id = offer.village_id AND claim.offer_id = offer.offer_id
        AND withdrawn_at IS NULL
    ) ELSE (
      SELECT coalesce(max(place), 0) FROM offer_turn AS turn
      WHERE turn.village_id = offer.village_id AND turn.offer_id = offer.offer_id
    ) END AS claims
    FROM offer WHERE village_id = ${villageId} AND offer_id = any(${[...offerIds]}::uuid[])`.execute(
    db,
  )
  return new Map(rows.map((row) => [row.offer_id, row.claims]))
}

export async function saveClaim(db: Db, villageId: string, claim: Claim): Promise<void> {
  const changed = {
    household_id: claim.householdId,
    person_id: claim.personId,
    wanted_quantity: claim.wantedQuantity,
    least_quantity: claim.leastQuantity,
    channel: claim.channel,
    entered_by: claim.enteredBy,
    changed_at: claim.changedAt,
    withdrawn_at: claim.withdrawnAt,
  }
  await tables(db)
    .insertInto('offer_claim')
    .values({
      village_id: villageId,
      offer_id: claim.offerId,
      holder_id: claim.holderId,
      claimant: claim.claimant,
      claimed_at: claim.claimedAt,
      ...changed,
    })
    .onConflict((conflict) =>
      conflict.columns(['village_id', 'offer_id', 'holder_id']).doUpdateSet(changed),
    )
    .execute()
}

function claimQuery(db: Db, villageId: string) {
  return tables(db).selectFrom('offer_claim').selectAll().where('village_id', '=', villageId)
}

function toClaim(row: BenefitsTables['offer_claim']): Claim {
  return {
    offerId: row.offer_id,
    holderId: row.holder_id,
    householdId: row.household_id,
    personId: row.person_id,
    claimant: row.claimant,
    wantedQuantity: row.wanted_quantity,
    leastQuantity: row.least_quantity,
    channel: row.channel,
    enteredBy: row.entered_by,
    claimedAt: row.claimed_at,
    changedAt: row.changed_at,
    withdrawnAt: row.withdrawn_at,
  }
}
