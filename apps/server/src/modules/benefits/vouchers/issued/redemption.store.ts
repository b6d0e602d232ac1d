import { sql } from 'kysely'
import type { Db } from '../../../../platform/database/database.ts'
import type { VoucherTables } from '../tables.ts'

const tables = (db: Db) => db.withTables<VoucherTables>()

/** What a merchant took of a voucher. */
export interface Redemption {
  readonly redemptionId: string
  readonly voucherId: string
  readonly merchantId: string
  readonly amountFen: number
  /** What was left of the voucher after it. */
  readonly leftFen: number
  /** `YYYY-MM`, with which it is settled. */
  readonly month: string
  readonly redeemedBy: string
  readonly redeemedAt: Date
}

/** With the kind of its voucher. */
export interface Taking extends Redemption {
  readonly voucherKindId: string
}

export async function insertRedemption(
  db: Db,
  villageId: string,
  redemption: Redemption,
): Promise<void> {
  await tables(db)
    .insertInto('voucher_redemption')
    .values({
      village_id: villageId,
      redemption_id: redemption.redemptionId,
      voucher_id: redemption.voucherId,
      merchant_id: redemption.merchantId,
      amount_fen: redemption.amountFen,
      left_fen: redemption.leftFen,
      month: redemption.month,
      redeemed_by: redemption.redeemedBy,
      redeemed_at: redemption.redeemedAt,
    })
    .execute()
}

/** What was taken of these vouchers, the last first. */
export async function selectRedemptionsOf(
  db: Db,
  villageId: string,
  voucherIds: readonly string[],
): Promise<Taking[]> {
  if (voucherIds.length === 0) return []
  const rows = await redemptionQuery(db, villageId)
    .where(sql<boolean>`voucher_redemption.voucher_id = any(${[...voucherIds]}::uuid[])`)
    .orderBy('voucher_redemption.left_fen')
    .execute()
  return rows.map(toTaking)
}

/** What a merchant took between two instants, the last first. */
export async function selectTakings(
  db: Db,
  villageId: string,
  merchantId: string,
  between: { readonly from: Date; readonly to: Date },
): Promise<Taking[]> {
  const rows = await redemptionQuery(db, villageId)
    .where('merchant_id', '=', merchantId)
    .where('redeemed_at', '>=', between.from)
    .where('redeemed_at', '<', between.to)
    .orderBy('redeemed_at', 'desc')
    .orderBy('redemption_id')
    .execute()
  return rows.map(toTaking)
}

/** All that was taken in a month, merchant by merchant, in the order in which it was. */
export async function selectRedemptionsIn(
  db: Db,
  villageId: string,
  month: string,
): Promise<Taking[]> {
  const rows = await redemptionQuery(db, villageId)
    .where('month', '=', month)
    .orderBy('merchant_id')
    .orderBy('redeemed_at')
    .orderBy('redemption_id')
    .execute()
  return rows.map(toTaking)
}

export interface MonthTaken {
  readonly month: string
  readonly redemptionCount: number
  readonly amountFen: number
}

/** What was taken in each month, the newest first: by one merchant, or by all. */
export async function sumMonths(
  db: Db,
  villageId: string,
  merchantId: string | null,
): Promise<MonthTaken[]> {
  const { rows } = await sql<{ month: string; count: number; fen: number }>`
    SELECT month, count(*)::int AS count, sum(amount_fen)::float8 AS fen FROM voucher_redemption
    WHERE village_id = ${villageId}
      AND (${merchantId}::uuid IS NULL OR merchant_id = ${merchantId}::uuid)
    GROUP BY month ORDER BY month DESC LIMIT 24`.execute(db)
  return rows.map(({ month, count, fen }) => ({ month, redemptionCount: count, amountFen: fen }))
}

function redemptionQuery(db: Db, villageId: string) {
  return tables(db)
    .selectFrom('voucher_redemption')
    .innerJoin('voucher', (join) =>
      join
        .onRef('voucher.village_id', '=', 'voucher_redemption.village_id')
        .onRef('voucher.voucher_id', '=', 'voucher_redemption.voucher_id'),
    )
    .selectAll('voucher_redemption')
    .select('voucher.voucher_kind_id')
    .where('voucher_redemption.village_id', '=', villageId)
}

type TakingRow = VoucherTables['voucher_redemption'] & { readonly voucher_kind_id: string }

function toTaking(row: TakingRow): Taking {
  return {
    redemptionId: row.redemption_id,
    voucherId: row.voucher_id,
    voucherKindId: row.voucher_kind_id,
    merchantId: row.merchant_id,
    amountFen: row.amount_fen,
    leftFen: row.left_fen,
    month: row.month,
    redeemedBy: row.redeemed_by,
    redeemedAt: row.redeemed_at,
  }
}
