import { sql } from 'kysely'
import type { Db } from '../../../platform/database/database.ts'
import type { Payee, PayeeKind } from '../money-accounts.ts'
import type { MoneyTables } from '../tables.ts'
import type { MeansName } from './payment-statement.ts'

const tables = (db: Db) => db.withTables<MoneyTables>()

export type PaymentState = 'pending' | 'paid' | 'failed'

export interface PaymentRunRow {
  readonly runId: string
  readonly means: MeansName
  readonly title: string
  /** For readers of English; a statement has the Chinese title only. */
  readonly titleEn: string | null
  readonly paymentCount: number
  readonly totalFen: number
  readonly statement: Buffer
  readonly statementHash: Buffer
  readonly correctsRunId: string | null
  readonly orderedBy: string
  readonly orderedAt: Date
}

/** What it is for: paid once, and again only when an attempt has failed. */
export interface PaymentCause {
  readonly kind: string
  readonly id: string
}

export interface PaymentRow {
  readonly paymentId: string
  readonly no: number
  readonly payee: Payee
  readonly amountFen: number
  readonly cause: PaymentCause
  readonly attempt: number
  readonly state: PaymentState
  readonly failure: string | null
  readonly endedAt: Date | null
}

export async function insertRun(db: Db, villageId: string, run: PaymentRunRow): Promise<void> {
  await tables(db)
    .insertInto('payment_run')
    .values({
      village_id: villageId,
      run_id: run.runId,
      means: run.means,
      title: run.title,
      title_en: run.titleEn,
      payment_count: run.paymentCount,
      total_fen: run.totalFen,
      statement: run.statement,
      statement_hash: run.statementHash,
      corrects_run_id: run.correctsRunId,
      ordered_by: run.orderedBy,
      ordered_at: run.orderedAt,
    })
    .execute()
}

/** All of a run in one statement. */
export async function insertPayments(
  db: Db,
  villageId: string,
  runId: string,
  payments: readonly Omit<PaymentRow, 'state' | 'failure' | 'endedAt'>[],
): Promise<void> {
  await sql`
    INSERT INTO payment (village_id, payment_id, run_id, line_no, payee_kind, payee_id, amount_fen,
      cause_kind, cause_id, attempt, state)
    SELECT ${villageId}, payment_id, ${runId}::uuid, line_no, payee_kind, payee_id, amount_fen,
      cause_kind, cause_id, attempt, 'pending'
    FROM unnest(
      ${payments.map(({ paymentId }) => paymentId)}::uuid[],
      ${payments.map(({ no }) => no)}::int[],
      ${payments.map(({ payee }) => payee.kind)}::text[],
      ${payments.map(({ payee }) => payee.id)}::text[],
      ${payments.map(({ amountFen }) => amountFen)}::bigint[],
      ${payments.map(({ cause }) => cause.kind)}::text[],
      ${payments.map(({ cause }) => cause.id)}::uuid[],
      ${payments.map(({ attempt }) => attempt)}::smallint[]
    ) AS p (payment_id, line_no, payee_kind, payee_id, amount_fen, cause_kind, cause_id, attempt)
  `.execute(db)
}

/** Held until the commit, so that no payment is answered twice. */
export async function lockRun(
  db: Db,
  villageId: string,
  runId: string,
): Promise<PaymentRunRow | null> {
  const row = await runQuery(db, villageId)
    .where('run_id', '=', runId)
    .forUpdate()
    .executeTakeFirst()
  return row ? toRun(row) : null
}

export async function selectRun(
  db: Db,
  villageId: string,
  runId: string,
): Promise<PaymentRunRow | null> {
  const row = await runQuery(db, villageId).where('run_id', '=', runId).executeTakeFirst()
  return row ? toRun(row) : null
}

export interface RunBrief extends Omit<PaymentRunRow, 'statement'> {
  readonly paidCount: number
  readonly paidFen: number
  readonly failedCount: number
  readonly failedFen: number
}

const MOST_RUNS = 200

