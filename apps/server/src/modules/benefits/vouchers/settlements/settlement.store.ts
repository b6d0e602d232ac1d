import { sql } from 'kysely'
import type { Db } from '../../../../platform/database/database.ts'
import type { SettlementState, VoucherTables } from '../tables.ts'

const tables = (db: Db) => db.withTables<VoucherTables>()

/** What merchants are paid for one month. */
export interface Settlement {
  readonly settlementId: string
  /** `YYYY-MM`. */
  readonly month: string
  readonly redemptionCount: number
  readonly totalFen: number
  /** Of whom how much and where to, as it was proposed. */
  readonly termsHash: Buffer
  readonly state: SettlementState
  readonly proposedBy: string
  readonly proposerHouseholdId: string | null
  readonly proposedAt: Date
  readonly endedAt: Date | null
}

/** What one merchant is paid of it, and the snapshot that says what for. */
export interface StatementRow {
  readonly merchantId: string
  readonly amountFen: number
  readonly redemptionCount: number
  readonly runId: string
  readonly statement: Buffer
  readonly statementHash: Buffer
}

/** Held until the commit: who takes a voucher waits for who settles a month, and the other way about. */
export async function lockMonths(
  db: Db,
  villageId: string,
  how: 'alone' | 'shared',
): Promise<void> {
  const key = sql`hashtextextended(${`voucher months ${villageId}`}, 0)`
  await (
    how === 'alone'
      ? sql`select pg_advisory_xact_lock(${key})`
      : sql`select pg_advisory_xact_lock_shared(${key})`
  ).execute(db)
}

export async function isSettled(db: Db, villageId: string, month: string): Promise<boolean> {
  const row = await settlementQuery(db, villageId)
    .where('month', '=', month)
    .where('state', '=', 'confirmed')
    .executeTakeFirst()
  return row !== undefined
}

