import type { PriorUsage, UsageWindow } from '@azalea/scoring'
import { sql } from 'kysely'
import type { Db } from '../../../platform/database/database.ts'

/**
 * Makes this transaction the only one that changes awards or balances of these households, until it
 * ends. Taken in the order of ids by everyone, so nobody waits in a circle.
 */
export async function lockHouseholds(
  db: Db,
  villageId: string,
  householdIds: Iterable<string>,
): Promise<void> {
  const keys = [...new Set(householdIds)].toSorted().map((id) => `awards/${villageId}/${id}`)
  await sql`
    SELECT pg_advisory_xact_lock(hashtextextended(key, 0)) FROM unnest(${keys}::text[]) AS key
  `.execute(db)
}

/** A sum to look up for the deed with number `contributionNo`. */
export interface UsageQuestion {
  readonly contributionNo: number
  readonly window: UsageWindow
  /** The person or household whose awards are added up, as the window's scope says. */
  readonly ownerId: string
  /** 1 adds up merits, -1 deductions. */
  readonly sign: 1 | -1
}

/** Answers all questions in one statement; the usages of each deed, by its number. */
export async function selectPriorUsage(
  db: Db,
  villageId: string,
  questions: readonly UsageQuestion[],
): Promise<Map<number, PriorUsage[]>> {
  const answers = new Map<number, PriorUsage[]>()
  if (questions.length === 0) return answers
  const sums = sql`
    coalesce(sum(abs(award.points_hundredths)) FILTER (WHERE award.points_hundredths * question.sign > 0), 0)::bigint AS used_hundredths,
    coalesce(sum(award.counted_occurrences) FILTER (WHERE award.points_hundredths * question.sign > 0), 0)::bigint AS used_count,
    coalesce(sum(award.credited_quantity), 0)::bigint AS used_quantity`
  const matching = sql`
    award.state <> 'reversed'
    AND award.occurred_on BETWEEN coalesce(question.first_day, '-infinity') AND coalesce(question.last_day, 'infinity')
    AND CASE question.subject WHEN 'item' THEN award.item_ref WHEN 'category' THEN award.category ELSE award.source END = question.key`
  const { rows } = await sql<UsageSums>`
    WITH question AS (
      SELECT * FROM unnest(
        ${questions.map((_, index) => index)}::int[],
        ${questions.map(({ window }) => window.scope)}::text[],
        ${questions.map(({ ownerId }) => ownerId)}::uuid[],
        ${questions.map(({ window }) => window.of)}::text[],
        ${questions.map(({ window }) => window.key)}::text[],
        ${questions.map(({ window }) => window.firstDay)}::date[],
        ${questions.map(({ window }) => window.lastDay)}::date[],
        ${questions.map(({ sign }) => sign)}::int[]
      ) AS q (no, scope, owner_id, subject, key, first_day, last_day, sign)
    )
    SELECT question.no, total.* FROM question CROSS JOIN LATERAL (
      SELECT ${sums} FROM award
      WHERE award.village_id = ${villageId} AND award.person_id = question.owner_id AND ${matching}
    ) AS total WHERE question.scope = 'person'
    UNION ALL
    SELECT question.no, total.* FROM question CROSS JOIN LATERAL (
      SELECT ${sums} FROM award
      WHERE award.village_id = ${villageId} AND award.household_id = question.owner_id AND ${matching}
    ) AS total WHERE question.scope = 'household'
    ORDER BY no
  `.execute(db)
  for (const row of rows) {
    const question = questions[row.no]
    if (question === undefined) throw new Error(`no question ${row.no}`)
    const { scope, of, key, window } = question.window
    const usage: PriorUsage = {
      scope,
      of,
      key,
      window,
      usedHundredths: row.used_hundredths,
      usedCount: row.used_count,
      usedQuantity: row.used_quantity,
    }
    answers.set(question.contributionNo, [...(answers.get(question.contributionNo) ?? []), usage])
  }
  return answers
}

interface UsageSums {
  readonly no: number
  readonly used_hundredths: number
  readonly used_count: number
  readonly used_quantity: number
}
