import { sql } from 'kysely'
import type { Db } from '../../../../platform/database/database.ts'
import type { Unspent, VoucherKindState, VoucherTables } from '../tables.ts'

const tables = (db: Db) => db.withTables<VoucherTables>()

/** What a kind of voucher says, from its proposal on. */
export interface VoucherTerms {
  readonly nameZh: string
  readonly nameEn: string | null
  readonly pointsHundredths: number
  readonly valueFen: number
  /** Whether it may be spent in parts. */
  readonly inParts: boolean
  readonly validDays: number
  /** What becomes of the points of what nobody spent in time. */
  readonly unspent: Unspent
  readonly budgetId: string
  readonly merchantIds: readonly string[]
}

/** Vouchers of one price and value, taken by the same merchants. */
export interface VoucherKind extends VoucherTerms {
  readonly voucherKindId: string
  readonly state: VoucherKindState
  readonly proposedBy: string
  readonly proposerHouseholdId: string | null
  readonly proposedAt: Date
}

export async function insertVoucherKind(
  db: Db,
  villageId: string,
  kind: Omit<VoucherKind, 'state'>,
): Promise<void> {
  await tables(db)
    .insertInto('voucher_kind')
    .values({
      village_id: villageId,
      voucher_kind_id: kind.voucherKindId,
      name_zh: kind.nameZh,
      name_en: kind.nameEn,
      points_hundredths: kind.pointsHundredths,
      value_fen: kind.valueFen,
      in_parts: kind.inParts,
      valid_days: kind.validDays,
      unspent: kind.unspent,
      budget_id: kind.budgetId,
      state: 'proposed',
      proposed_by: kind.proposedBy,
      proposer_household_id: kind.proposerHouseholdId,
      proposed_at: kind.proposedAt,
    })
    .execute()
  const rows = kind.merchantIds.map((merchantId) => ({
    village_id: villageId,
    voucher_kind_id: kind.voucherKindId,
    merchant_id: merchantId,
  }))
  await tables(db).insertInto('voucher_kind_merchant').values(rows).execute()
}

/** Held until the commit: alone to decide about it, shared to buy of it. */
export async function lockVoucherKind(
  db: Db,
  villageId: string,
  voucherKindId: string,
  how: 'alone' | 'shared',
): Promise<VoucherKind | null> {
  const query = tables(db)
    .selectFrom('voucher_kind')
    .select('voucher_kind_id')
    .where('village_id', '=', villageId)
    .where('voucher_kind_id', '=', voucherKindId)
  const row = await (how === 'alone' ? query.forUpdate() : query.forShare()).executeTakeFirst()
  if (row === undefined) return null
  return (await selectVoucherKinds(db, villageId)).get(voucherKindId) ?? null
}

/** All of the village by id, the newest first. */
export async function selectVoucherKinds(
  db: Db,
  villageId: string,
): Promise<ReadonlyMap<string, VoucherKind>> {
  const rows = await tables(db)
    .selectFrom('voucher_kind as kind')
    .selectAll('kind')
    .select(
      sql<string[]>`ARRAY(SELECT merchant_id::text FROM voucher_kind_merchant AS taken
        WHERE taken.village_id = kind.village_id AND taken.voucher_kind_id = kind.voucher_kind_id
        ORDER BY merchant_id)`.as('merchant_ids'),
    )
    .where('kind.village_id', '=', villageId)
    .orderBy('kind.proposed_at', 'desc')
    .orderBy('kind.voucher_kind_id')
    .execute()
  return new Map(rows.map((row) => [row.voucher_kind_id, toKind(row)]))
}

export async function changeVoucherKind(
  db: Db,
  villageId: string,
  voucherKindId: string,
  to: { readonly state: 'offered' | 'withdrawn'; readonly by: string; readonly at: Date },
): Promise<void> {
  const { state, by, at } = to
  const change =
    state === 'offered'
      ? { state, confirmed_by: by, confirmed_at: at }
      : { state, withdrawn_by: by, withdrawn_at: at }
  await tables(db)
    .updateTable('voucher_kind')
    .set(change)
    .where('village_id', '=', villageId)
    .where('voucher_kind_id', '=', voucherKindId)
    .execute()
}

type KindRow = VoucherTables['voucher_kind'] & { readonly merchant_ids: readonly string[] }

function toKind(row: KindRow): VoucherKind {
  return {
    voucherKindId: row.voucher_kind_id,
    nameZh: row.name_zh,
    nameEn: row.name_en,
    pointsHundredths: row.points_hundredths,
    valueFen: row.value_fen,
    inParts: row.in_parts,
    validDays: row.valid_days,
    unspent: row.unspent,
    budgetId: row.budget_id,
    merchantIds: row.merchant_ids,
    state: row.state,
    proposedBy: row.proposed_by,
    proposerHouseholdId: row.proposer_household_id,
    proposedAt: row.proposed_at,
  }
}
