import { sql } from 'kysely'
import type { Db } from '../../../../platform/database/database.ts'
import { plainArray } from '../../../../platform/database/plain-array.ts'
import type { RoundTables } from '../tables.ts'

const tables = (db: Db) => db.withTables<RoundTables>()

/** What growers are paid for a round, or what is corrected of it. */
export interface RoundSettlement {
  readonly settlementId: string
  readonly roundId: string
  /** 1 the first of the round. */
  readonly no: number
  readonly growerCount: number
  readonly weighInCount: number
  readonly netFen: number
  readonly paidFen: number
  readonly termsHash: Buffer
  readonly state: RoundTables['round_settlement']['state']
  readonly proposedBy: string
  readonly proposerHouseholdId: string | null
  readonly proposedAt: Date
  readonly endedAt: Date | null
}

export interface StatementRow {
  readonly householdId: string
  readonly no: number
  readonly netFen: number
  readonly carriedFen: number
  readonly paidFen: number
  readonly runId: string | null
  readonly statement: Buffer
  readonly statementHash: Buffer
}

/** Held until the commit: what a grower owes crosses rounds. */
export async function lockSettlements(db: Db, villageId: string): Promise<void> {
  const key = `round settlements of ${villageId}`
  await sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`.execute(db)
}

/** False when one of the round waits, or has this number. */
export async function insertSettlement(
  db: Db,
  villageId: string,
  one: Omit<RoundSettlement, 'state' | 'endedAt'>,
): Promise<boolean> {
  const result = await tables(db)
    .insertInto('round_settlement')
    .values({
      village_id: villageId,
      settlement_id: one.settlementId,
      round_id: one.roundId,
      settlement_no: one.no,
      grower_count: one.growerCount,
      weigh_in_count: one.weighInCount,
      net_fen: one.netFen,
      paid_fen: one.paidFen,
      terms_hash: one.termsHash,
      state: 'proposed',
      proposed_by: one.proposedBy,
      proposer_household_id: one.proposerHouseholdId,
      proposed_at: one.proposedAt,
      ended_by: null,
      ended_at: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n
}

export async function selectSettlement(
  db: Db,
  villageId: string,
  settlementId: string,
): Promise<RoundSettlement | null> {
  const row = await settlements(db, villageId)
    .where('settlement_id', '=', settlementId)
    .executeTakeFirst()
  return row ? toSettlement(row) : null
}

/** Held until the commit, so that it is confirmed or dropped once. */
export async function lockSettlement(
  db: Db,
  villageId: string,
  settlementId: string,
): Promise<RoundSettlement | null> {
  const row = await settlements(db, villageId)
    .where('settlement_id', '=', settlementId)
    .forUpdate()
    .executeTakeFirst()
  return row ? toSettlement(row) : null
}

/** Of a round, but for those that were dropped, the first first. */
export async function selectSettlements(
  db: Db,
  villageId: string,
  roundId: string,
): Promise<RoundSettlement[]> {
  const rows = await settlements(db, villageId)
    .where('round_id', '=', roundId)
    .where('state', '<>', 'dropped')
    .orderBy('settlement_no')
    .execute()
  return rows.map(toSettlement)
}

/** Of all rounds, those that wait to be confirmed. */
export async function selectProposed(db: Db, villageId: string): Promise<RoundSettlement[]> {
  const rows = await settlements(db, villageId).where('state', '=', 'proposed').execute()
  return rows.map(toSettlement)
}

export async function endSettlement(
  db: Db,
  villageId: string,
  settlementId: string,
  how: { readonly state: 'confirmed' | 'dropped'; readonly by: string; readonly at: Date },
): Promise<void> {
  await tables(db)
    .updateTable('round_settlement')
    .set({ state: how.state, ended_by: how.by, ended_at: how.at })
    .where('village_id', '=', villageId)
    .where('settlement_id', '=', settlementId)
    .execute()
}

export async function insertStatements(
  db: Db,
  villageId: string,
  settlementId: string,
  rows: readonly StatementRow[],
): Promise<void> {
  const some = 500
  for (let from = 0; from < rows.length; from += some)
    await tables(db)
      .insertInto('grower_statement')
      .values(
        rows.slice(from, from + some).map((row) => ({
          village_id: villageId,
          settlement_id: settlementId,
          household_id: row.householdId,
          line_no: row.no,
          net_fen: row.netFen,
          carried_fen: row.carriedFen,
          paid_fen: row.paidFen,
          run_id: row.runId,
          statement: row.statement,
          statement_hash: row.statementHash,
        })),
      )
      .execute()
}

/** What confirmed statements of a round told, by household. */
export async function sumSettled(
  db: Db,
  villageId: string,
  roundId: string,
): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ household_id: string; fen: number }>`
    SELECT household_id, sum(line.net_fen)::bigint AS fen
    FROM grower_statement AS line JOIN round_settlement AS whole USING (village_id, settlement_id)
    WHERE village_id = ${villageId} AND whole.round_id = ${roundId}::uuid
    GROUP BY household_id`.execute(db)
  return new Map(rows.map((row) => [row.household_id, row.fen]))
}

/** What earlier statements of any round gave these households too much: at most zero. */
export async function sumCarried(
  db: Db,
  villageId: string,
  householdIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ household_id: string; fen: number }>`
    SELECT household_id, sum(net_fen - paid_fen)::bigint AS fen FROM grower_statement
    WHERE village_id = ${villageId} AND household_id = any(${plainArray(householdIds)}::uuid[])
    GROUP BY household_id`.execute(db)
  return new Map(rows.map((row) => [row.household_id, row.fen]))
}

/** Of a settlement, in the order of lines, after one and at most so many. */
export async function selectStatements(
  db: Db,
  villageId: string,
  settlementId: string,
  page: { readonly after: number; readonly limit: number },
): Promise<StatementRow[]> {
  const rows = await tables(db)
    .selectFrom('grower_statement')
    .selectAll()
    .where('village_id', '=', villageId)
    .where('settlement_id', '=', settlementId)
    .where('line_no', '>', page.after)
    .orderBy('line_no')
    .limit(page.limit)
    .execute()
  return rows.map(toStatement)
}

/** A household's statement of a settlement. */
export async function selectStatement(
  db: Db,
  villageId: string,
  settlementId: string,
  householdId: string,
): Promise<StatementRow | null> {
  const row = await tables(db)
    .selectFrom('grower_statement')
    .selectAll()
    .where('village_id', '=', villageId)
    .where('settlement_id', '=', settlementId)
    .where('household_id', '=', householdId)
    .executeTakeFirst()
  return row ? toStatement(row) : null
}

/** All statements of a household, with the settlements that they are of, the newest first. */
export async function selectStatementsOf(
  db: Db,
  villageId: string,
  householdId: string,
): Promise<
  { readonly settlementId: string; readonly roundId: string; readonly row: StatementRow }[]
> {
  const rows = await tables(db)
    .selectFrom('grower_statement')
    .innerJoin('round_settlement', (join) =>
      join
        .onRef('round_settlement.village_id', '=', 'grower_statement.village_id')
        .onRef('round_settlement.settlement_id', '=', 'grower_statement.settlement_id'),
    )
    .selectAll('grower_statement')
    .select('round_settlement.round_id')
    .where('grower_statement.village_id', '=', villageId)
    .where('grower_statement.household_id', '=', householdId)
    .orderBy('round_settlement.ended_at', 'desc')
    .execute()
  return rows.map((row) => ({
    settlementId: row.settlement_id,
    roundId: row.round_id,
    row: toStatement(row),
  }))
}

/** Confirmed settlements that are not the sum of their statements, or pay otherwise than by their runs. */
export async function selectUnevenSettlements(db: Db, villageId: string): Promise<string[]> {
  const { rows } = await sql<{ settlement_id: string }>`
    SELECT whole.settlement_id FROM round_settlement AS whole
    LEFT JOIN (
      SELECT settlement_id, count(*) AS growers, sum(net_fen) AS net, sum(paid_fen) AS paid
      FROM grower_statement WHERE village_id = ${villageId} GROUP BY settlement_id
    ) AS line ON line.settlement_id = whole.settlement_id
    LEFT JOIN (
      SELECT cause_id, sum(amount_fen) AS fen FROM payment
      WHERE village_id = ${villageId} AND cause_kind = 'round-settlement' AND attempt = 1
      GROUP BY cause_id
    ) AS ordered ON ordered.cause_id = whole.settlement_id
    WHERE whole.village_id = ${villageId} AND whole.state = 'confirmed' AND (
      line.growers IS DISTINCT FROM whole.grower_count
      OR line.net IS DISTINCT FROM whole.net_fen
      OR line.paid IS DISTINCT FROM whole.paid_fen
      OR coalesce(ordered.fen, 0) <> whole.paid_fen)
    ORDER BY whole.settlement_id LIMIT 100`.execute(db)
  return rows.map((row) => row.settlement_id)
}

function settlements(db: Db, villageId: string) {
  return tables(db).selectFrom('round_settlement').selectAll().where('village_id', '=', villageId)
}

function toStatement(row: RoundTables['grower_statement']): StatementRow {
  return {
    householdId: row.household_id,
    no: row.line_no,
    netFen: row.net_fen,
    carriedFen: row.carried_fen,
    paidFen: row.paid_fen,
    runId: row.run_id,
    statement: row.statement,
    statementHash: row.statement_hash,
  }
}

function toSettlement(row: RoundTables['round_settlement']): RoundSettlement {
  return {
    settlementId: row.settlement_id,
    roundId: row.round_id,
    no: row.settlement_no,
    growerCount: row.grower_count,
    weighInCount: row.weigh_in_count,
    netFen: row.net_fen,
    paidFen: row.paid_fen,
    termsHash: row.terms_hash,
    state: row.state,
    proposedBy: row.proposed_by,
    proposerHouseholdId: row.proposer_household_id,
    proposedAt: row.proposed_at,
    endedAt: row.ended_at,
  }
}
