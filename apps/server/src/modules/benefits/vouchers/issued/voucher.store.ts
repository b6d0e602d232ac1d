import { sql } from 'kysely'
import type { Db } from '../../../../platform/database/database.ts'
import type { Unspent, VoucherState, VoucherTables } from '../tables.ts'

const tables = (db: Db) => db.withTables<VoucherTables>()

/** What a household bought, on the terms that it read before. */
export interface Voucher {
  readonly voucherId: string
  readonly voucherKindId: string
  readonly householdId: string
  readonly personId: string
  readonly channel: 'app' | 'oral' | 'written'
  /** The cadre who entered it; null: they themselves. */
  readonly enteredBy: string | null
  readonly pointsHundredths: number
  readonly valueFen: number
  readonly leftFen: number
  readonly inParts: boolean
  readonly unspent: Unspent
  readonly budgetId: string
  /** The last day on which it is taken. */
  readonly expiresOn: string
  readonly state: VoucherState
  readonly issuedAt: Date
  readonly endedAt: Date | null
  readonly returnedHundredths: number
}

export type NewVoucher = Omit<Voucher, 'leftFen' | 'state' | 'endedAt' | 'returnedHundredths'>

export async function insertVoucher(
  db: Db,
  villageId: string,
  voucher: NewVoucher & { readonly codeHash: string },
): Promise<void> {
  await tables(db)
    .insertInto('voucher')
    .values({
      village_id: villageId,
      voucher_id: voucher.voucherId,
      voucher_kind_id: voucher.voucherKindId,
      code_hash: voucher.codeHash,
      household_id: voucher.householdId,
      person_id: voucher.personId,
      channel: voucher.channel,
      entered_by: voucher.enteredBy,
      points_hundredths: voucher.pointsHundredths,
      value_fen: voucher.valueFen,
      left_fen: voucher.valueFen,
      in_parts: voucher.inParts,
      unspent: voucher.unspent,
      budget_id: voucher.budgetId,
      expires_on: voucher.expiresOn,
      state: 'issued',
      issued_at: voucher.issuedAt,
      returned_hundredths: 0,
    })
    .execute()
}

/** Held until the commit: of two telephones at one moment the second finds it spent. */
export async function lockVoucherByCode(
  db: Db,
  villageId: string,
  codeHash: string,
): Promise<Voucher | null> {
  const row = await voucherQuery(db, villageId)
    .where('code_hash', '=', codeHash)
    .forUpdate()
    .executeTakeFirst()
  return row ? toVoucher(row) : null
}

export async function selectVoucherByCode(
  db: Db,
  villageId: string,
  codeHash: string,
): Promise<Voucher | null> {
  const row = await voucherQuery(db, villageId).where('code_hash', '=', codeHash).executeTakeFirst()
  return row ? toVoucher(row) : null
}

export async function selectVoucher(
  db: Db,
  villageId: string,
  voucherId: string,
): Promise<Voucher | null> {
  const row = await voucherQuery(db, villageId)
    .where('voucher_id', '=', voucherId)
    .executeTakeFirst()
  return row ? toVoucher(row) : null
}

export async function lockVoucher(
  db: Db,
  villageId: string,
  voucherId: string,
): Promise<Voucher | null> {
  const row = await voucherQuery(db, villageId)
    .where('voucher_id', '=', voucherId)
    .forUpdate()
    .executeTakeFirst()
  return row ? toVoucher(row) : null
}

export async function changeVoucher(
  db: Db,
  villageId: string,
  voucherId: string,
  change: {
    readonly leftFen: number
    readonly state: VoucherState
    readonly endedAt: Date | null
    readonly returnedHundredths?: number
  },
): Promise<void> {
  await tables(db)
    .updateTable('voucher')
    .set({
      left_fen: change.leftFen,
      state: change.state,
      ended_at: change.endedAt,
      returned_hundredths: change.returnedHundredths ?? 0,
    })
    .where('village_id', '=', villageId)
    .where('voucher_id', '=', voucherId)
    .execute()
}