/** The newest runs of a village with how far they have come. */
export async function selectRuns(db: Db, villageId: string): Promise<RunBrief[]> {
  const rows = await tables(db)
    .selectFrom('payment_run as run')
    .select([
      'run.run_id',
      'run.means',
      'run.title',
      'run.title_en',
      'run.payment_count',
      'run.total_fen',
      'run.statement_hash',
      'run.corrects_run_id',
      'run.ordered_by',
      'run.ordered_at',
    ])
    .select(
      sql<
        Record<'paidCount' | 'paidFen' | 'failedCount' | 'failedFen', number>
      >`(SELECT json_build_object(
        'paidCount', count(*) FILTER (WHERE state = 'paid'),
        'paidFen', coalesce(sum(amount_fen) FILTER (WHERE state = 'paid'), 0),
        'failedCount', count(*) FILTER (WHERE state = 'failed'),
        'failedFen', coalesce(sum(amount_fen) FILTER (WHERE state = 'failed'), 0))
        FROM payment WHERE payment.village_id = run.village_id AND payment.run_id = run.run_id)`.as(
        'ended',
      ),
    )
    .where('run.village_id', '=', villageId)
    .orderBy('run.ordered_at', 'desc')
    .orderBy('run.run_id')
    .limit(MOST_RUNS)
    .execute()
  return rows.map(({ ended, ...row }) => ({ ...toRunHead(row), ...ended }))
}

/** The runs with payments that nobody has ended, oldest first. */
export async function selectUnendedRuns(
  db: Db,
  villageId: string,
): Promise<
  (Pick<PaymentRunRow, 'runId' | 'means' | 'title' | 'titleEn' | 'orderedAt'> & {
    readonly pendingCount: number
  })[]
> {
  const rows = await titledRuns(db, villageId)
    .where('payment.state', '=', 'pending')
    .orderBy('run.ordered_at')
    .orderBy('run.run_id')
    .limit(MOST_RUNS)
    .execute()
  return rows.map(({ counted: pendingCount, ...row }) => ({ ...toTitled(row), pendingCount }))
}

/** The runs with payments that have failed and wait to be ordered anew, the first failed first. */
export async function selectRunsToRepeat(
  db: Db,
  villageId: string,
): Promise<
  (Pick<PaymentRunRow, 'runId' | 'means' | 'title' | 'titleEn' | 'orderedAt'> & {
    readonly failedCount: number
    /** When the first of them failed. */
    readonly failedAt: Date
  })[]
> {
  const rows = await titledRuns(db, villageId)
    .select((e) => e.fn.min<Date>('payment.ended_at').as('failed_at'))
    .where(isToRepeat)
    .orderBy('failed_at')
    .orderBy('run.run_id')
    .limit(MOST_RUNS)
    .execute()
  return rows.map(({ counted: failedCount, failed_at: failedAt, ...row }) => ({
    ...toTitled(row),
    failedCount,
    failedAt,
  }))
}

/** Runs as lists name them, each with how many of its payments are asked for. */
function titledRuns(db: Db, villageId: string) {
  const titled = ['run.run_id', 'run.means', 'run.title', 'run.title_en', 'run.ordered_at'] as const
  return tables(db)
    .selectFrom('payment_run as run')
    .innerJoin('payment', (join) =>
      join
        .onRef('payment.village_id', '=', 'run.village_id')
        .onRef('payment.run_id', '=', 'run.run_id'),
    )
    .select(titled)
    .select((e) => e.fn.countAll<number>().as('counted'))
    .where('run.village_id', '=', villageId)
    .groupBy(titled)
}

function toTitled(row: Pick<RunRow, 'run_id' | 'means' | 'title' | 'title_en' | 'ordered_at'>) {
  return {
    runId: row.run_id,
    means: row.means,
    title: row.title,
    titleEn: row.title_en,
    orderedAt: row.ordered_at,
  }
}

/** The payments of a run in their order; those numbered only, where numbers are given. */
export async function selectPayments(
  db: Db,
  villageId: string,
  runId: string,
): Promise<PaymentRow[]> {
  const rows = await tables(db)
    .selectFrom('payment')
    .selectAll()
    .where('village_id', '=', villageId)
    .where('run_id', '=', runId)
    .orderBy('line_no')
    .execute()
  return rows.map(toPayment)
}

