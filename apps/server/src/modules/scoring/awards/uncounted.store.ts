import type { Calibration } from '@azalea/scoring'
import { sql } from 'kysely'
import type { Db } from '../../../platform/database/database.ts'
import type { SourceKind } from '../ground/sources.ts'
import type { ScoringTables } from '../ground/tables.ts'

const tables = (db: Db) => db.withTables<ScoringTables>()

/** An award that is final but not in the log yet, with what its record would tell. */
export interface UncountedAward {
  readonly awardId: string
  readonly contributionId: string
  readonly ruleSheetId: string
  readonly itemRef: string
  readonly personId: string
  readonly householdId: string
  readonly sourceKind: SourceKind
  readonly sourceId: string
  readonly occurredOn: string
  readonly quantity: number
  readonly pointsHundredths: number
  readonly calibration: Calibration
  readonly finalAt: Date
  readonly recordedBy: string
  readonly words: string | null
  readonly photoFileId: string | null
}

/** Who has awards for deeds before this day that wait to be counted, each with their household. */
export async function selectEarnersToCount(
  db: Db,
  villageId: string,
  beforeDay: string,
): Promise<{ personId: string; householdId: string }[]> {
  const rows = await tables(db)
    .selectFrom('award')
    .select(['person_id', 'household_id'])
    .distinct()
    .where('village_id', '=', villageId)
    .where('record_id', 'is', null)
    .where('occurred_on', '<', beforeDay)
    .execute()
  return rows.map((row) => ({ personId: row.person_id, householdId: row.household_id }))
}

/** The waiting awards of these persons for deeds before this day, in the order of their making. */
export async function selectUncountedOf(
  db: Db,
  villageId: string,
  personIds: readonly string[],
  beforeDay: string,
): Promise<UncountedAward[]> {
  const rows = await uncounted(db, villageId)
    .where('award.occurred_on', '<', beforeDay)
    .where(sql<boolean>`award.person_id = any(${[...personIds]}::uuid[])`)
    .orderBy('award.award_id')
    .execute()
  return rows.map(toUncounted)
}

/** One award that waits to be counted; null when it is in the log, or not there. */
export async function selectUncounted(
  db: Db,
  villageId: string,
  awardId: string,
): Promise<UncountedAward | null> {
  const row = await uncounted(db, villageId)
    .where('award.award_id', '=', awardId)
    .executeTakeFirst()
  return row ? toUncounted(row) : null
}

export async function markEntered(
  db: Db,
  villageId: string,
  at: Date,
  entries: readonly { readonly awardId: string; readonly recordId: string }[],
): Promise<void> {
  await sql`
    UPDATE award SET record_id = made.record_id, entered_at = ${at}
    FROM unnest(
      ${entries.map(({ awardId }) => awardId)}::uuid[],
      ${entries.map(({ recordId }) => recordId)}::uuid[]
    ) AS made (award_id, record_id)
    WHERE award.village_id = ${villageId} AND award.award_id = made.award_id
  `.execute(db)
}

function uncounted(db: Db, villageId: string) {
  return tables(db)
    .selectFrom('award')
    .innerJoin('contribution', (join) =>
      join
        .onRef('contribution.village_id', '=', 'award.village_id')
        .onRef('contribution.contribution_id', '=', 'award.contribution_id'),
    )
    .select([
      'award.award_id',
      'award.contribution_id',
      'award.rule_sheet_id',
      'award.item_ref',
      'award.person_id',
      'award.household_id',
      'award.occurred_on',
      'award.points_hundredths',
      'award.calibration',
      'award.scored_at',
      'contribution.source_kind',
      'contribution.source_id',
      'contribution.quantity',
      'contribution.recorded_by',
      'contribution.words',
      'contribution.photo_file_id',
    ])
    .where('award.village_id', '=', villageId)
    .where('award.record_id', 'is', null)
}

type Row = Awaited<ReturnType<ReturnType<typeof uncounted>['executeTakeFirstOrThrow']>>

function toUncounted(row: Row): UncountedAward {
  return {
    awardId: row.award_id,
    contributionId: row.contribution_id,
    ruleSheetId: row.rule_sheet_id,
    itemRef: row.item_ref,
    personId: row.person_id,
    householdId: row.household_id,
    sourceKind: row.source_kind,
    sourceId: row.source_id,
    occurredOn: row.occurred_on,
    quantity: row.quantity,
    pointsHundredths: row.points_hundredths,
    calibration: row.calibration,
    // It was final at once.
    finalAt: row.scored_at,
    recordedBy: row.recorded_by,
    words: row.words,
    photoFileId: row.photo_file_id,
  }
}
