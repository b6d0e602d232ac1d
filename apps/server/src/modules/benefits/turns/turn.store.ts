import type { Pseudonym } from '@azalea/records'
import type { RankedClaim, TurnOutcome } from '@azalea/scoring/order'
import { sql } from 'kysely'
import type { Db } from '../../../platform/database/database.ts'
import { plainArray, writeInPortions } from '../../../platform/database/plain-array.ts'
import type { BenefitsTables, TurnState } from '../tables.ts'

const tables = (db: Db) => db.withTables<BenefitsTables>()

/** A place in a queue, and what became of it. */
export interface QueueTurn extends RankedClaim {
  readonly claimant: Pseudonym<'claimant'>
  readonly offerId: string
  /** Whose it is: the household, or the person (`holderOf`). */
  readonly holderId: string
  /** Whose honour counted. */
  readonly householdId: string
  /** Who claimed. */
  readonly personId: string
  /** Of the draw. */
  readonly outcome: TurnOutcome
  /** What it was called for; once ended, what was taken. */
  readonly givenQuantity: number
  /** What it was called for at most. */
  readonly calledQuantity: number
  readonly state: TurnState
  readonly dueOn: string | null
  readonly endedAt: Date | null
  /** The cadre who entered the answer; null: they themselves, or nobody answered. */
  readonly enteredBy: string | null
  readonly isDisputed: boolean
  /** The village voted to protect the household: told to nobody. */
  readonly isProtected: boolean
}

/** A turn as it is drawn. */
export type DrawnTurn = Omit<
  QueueTurn,
  | 'offerId'
  | 'calledQuantity'
  | 'endedAt'
  | 'enteredBy'
  | 'isDisputed'
  | 'wantedQuantity'
  | 'leastQuantity'
>

export async function insertTurns(
  db: Db,
  villageId: string,
  offerId: string,
  turns: readonly DrawnTurn[],
): Promise<void> {
  // In the order in which the claims lie, which are looked up.
  const inOrder = turns.toSorted((a, b) => (a.holderId < b.holderId ? -1 : 1))
  await writeInPortions(inOrder, (some) => insertSome(db, villageId, offerId, some))
}

async function insertSome(
  db: Db,
  villageId: string,
  offerId: string,
  turns: readonly DrawnTurn[],
): Promise<void> {
  await sql`
    INSERT INTO offer_turn (village_id, offer_id, holder_id, household_id, place, ahead_by, honour_hundredths,
      received_quantity, waited_offers, outcome, given_quantity, called_quantity, state, due_on,
      is_protected)
    SELECT ${villageId}, ${offerId}, holder_id, household_id, place, ahead_by, honour, received, waited, outcome,
      given, given, state, due_on, is_protected
    FROM unnest(
      ${plainArray(turns.map((turn) => turn.holderId))}::uuid[],
      ${plainArray(turns.map((turn) => turn.householdId))}::uuid[],
      ${plainArray(turns.map((turn) => turn.place))}::integer[],
      ${plainArray(turns.map((turn) => turn.aheadBy))}::text[],
      ${plainArray(turns.map((turn) => turn.honourHundredths))}::bigint[],
      ${plainArray(turns.map((turn) => turn.receivedQuantity))}::bigint[],
      ${plainArray(turns.map((turn) => turn.waitedOffers))}::integer[],
      ${plainArray(turns.map((turn) => turn.outcome))}::text[],
      ${plainArray(turns.map((turn) => turn.givenQuantity))}::bigint[],
      ${plainArray(turns.map((turn) => turn.state))}::text[],
      ${plainArray(turns.map((turn) => turn.dueOn))}::date[],
      ${plainArray(turns.map((turn) => turn.isProtected))}::boolean[]
    ) AS new (holder_id, household_id, place, ahead_by, honour, received, waited, outcome, given, state, due_on,
      is_protected)`.execute(db)
}

/** All turns of a queue, in the order of places. */
export async function selectTurns(
  db: Db,
  villageId: string,
  offerId: string,
): Promise<QueueTurn[]> {
  const rows = await turnQuery(db, villageId)
    .where('offer_turn.offer_id', '=', offerId)
    .orderBy('offer_turn.place')
    .execute()
  return rows.map(toTurn)
}

/** Turns from a place on, in their order. */
export async function selectTurnsAfter(
  db: Db,
  villageId: string,
  offerId: string,
  { place, limit }: { readonly place: number; readonly limit: number },
): Promise<QueueTurn[]> {
  const rows = await turnQuery(db, villageId)
    .where('offer_turn.offer_id', '=', offerId)
    .where('offer_turn.place', '>', place)
    .orderBy('offer_turn.place')
    .limit(limit)
    .execute()
  return rows.map(toTurn)
}

/**
 * The turn of these holders, of whom the offer's kind makes one the holder, and the one ahead of it.
 * They are listed one by one: PostgreSQL plans a list in one parameter anew for every reader.
 */
