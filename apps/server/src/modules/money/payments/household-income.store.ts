import { sql } from 'kysely'
import type { Db } from '../../../platform/database/database.ts'

/** Civil days that somebody counts together; no two share a day. */
export interface Period {
  readonly id: string
  readonly beginsOn: string
  /** The last day. */
  readonly endsOn: string
}

/** What a household earned of one kind of cause within a month of a period. */
export interface HouseholdIncome {
  readonly householdId: string
  /** Null: of no period. */
  readonly periodId: string | null
  /** `YYYY-MM`, in the village's time. */
  readonly month: string
  readonly causeKind: string
  /** How many things it was paid for. */
  readonly times: number
  readonly earnedFen: number
  /** Of that, what has reached it; the rest is on its way, or owed again. */
  readonly paidFen: number
}

/** Periods as a table of a statement. */
export const periodTable = (periods: readonly Period[]) => sql`unnest(
  ${periods.map(({ id }) => id)}::text[], ${periods.map(({ beginsOn }) => beginsOn)}::date[],
  ${periods.map(({ endsOn }) => endsOn)}::date[]) AS period (period_id, begins_on, ends_on)`

/**
 * What payments were ordered for households, each cause once however often it was tried, by the day of
 * the first order; of one household or of all.
 */
export async function selectHouseholdIncome(
  db: Db,
  villageId: string,
  { periods, householdId }: { periods: readonly Period[]; householdId: string | null },
): Promise<HouseholdIncome[]> {
  const { rows } = await sql<{
    household_id: string
    period_id: string | null
    month: string
    cause_kind: string
    times: number
    earned: number
    paid: number
  }>`
    WITH due AS (
      SELECT payee_id, cause_kind, cause_id,
        min((ordered_at AT TIME ZONE 'Asia/Shanghai')::date) AS day,
        sum(amount_fen) FILTER (WHERE attempt = 1) AS earned,
        coalesce(sum(amount_fen) FILTER (WHERE state = 'paid'), 0) AS paid
      FROM payment JOIN payment_run USING (village_id, run_id)
      WHERE village_id = ${villageId} AND payee_kind = 'household'
        AND (${householdId}::text IS NULL OR payee_id = ${householdId}::text)
      GROUP BY payee_id, cause_kind, cause_id
    )
    SELECT payee_id AS household_id, period_id, to_char(day, 'YYYY-MM') AS month, cause_kind,
      count(*)::int AS times, sum(earned)::bigint AS earned, sum(paid)::bigint AS paid
    FROM due LEFT JOIN ${periodTable(periods)} ON day BETWEEN begins_on AND ends_on
    GROUP BY payee_id, period_id, to_char(day, 'YYYY-MM'), cause_kind
    ORDER BY payee_id, month, cause_kind`.execute(db)
  return rows.map((row) => ({
    householdId: row.household_id,
    periodId: row.period_id,
    month: row.month,
    causeKind: row.cause_kind,
    times: row.times,
    earnedFen: row.earned,
    paidFen: row.paid,
  }))
}
