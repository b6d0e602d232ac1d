import type { CalibrationInput } from '@azalea/scoring'
import { sql } from 'kysely'
import type { Db } from '../../../platform/database/database.ts'
import { sourcesThatOutlastTheirDays, type SourceKind } from '../ground/sources.ts'
import type { RepairWay } from '../ground/tables.ts'

/** An award as it was made, with the facts that it rests on. */
export interface AwardedContribution {
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
  readonly occurredOn: string
  /** The award that this one took the place of, since its facts had been wrong. */
  readonly correctsAwardId: string | null
  /** What the award gave back for; null where it is for a deed. */
  readonly repair: {
    readonly deductionId: string
    readonly way: RepairWay
    readonly minutes: number | null
  } | null
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
 * them. Deductions and repairs are few and read from all days: an old one still counts against the
 * next of its kind until it is mended, and is given back whenever that is.
 */
export async function selectAwardedContributions(
  db: Db,
  villageId: string,
  { firstDay, after, limit }: DeedQuery,
): Promise<AwardedContribution[]> {
  const { rows } = await sql<ContributionRow>`
    SELECT award.award_id, award.rule_sheet_id, award.item_ref, award.person_id, award.household_id,
      contribution.source_kind, contribution.source_id, contribution.quantity,
      contribution.leader_score, contribution.circumstances, contribution.judgements,
      award.occurred_on, COALESCE(contribution.corrects_award_id, objection.award_id) AS corrects_award_id,
      deduction_repair.award_id AS repairs_award_id, deduction_repair.way, deduction_repair.minutes
    FROM award
    JOIN contribution ON contribution.village_id = ${villageId}
      AND contribution.contribution_id = award.contribution_id
    LEFT JOIN objection ON objection.village_id = ${villageId}
      AND objection.objection_id = contribution.objection_id
    LEFT JOIN deduction_repair ON deduction_repair.village_id = ${villageId}
      AND deduction_repair.repair_award_id = award.award_id
    WHERE award.village_id = ${villageId}
      AND (award.occurred_on >= coalesce(${firstDay}, '-infinity'::date)
        OR contribution.source_kind = ANY (${sourcesThatOutlastTheirDays}))
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
    occurredOn: row.occurred_on,
    correctsAwardId: row.corrects_award_id,
    repair:
      row.repairs_award_id === null || row.way === null
        ? null
        : { deductionId: row.repairs_award_id, way: row.way, minutes: row.minutes },
  }))
}

/** What became of an award later: a deduction became final, or an award was taken back as wrong. */
export interface LaterTurn {
  readonly awardId: string
  readonly kind: 'final' | 'reversal'
  readonly at: Date
}

/**
 * When deductions became final, and awards that were reversed because they were wrong, in that order:
 * not those in whose place a higher one stands, nor those for which corrected facts were awarded anew.
 */
export async function selectLaterTurns(db: Db, villageId: string): Promise<LaterTurn[]> {
  const { rows } = await sql<{ award_id: string; kind: LaterTurn['kind']; at: Date }>`
    SELECT award_id, 'final' AS kind, final_at AS at FROM award
    WHERE village_id = ${villageId} AND points_hundredths < 0 AND final_at IS NOT NULL
    UNION ALL
    SELECT award_id, 'reversal', reversed_at FROM award
    WHERE village_id = ${villageId} AND state = 'reversed' AND superseded_by IS NULL
      AND NOT EXISTS (
        SELECT FROM objection WHERE objection.village_id = ${villageId}
          AND objection.award_id = award.award_id AND objection.new_award_id IS NOT NULL
      )
    ORDER BY at, kind, award_id`.execute(db)
  return rows.map((row) => ({ awardId: row.award_id, kind: row.kind, at: row.at }))
}

interface ContributionRow {
  readonly award_id: string
  readonly rule_sheet_id: string
  readonly item_ref: string
  readonly person_id: string
  readonly household_id: string
  readonly source_kind: SourceKind
  readonly source_id: string
  readonly quantity: number
  readonly leader_score: number | null
  readonly circumstances: AwardedContribution['circumstances']
  readonly judgements: AwardedContribution['judgements']
  readonly occurred_on: string
  readonly corrects_award_id: string | null
  readonly repairs_award_id: string | null
  readonly way: RepairWay | null
  readonly minutes: number | null
}