export async function selectTurnOf(
  db: Db,
  villageId: string,
  offerId: string,
  holderIds: readonly string[],
): Promise<{ readonly turn: QueueTurn; readonly ahead: QueueTurn | null } | null> {
  const rows = await turnQuery(db, villageId)
    .where('offer_turn.offer_id', '=', offerId)
    .where(
      sql<boolean>`offer_turn.place between (
        select place - 1 from offer_turn mine where mine.village_id = ${villageId}
          and mine.offer_id = ${offerId} and mine.holder_id in (${sql.join(holderIds)})) and (
        select place from offer_turn mine where mine.village_id = ${villageId}
          and mine.offer_id = ${offerId} and mine.holder_id in (${sql.join(holderIds)}))`,
    )
    .orderBy('offer_turn.place', 'desc')
    .execute()
  const [turn, ahead] = rows.map(toTurn)
  return turn === undefined ? null : { turn, ahead: ahead ?? null }
}

/** What a household and its members have in queues, ended or not. */
export async function selectHouseholdTurns(
  db: Db,
  villageId: string,
  householdId: string,
): Promise<QueueTurn[]> {
  const rows = await turnQuery(db, villageId)
    .where('offer_claim.household_id', '=', householdId)
    .execute()
  return rows.map(toTurn)
}

/** The places of these holders in a queue. */
export async function selectPlaces(
  db: Db,
  villageId: string,
  offerId: string,
  holderIds: readonly string[],
): Promise<Map<string, number>> {
  if (holderIds.length === 0) return new Map()
  const rows = await tables(db)
    .selectFrom('offer_turn')
    .select(['holder_id', 'place'])
    .where('village_id', '=', villageId)
    .where('offer_id', '=', offerId)
    .where(sql<boolean>`holder_id = any(${[...holderIds]}::uuid[])`)
    .execute()
  return new Map(rows.map((row) => [row.holder_id, row.place]))
}

/** The turns of these holders, by offer: of a household and a person in it one an offer. */
export async function selectTurnsOf(
  db: Db,
  villageId: string,
  holderIds: readonly string[],
): Promise<Map<string, QueueTurn>> {
  const rows = await turnQuery(db, villageId)
    .where('offer_turn.holder_id', 'in', holderIds)
    .execute()
  return new Map(rows.map((row) => [row.offer_id, toTurn(row)]))
}

export async function changeTurn(
  db: Db,
  villageId: string,
  { offerId, holderId }: Pick<QueueTurn, 'offerId' | 'holderId'>,
  change: Partial<{
    readonly given_quantity: number
    readonly called_quantity: number
    readonly state: TurnState
    readonly due_on: string
    readonly is_disputed: boolean
    readonly ended_at: Date
    readonly entered_by: string | null
  }>,
): Promise<void> {
  await tables(db)
    .updateTable('offer_turn')
    .set(change)
    .where('village_id', '=', villageId)
    .where('offer_id', '=', offerId)
    .where('holder_id', '=', holderId)
    .execute()
}

/** Queues whose parts do not come to what there was: nothing may be given twice or get lost. */
export async function selectUnevenQueues(db: Db, villageId: string): Promise<string[]> {
  const { rows } = await sql<{ offer_id: string }>`
    SELECT offer.offer_id FROM offer
    LEFT JOIN offer_turn ON offer_turn.village_id = offer.village_id
      AND offer_turn.offer_id = offer.offer_id
    WHERE offer.village_id = ${villageId} AND offer.drawn_at IS NOT NULL
    GROUP BY offer.offer_id, offer.supply_quantity, offer.left_quantity, offer.floor_quantity
    HAVING coalesce(sum(offer_turn.given_quantity), 0) + offer.left_quantity
      + offer.floor_quantity <> offer.supply_quantity`.execute(db)
  return rows.map((row) => row.offer_id)
}

function turnQuery(db: Db, villageId: string) {
  return tables(db)
    .selectFrom('offer_turn')
    .innerJoin('offer_claim', (join) =>
      join
        .onRef('offer_claim.village_id', '=', 'offer_turn.village_id')
        .onRef('offer_claim.offer_id', '=', 'offer_turn.offer_id')
        .onRef('offer_claim.holder_id', '=', 'offer_turn.holder_id'),
    )
    .selectAll('offer_turn')
    .select([
      'offer_claim.claimant',
      'offer_claim.person_id',
      'offer_claim.wanted_quantity',
      'offer_claim.least_quantity',
    ])
    .where('offer_turn.village_id', '=', villageId)
}

type Row = BenefitsTables['offer_turn'] &
  Pick<
    BenefitsTables['offer_claim'],
    'claimant' | 'person_id' | 'wanted_quantity' | 'least_quantity'
  >

function toTurn(row: Row): QueueTurn {
  return {
    offerId: row.offer_id,
    holderId: row.holder_id,
    householdId: row.household_id,
    personId: row.person_id,
    claimant: row.claimant,
    wantedQuantity: row.wanted_quantity,
    leastQuantity: row.least_quantity,
    honourHundredths: row.honour_hundredths,
    receivedQuantity: row.received_quantity,
    waitedOffers: row.waited_offers,
    place: row.place,
    aheadBy: row.ahead_by,
    outcome: row.outcome,
    givenQuantity: row.given_quantity,
    calledQuantity: row.called_quantity,
    state: row.state,
    dueOn: row.due_on,
    endedAt: row.ended_at,
    enteredBy: row.entered_by,
    isDisputed: row.is_disputed,
    isProtected: row.is_protected,
  }
}
