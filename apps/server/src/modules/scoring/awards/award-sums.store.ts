import { sql } from 'kysely'
import type { Db } from '../../../platform/database/database.ts'
import type { AwardState, ScoringTables } from '../ground/tables.ts'

export interface AwardSums {
  readonly finalAwards: number
  readonly finalHundredths: number
  /** Awards taken back after they had been final. */
  readonly reversedAwards: number
  readonly reversedHundredths: number
}

/** What became final, and what was taken back, from one instant up to (not including) another. */
export async function sumAwards(
  db: Db,
  villageId: string,
  period: { readonly from: Date; readonly to: Date },
): Promise<AwardSums> {
  const { from, to } = period
  const { rows } = await sql<{
    final_awards: number
    final_hundredths: number
    reversed_awards: number
    reversed_hundredths: number
  }>`
    SELECT
      count(*) FILTER (WHERE became_final) AS final_awards,
      coalesce(sum(points_hundredths) FILTER (WHERE became_final), 0)::bigint AS final_hundredths,
      count(*) FILTER (WHERE was_reversed) AS reversed_awards,
      coalesce(sum(points_hundredths) FILTER (WHERE was_reversed), 0)::bigint AS reversed_hundredths
    FROM (
      SELECT points_hundredths,
        coalesce(final_at >= ${from} AND final_at < ${to}, false) AS became_final,
        coalesce(final_at IS NOT NULL AND reversed_at >= ${from} AND reversed_at < ${to}, false) AS was_reversed
      FROM award WHERE village_id = ${villageId}
    ) AS changes
  `.execute(db)
  const [row] = rows
  return {
    finalAwards: row?.final_awards ?? 0,
    finalHundredths: row?.final_hundredths ?? 0,
    reversedAwards: row?.reversed_awards ?? 0,
    reversedHundredths: row?.reversed_hundredths ?? 0,
  }
}

/** The sum of every household's final awards, which its honour must equal. */
export async function sumFinalByHousehold(db: Db, villageId: string): Promise<Map<string, number>> {
  const { rows } = await sql<{ household_id: string; sum: number }>`
    SELECT household_id, sum(points_hundredths)::bigint AS sum
    FROM award WHERE village_id = ${villageId} AND state = 'final'
    GROUP BY household_id ORDER BY household_id
  `.execute(db)
  return new Map(rows.map((row) => [row.household_id, row.sum]))
}

/** How many of a person's awards are in each state. */
export async function countOwnAwards(
  db: Db,
  villageId: string,
  personId: string,
): Promise<Map<AwardState, number>> {
  const { rows } = await sql<{ state: AwardState; awards: number }>`
    SELECT state, count(*) AS awards FROM award
    WHERE village_id = ${villageId} AND person_id = ${personId}
    GROUP BY state
  `.execute(db)
  return new Map(rows.map((row) => [row.state, row.awards]))
}

/** Whether any award stands, posted or not. */
export async function hasStandingAward(db: Db, villageId: string): Promise<boolean> {
  const row = await db
    .withTables<ScoringTables>()
    .selectFrom('award')
    .select('award_id')
    .where('village_id', '=', villageId)
    .where('state', '<>', 'reversed')
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}