/** False when the month has one already, proposed or confirmed. */
export async function insertSettlement(
  db: Db,
  villageId: string,
  settlement: Omit<Settlement, 'state' | 'endedAt'>,
): Promise<boolean> {
  const result = await tables(db)
    .insertInto('voucher_settlement')
    .values({
      village_id: villageId,
      settlement_id: settlement.settlementId,
      month: settlement.month,
      redemption_count: settlement.redemptionCount,
      total_fen: settlement.totalFen,
      terms_hash: settlement.termsHash,
      state: 'proposed',
      proposed_by: settlement.proposedBy,
      proposer_household_id: settlement.proposerHouseholdId,
      proposed_at: settlement.proposedAt,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n
}

/** Held until the commit, so that it is confirmed or dropped once. */
export async function lockSettlement(
  db: Db,
  villageId: string,
  settlementId: string,
): Promise<Settlement | null> {
  const row = await settlementQuery(db, villageId)
    .where('settlement_id', '=', settlementId)
    .forUpdate()
    .executeTakeFirst()
  return row ? toSettlement(row) : null
}

/** All of the village, the newest month first. */
export async function selectSettlements(db: Db, villageId: string): Promise<Settlement[]> {
  const rows = await settlementQuery(db, villageId)
    .orderBy('month', 'desc')
    .orderBy('proposed_at', 'desc')
    .orderBy('settlement_id')
    .execute()
  return rows.map(toSettlement)
}

export async function endSettlement(
  db: Db,
  villageId: string,
  settlementId: string,
  how: {
    readonly state: 'confirmed' | 'dropped'
    readonly endedBy: string
    readonly endedAt: Date
  },
): Promise<void> {
  await tables(db)
    .updateTable('voucher_settlement')
    .set({ state: how.state, ended_by: how.endedBy, ended_at: how.endedAt })
    .where('village_id', '=', villageId)
    .where('settlement_id', '=', settlementId)
    .execute()
}

export async function insertStatements(
  db: Db,
  villageId: string,
  settlementId: string,
  statements: readonly StatementRow[],
): Promise<void> {
  await tables(db)
    .insertInto('voucher_statement')
    .values(
      statements.map((one) => ({
        village_id: villageId,
        settlement_id: settlementId,
        merchant_id: one.merchantId,
        amount_fen: one.amountFen,
        redemption_count: one.redemptionCount,
        run_id: one.runId,
        statement: one.statement,
        statement_hash: one.statementHash,
      })),
    )
    .execute()
}

export async function selectStatement(
  db: Db,
  villageId: string,
  settlementId: string,
  merchantId: string,
): Promise<Pick<StatementRow, 'statement' | 'statementHash'> | null> {
  const row = await tables(db)
    .selectFrom('voucher_statement')
    .select(['statement', 'statement_hash'])
    .where('village_id', '=', villageId)
    .where('settlement_id', '=', settlementId)
    .where('merchant_id', '=', merchantId)
    .executeTakeFirst()
  return row ? { statement: row.statement, statementHash: row.statement_hash } : null
}

/** By which payments each merchant of a confirmed settlement is paid. */
export async function selectRunIds(
  db: Db,
  villageId: string,
  settlementId: string,
): Promise<ReadonlyMap<string, string>> {
  const rows = await tables(db)
    .selectFrom('voucher_statement')
    .select(['merchant_id', 'run_id'])
    .where('village_id', '=', villageId)
    .where('settlement_id', '=', settlementId)
    .execute()
  return new Map(rows.map((row) => [row.merchant_id, row.run_id]))
}

/** The months for which a merchant has a statement. */
export async function selectStatementsOf(
  db: Db,
  villageId: string,
  merchantId: string,
): Promise<{ readonly settlementId: string; readonly month: string }[]> {
  const rows = await tables(db)
    .selectFrom('voucher_statement')
    .innerJoin('voucher_settlement', (join) =>
      join
        .onRef('voucher_settlement.village_id', '=', 'voucher_statement.village_id')
        .onRef('voucher_settlement.settlement_id', '=', 'voucher_statement.settlement_id'),
    )
    .select(['voucher_settlement.settlement_id', 'month'])
    .where('voucher_statement.village_id', '=', villageId)
    .where('merchant_id', '=', merchantId)
    .execute()
  return rows.map((row) => ({ settlementId: row.settlement_id, month: row.month }))
}

/** Confirmed settlements that are not what was spent in their month. */
export async function selectUnevenSettlements(db: Db, villageId: string): Promise<string[]> {
  const { rows } = await sql<{ settlement_id: string }>`
    SELECT settlement.settlement_id FROM voucher_settlement AS settlement
    LEFT JOIN (
      SELECT month, count(*) AS taken, sum(amount_fen) AS fen FROM voucher_redemption
      WHERE village_id = ${villageId} GROUP BY month
    ) AS spent ON spent.month = settlement.month
    LEFT JOIN (
      SELECT settlement_id, sum(redemption_count) AS taken, sum(amount_fen) AS fen
      FROM voucher_statement WHERE village_id = ${villageId} GROUP BY settlement_id
    ) AS paid ON paid.settlement_id = settlement.settlement_id
    WHERE settlement.village_id = ${villageId} AND settlement.state = 'confirmed' AND (
      spent.fen IS DISTINCT FROM settlement.total_fen
      OR spent.taken IS DISTINCT FROM settlement.redemption_count
      OR paid.fen IS DISTINCT FROM settlement.total_fen
      OR paid.taken IS DISTINCT FROM settlement.redemption_count)
    ORDER BY settlement.settlement_id LIMIT 100`.execute(db)
  return rows.map((row) => row.settlement_id)
}

function settlementQuery(db: Db, villageId: string) {
  return tables(db).selectFrom('voucher_settlement').selectAll().where('village_id', '=', villageId)
}

function toSettlement(row: VoucherTables['voucher_settlement']): Settlement {
  return {
    settlementId: row.settlement_id,
    month: row.month,
    redemptionCount: row.redemption_count,
    totalFen: row.total_fen,
    termsHash: row.terms_hash,
    state: row.state,
    proposedBy: row.proposed_by,
    proposerHouseholdId: row.proposer_household_id,
    proposedAt: row.proposed_at,
    endedAt: row.ended_at,
  }
}