/** What was and is to be paid to a payee, newest first. */
export async function selectPaymentsTo(
  db: Db,
  villageId: string,
  payee: { readonly kind: PayeeKind; readonly id: string },
): Promise<(PaymentRow & Pick<PaymentRunRow, 'title' | 'titleEn' | 'means'>)[]> {
  const rows = await tables(db)
    .selectFrom('payment')
    .innerJoin('payment_run', (join) =>
      join
        .onRef('payment_run.village_id', '=', 'payment.village_id')
        .onRef('payment_run.run_id', '=', 'payment.run_id'),
    )
    .selectAll('payment')
    .select(['payment_run.title', 'payment_run.title_en', 'payment_run.means'])
    .where('payment.village_id', '=', villageId)
    .where('payee_kind', '=', payee.kind)
    .where('payee_id', '=', payee.id)
    .orderBy('payment.payment_id', 'desc')
    .execute()
  return rows.map((row) => ({
    ...toPayment(row),
    title: row.title,
    titleEn: row.title_en,
    means: row.means,
  }))
}

export interface PaymentEnd {
  readonly paymentId: string
  /** Null: it was paid. */
  readonly failure: string | null
}

export async function endPayments(
  db: Db,
  villageId: string,
  endedAt: Date,
  ends: readonly PaymentEnd[],
): Promise<void> {
  await sql`
    UPDATE payment SET ended_at = ${endedAt}, failure = told.failure,
      state = CASE WHEN told.failure IS NULL THEN 'paid' ELSE 'failed' END
    FROM unnest(
      ${ends.map(({ paymentId }) => paymentId)}::uuid[],
      ${ends.map(({ failure }) => failure)}::text[]
    ) AS told (payment_id, failure)
    WHERE payment.village_id = ${villageId} AND payment.payment_id = told.payment_id
  `.execute(db)
}

/** Notes that all payments of a run have ended, where none waits any more. */
export async function noteSettled(
  db: Db,
  villageId: string,
  runId: string,
  settledAt: Date,
): Promise<void> {
  await sql`
    UPDATE payment_run SET settled_at = ${settledAt}
    WHERE village_id = ${villageId} AND run_id = ${runId} AND NOT EXISTS (
      SELECT FROM payment WHERE payment.village_id = ${villageId}
        AND payment.run_id = ${runId} AND state = 'pending')
  `.execute(db)
}

/** Of a payment: it has failed, and was not ordered anew yet. */
const isToRepeat = sql<boolean>`payment.state = 'failed' AND NOT EXISTS (
  SELECT FROM payment AS again
  WHERE again.village_id = payment.village_id
    AND again.cause_kind = payment.cause_kind AND again.cause_id = payment.cause_id
    AND again.payee_kind = payment.payee_kind AND again.payee_id = payment.payee_id
    AND again.attempt = payment.attempt + 1)`

/** The failed payments of a run that have not been ordered anew yet. */
export async function selectToRepeat(
  db: Db,
  villageId: string,
  runId: string,
): Promise<PaymentRow[]> {
  const rows = await tables(db)
    .selectFrom('payment')
    .selectAll()
    .where('village_id', '=', villageId)
    .where('run_id', '=', runId)
    .where(isToRepeat)
    .orderBy('line_no')
    .execute()
  return rows.map(toPayment)
}

function runQuery(db: Db, villageId: string) {
  return tables(db).selectFrom('payment_run').selectAll().where('village_id', '=', villageId)
}

type RunRow = MoneyTables['payment_run']

function toRun(row: RunRow): PaymentRunRow {
  return { ...toRunHead(row), statement: row.statement }
}

function toRunHead(row: Omit<RunRow, 'statement' | 'village_id' | 'settled_at'>) {
  return {
    runId: row.run_id,
    means: row.means,
    title: row.title,
    titleEn: row.title_en,
    paymentCount: row.payment_count,
    totalFen: row.total_fen,
    statementHash: row.statement_hash,
    correctsRunId: row.corrects_run_id,
    orderedBy: row.ordered_by,
    orderedAt: row.ordered_at,
  }
}

function toPayment(row: MoneyTables['payment']): PaymentRow {
  return {
    paymentId: row.payment_id,
    no: row.line_no,
    payee: { kind: row.payee_kind, id: row.payee_id },
    amountFen: row.amount_fen,
    cause: { kind: row.cause_kind, id: row.cause_id },
    attempt: row.attempt,
    state: row.state,
    failure: row.failure,
    endedAt: row.ended_at,
  }
}