/** A household's vouchers: those that can be spent first, by when they end; then the newest. */
export async function selectVouchersOf(
  db: Db,
  villageId: string,
  householdId: string,
  limit: number,
): Promise<Voucher[]> {
  const rows = await voucherQuery(db, villageId)
    .where('household_id', '=', householdId)
    .orderBy(sql`state <> 'issued'`)
    .orderBy(sql`CASE WHEN state = 'issued' THEN expires_on END`)
    .orderBy('issued_at', 'desc')
    .orderBy('voucher_id')
    .limit(limit)
    .execute()
  return rows.map(toVoucher)
}

export async function countOpenVouchers(
  db: Db,
  villageId: string,
  householdId: string,
): Promise<number> {
  const row = await tables(db)
    .selectFrom('voucher')
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .where('village_id', '=', villageId)
    .where('household_id', '=', householdId)
    .where('state', '=', 'issued')
    .executeTakeFirst()
  return Number(row?.count ?? 0)
}

/** Open vouchers whose last day was before a day, or that no merchant takes any more. */
export async function selectVouchersToEnd(
  db: Db,
  villageId: string,
  today: string,
): Promise<string[]> {
  const rows = await tables(db)
    .selectFrom('voucher')
    .select('voucher_id')
    .where('village_id', '=', villageId)
    .where('state', '=', 'issued')
    .where(
      sql<boolean>`(expires_on < ${today} OR NOT EXISTS (
        SELECT FROM voucher_kind_merchant AS named
        JOIN merchant USING (village_id, merchant_id)
        WHERE named.village_id = voucher.village_id
          AND named.voucher_kind_id = voucher.voucher_kind_id AND merchant.ended_at IS NULL))`,
    )
    .orderBy('voucher_id')
    .limit(1000)
    .execute()
  return rows.map((row) => row.voucher_id)
}

/** Vouchers whose money or redemptions are not where their state says. */
export async function selectUnevenVouchers(db: Db, villageId: string): Promise<string[]> {
  const { rows } = await sql<{ voucher_id: string }>`
    SELECT voucher.voucher_id FROM voucher
    LEFT JOIN ledger_account AS hold ON hold.village_id = voucher.village_id
      AND hold.account_id = 'fen/hold/' || voucher.voucher_id
    LEFT JOIN (
      SELECT voucher_id, sum(amount_fen) AS spent FROM voucher_redemption
      WHERE village_id = ${villageId} GROUP BY voucher_id
    ) AS used ON used.voucher_id = voucher.voucher_id
    WHERE voucher.village_id = ${villageId} AND (
      coalesce(used.spent, 0) <> voucher.value_fen - voucher.left_fen
      OR hold.balance IS DISTINCT FROM
        CASE WHEN voucher.state = 'issued' THEN voucher.left_fen ELSE 0 END)
    ORDER BY voucher.voucher_id LIMIT 100`.execute(db)
  return rows.map((row) => row.voucher_id)
}

function voucherQuery(db: Db, villageId: string) {
  return tables(db).selectFrom('voucher').selectAll().where('village_id', '=', villageId)
}

function toVoucher(row: VoucherTables['voucher']): Voucher {
  return {
    voucherId: row.voucher_id,
    voucherKindId: row.voucher_kind_id,
    householdId: row.household_id,
    personId: row.person_id,
    channel: row.channel,
    enteredBy: row.entered_by,
    pointsHundredths: row.points_hundredths,
    valueFen: row.value_fen,
    leftFen: row.left_fen,
    inParts: row.in_parts,
    unspent: row.unspent,
    budgetId: row.budget_id,
    expiresOn: row.expires_on,
    state: row.state,
    issuedAt: row.issued_at,
    endedAt: row.ended_at,
    returnedHundredths: row.returned_hundredths,
  }
}
