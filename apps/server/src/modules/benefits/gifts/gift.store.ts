import { sql } from 'kysely'
import type { Db } from '../../../platform/database/database.ts'
import type { GiftTables } from './tables.ts'

const tables = (db: Db) => db.withTables<GiftTables>()

export interface Gift {
  readonly giftId: string
  readonly fromHouseholdId: string
  readonly toHouseholdId: string
  readonly pointsHundredths: number
  readonly givenBy: string
  /** Whom of the household the giver named. */
  readonly givenTo: string
  readonly givenAt: Date
}

export async function insertGift(
  db: Db,
  villageId: string,
  gift: Gift & { readonly month: string },
): Promise<void> {
  await tables(db)
    .insertInto('gift')
    .values({
      village_id: villageId,
      gift_id: gift.giftId,
      from_household_id: gift.fromHouseholdId,
      to_household_id: gift.toHouseholdId,
      points_hundredths: gift.pointsHundredths,
      month: gift.month,
      given_by: gift.givenBy,
      given_to: gift.givenTo,
      given_at: gift.givenAt,
    })
    .execute()
}

/** How many points a household has given away in a month. */
export async function sumGiven(
  db: Db,
  villageId: string,
  householdId: string,
  month: string,
): Promise<number> {
  const { given } = await tables(db)
    .selectFrom('gift')
    .select(sql<number>`coalesce(sum(points_hundredths), 0)::bigint`.as('given'))
    .where('village_id', '=', villageId)
    .where('from_household_id', '=', householdId)
    .where('month', '=', month)
    .executeTakeFirstOrThrow()
  return given
}

/** What a household gave and was given, newest first. */
export async function selectGiftsOf(
  db: Db,
  villageId: string,
  householdId: string,
  limit: number,
): Promise<Gift[]> {
  const rows = await tables(db)
    .selectFrom('gift')
    .selectAll()
    .where('village_id', '=', villageId)
    .where((or) =>
      or.or([or('from_household_id', '=', householdId), or('to_household_id', '=', householdId)]),
    )
    .orderBy('given_at', 'desc')
    .orderBy('gift_id', 'desc')
    .limit(limit)
    .execute()
  return rows.map((row) => ({
    giftId: row.gift_id,
    fromHouseholdId: row.from_household_id,
    toHouseholdId: row.to_household_id,
    pointsHundredths: row.points_hundredths,
    givenBy: row.given_by,
    givenTo: row.given_to,
    givenAt: row.given_at,
  }))
}

/** Gifts that the ledger does not hold as they were given, and transfers of none. */
export async function selectUnevenGifts(
  db: Db,
  villageId: string,
): Promise<{ giftId: string; given: number; moved: number }[]> {
  const { rows } = await sql<{ giftId: string; given: number; moved: number }>`
    WITH moved AS (
      SELECT transfer.cause_id AS gift_id, sum(entry.amount)::bigint AS points
      FROM transfer JOIN entry ON entry.village_id = transfer.village_id
        AND entry.transfer_id = transfer.transfer_id AND entry.amount > 0
      WHERE transfer.village_id = ${villageId} AND transfer.cause_kind = 'gift'
      GROUP BY transfer.cause_id
    )
    SELECT coalesce(gift.gift_id, moved.gift_id) AS "giftId",
      coalesce(gift.points_hundredths, 0) AS given, coalesce(moved.points, 0) AS moved
    FROM (SELECT * FROM gift WHERE village_id = ${villageId}) AS gift
    FULL JOIN moved ON moved.gift_id = gift.gift_id
    WHERE gift.points_hundredths IS DISTINCT FROM moved.points
  `.execute(db)
  return rows
}
