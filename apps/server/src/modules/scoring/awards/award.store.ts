import type { Calibration, CountedUsage } from '@azalea/scoring'
import { sql } from 'kysely'
import type { Db } from '../../../platform/database/database.ts'
import type { ScoringTables } from '../ground/tables.ts'
import { briefColumns, toBrief, type AwardBrief } from './award-brief.store.ts'
import type { JudgedContribution } from './judged-contribution.ts'

const tables = (db: Db) => db.withTables<ScoringTables>()

export interface NewAward extends CountedUsage {
  readonly awardId: string
  /** The record that tells of it; null: it enters the log counted with others of its week. */
  readonly recordId: string | null
  readonly contribution: JudgedContribution
  readonly calibration: Calibration
  readonly state: 'scored' | 'final'
}

/** Writes awards, and with them those of their contributions that are new, in one statement. */
export async function insertAwards(
  db: Db,
  villageId: string,
  at: Date,
  awards: readonly NewAward[],
): Promise<void> {
  const contributions = awards
    .filter(({ contribution }) => contribution.isNew)
    .map(({ contribution }) => contributionValues(villageId, at, contribution, 'scored'))
  const values = awards.map((award) => awardValues(villageId, at, award))
  await sql`
    WITH made AS (
      INSERT INTO contribution
      SELECT * FROM jsonb_populate_recordset(NULL::contribution, ${JSON.stringify(contributions)}::jsonb)
    )
    INSERT INTO award
    SELECT * FROM jsonb_populate_recordset(NULL::award, ${JSON.stringify(values)}::jsonb)`.execute(
    db,
  )
}

/** A contribution that waits for a decision. */
export async function insertRecordedContribution(
  db: Db,
  villageId: string,
  at: Date,
  contribution: JudgedContribution,
): Promise<void> {
  const values = [contributionValues(villageId, at, contribution, 'recorded')]
  await sql`
    INSERT INTO contribution
    SELECT * FROM jsonb_populate_recordset(NULL::contribution, ${JSON.stringify(values)}::jsonb)`.execute(
    db,
  )
}

/** By the names of the columns. */
function contributionValues(
  villageId: string,
  at: Date,
  contribution: JudgedContribution,
  state: 'recorded' | 'scored',
) {
  return {
    village_id: villageId,
    contribution_id: contribution.contributionId,
    rule_sheet_id: contribution.sheet.ruleSheetId,
    item_ref: contribution.item.ref,
    person_id: contribution.personId,
    household_id: contribution.householdId,
    source_kind: contribution.sourceKind,
    source_id: contribution.sourceId,
    quantity: contribution.quantity,
    leader_score: contribution.leaderScore,
    circumstances: contribution.circumstances,
    judgements: contribution.judgements ?? null,
    occurred_on: contribution.occurredOn,
    words: contribution.words,
    photo_file_id: contribution.photoFileId,
    state,
    recorded_by: contribution.recordedBy,
    recorded_at: at,
    ...correctionValues(contribution.corrects),
  }
}

function correctionValues(corrects: JudgedContribution['corrects']) {
  if (corrects === undefined) return {}
  const { because, awardId } = corrects
  return {
    objection_id: 'objectionId' in because ? because.objectionId : null,
    report_id: 'reportId' in because ? because.reportId : null,
    corrects_award_id: awardId,
  }
}

function awardValues(villageId: string, at: Date, award: NewAward) {
  const { contribution, calibration, state } = award
  return {
    village_id: villageId,
    award_id: award.awardId,
    contribution_id: contribution.contributionId,
    rule_sheet_id: contribution.sheet.ruleSheetId,
    item_ref: contribution.item.ref,
    person_id: contribution.personId,
    household_id: contribution.householdId,
    occurred_on: contribution.occurredOn,
    points_hundredths: calibration.pointsHundredths,
    calibration,
    category: contribution.item.category,
    source: contribution.item.source ?? contribution.item.ref,
    counted_occurrences: award.countedOccurrences,
    credited_quantity: award.creditedQuantity,
    contending_hundredths: award.contendingHundredths,
    state,
    scored_at: at,
    final_at: state === 'final' ? at : null,
    record_id: award.recordId,
    entered_at: state === 'final' && award.recordId !== null ? at : null,
  }
}

/** One award, locked against other changes; null when the village has no such award. */
export async function lockAward(
  db: Db,
  villageId: string,
  awardId: string,
): Promise<AwardBrief | null> {
  const row = await tables(db)
    .selectFrom('award')
    .select(briefColumns)
    .where('village_id', '=', villageId)
    .where('award_id', '=', awardId)
    .forNoKeyUpdate()
    .executeTakeFirst()
  return row ? toBrief(row) : null
}

/** The household that holds an award; null when the village has no such award. */
export async function readHouseholdOfAward(
  db: Db,
  villageId: string,
  awardId: string,
): Promise<string | null> {
  const row = await tables(db)
    .selectFrom('award')
    .select('household_id')
    .where('village_id', '=', villageId)
    .where('award_id', '=', awardId)
    .executeTakeFirst()
  return row?.household_id ?? null
}

export async function markReversed(
  db: Db,
  villageId: string,
  awardId: string,
  how: {
    readonly at: Date
    readonly by: string | null
    readonly reason: string | null
    readonly supersededBy: string | null
  },
): Promise<void> {
  await tables(db)
    .updateTable('award')
    .set({
      state: 'reversed',
      reversed_at: how.at,
      reversed_by: how.by,
      reversal_reason: how.reason,
      superseded_by: how.supersededBy,
    })
    .where('village_id', '=', villageId)
    .where('award_id', '=', awardId)
    .execute()
}
