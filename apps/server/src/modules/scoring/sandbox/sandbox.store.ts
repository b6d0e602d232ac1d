import type { CalibrationInput } from '@azalea/scoring'
import { sql } from 'kysely'
import type { Db } from '../../../platform/database/database.ts'
import type { SourceKind } from '../tables.ts'

/** An award as it was made, with the facts that it rests on. */
export interface AwardedDeed {
  readonly awardId: string
  readonly ruleSheetId: string
  readonly itemRef: string
  readonly personId: string
  readonly householdId: string
  readonly sourceKind: SourceKind
  readonly sourceId: string
  readonly quantity: number
  readonly leaderScore: number | null
  readonly circumstances: NonNullable<CalibrationInput['circumstances']> | null
  readonly judgements: Pick<
    CalibrationInput,
    'spotCheckScore' | 'passersBy' | 'upheldReports'
  > | null
  readonly sameInForce: number | null
  readonly occurredOn: string
  /** The award that this one took the place of, since its facts had been wrong. */
  readonly correctsAwardId: string | null
}

export interface DeedQuery {
  /** Deeds of this civil day and later; null: all. */
  readonly firstDay: string | null
  /** The page begins after this award; null: the first page. */
  readonly after: string | null
  readonly limit: number
}

/**
 * A page of awards in the order in which they were made (their ids sort by it), whatever became of
 * them. What a repair gave back is no deed and is left out.
 */
export async function selectAwardedDeeds(
  db: Db,
  villageId: string,
  { firstDay, after, limit }: DeedQuery,
): Promise<AwardedDeed[]> {
  const { rows } = await sql<DeedRow>`
    SELECT award.award_id, award.rule_sheet_id, award.item_ref, award.person_id, award.household_id,
      contribution.source_kind, contribution.source_id, contribution.quantity,
      contribution.leader_score, contribution.circumstances, contribution.judgements,
      (jsonb_path_query_first(
        award.calibration, '$.stages[*] ? (@.stage == "repeat").input.sameInForce'
      ) #>> '{}')::int AS same_in_force,
      award.occurred_on, objection.award_id AS corrects_award_id
    FROM award
    JOIN contribution ON contribution.village_id = ${villageId}
      AND contribution.contribution_id = award.contribution_id
    LEFT JOIN objection ON objection.village_id = ${villageId}
      AND objection.objection_id = contribution.objection_id
    WHERE award.village_id = ${villageId} AND contribution.source_kind <> 'repair'
      AND award.occurred_on >= coalesce(${firstDay}, '-infinity'::date)
      AND award.award_id > coalesce(${after}, '00000000-0000-0000-0000-000000000000'::uuid)
    ORDER BY award.award_id LIMIT ${limit}`.execute(db)
  return rows.map((row) => ({
    awardId: row.award_id,
    ruleSheetId: row.rule_sheet_id,
    itemRef: row.item_ref,
    personId: row.person_id,
    householdId: row.household_id,
    sourceKind: row.source_kind,
    sourceId: row.source_id,
    quantity: row.quantity,
    leaderScore: row.leader_score,
    circumstances: row.circumstances,
    judgements: row.judgements,
    sameInForce: row.same_in_force,
    occurredOn: row.occurred_on,
    correctsAwardId: row.corrects_award_id,
  }))
}

/** An award that was taken back as wrong, and when. */
export interface TakenBack {
  readonly awardId: string
  readonly at: Date
}

/**
 * Awards that were reversed because they were wrong, in that order: not those in whose place a
 * higher one stands, nor those for which corrected facts were awarded anew.
 */
export async function selectTakenBack(db: Db, villageId: string): Promise<TakenBack[]> {
  const { rows } = await sql<{ award_id: string; reversed_at: Date }>`
    SELECT award_id, reversed_at FROM award
    WHERE village_id = ${villageId} AND state = 'reversed' AND superseded_by IS NULL
      AND NOT EXISTS (
        SELECT FROM objection WHERE objection.village_id = ${villageId}
          AND objection.award_id = award.award_id AND objection.new_award_id IS NOT NULL
      )
    ORDER BY reversed_at, award_id`.execute(db)
  return rows.map((row) => ({ awardId: row.award_id, at: row.reversed_at }))
}

interface DeedRow {
  readonly award_id: string
  readonly rule_sheet_id: string
  readonly item_ref: string
  readonly person_id: string
  readonly household_id: string
  readonly source_kind: SourceKind
  readonly source_id: string
  readonly quantity: number
  readonly leader_score: number | null
  readonly circumstances: AwardedDeed['circumstances']
  readonly judgements: AwardedDeed['judgements']
  readonly same_in_force: number | null
  readonly occurred_on: string
  readonly corrects_award_id: string | null
}
