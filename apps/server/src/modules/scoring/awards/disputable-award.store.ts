import { sql } from 'kysely'
import type { Db } from '../../../platform/database/database.ts'
import { briefColumns, toBrief, type AwardBrief } from './award-brief.store.ts'
import type { SourceKind } from '../ground/sources.ts'
import type { Circumstances, Judgements, ScoringTables } from '../ground/tables.ts'

/** An award that somebody may object to, with the facts that it rests on. */
export interface DisputableAward extends AwardBrief {
  readonly ruleSheetId: string
  readonly finalAt: Date | null
  readonly noticeEndsAt: Date | null
  readonly sourceKind: SourceKind
  readonly sourceId: string
  /** Occurrences, or the small measure of the item's unit. */
  readonly quantity: number
  readonly leaderScore: number | null
  readonly circumstances: Circumstances | null
  readonly judgements: Judgements | null
  readonly words: string | null
  readonly photoFileId: string | null
  readonly recordedBy: string
  readonly decidedBy: string | null
  /** The objection that led to it; null when it is the first for its deed. */
  readonly objectionId: string | null
  /** The award whose place it took. */
  readonly correctsAwardId: string | null
}

export async function selectDisputable(
  db: Db,
  villageId: string,
  awardId: string,
): Promise<DisputableAward | null> {
  return (await selectDisputables(db, villageId, [awardId])).get(awardId) ?? null
}

/** These awards by id, in one query. */
export async function selectDisputables(
  db: Db,
  villageId: string,
  awardIds: readonly string[],
): Promise<Map<string, DisputableAward>> {
  if (awardIds.length === 0) return new Map()
  const rows = await query(db, villageId)
    .where(sql<boolean>`award.award_id = any(${[...awardIds]}::uuid[])`)
    .execute()
  return new Map(rows.map((row) => [row.award_id, toDisputable(row)]))
}

/** What stands of the awards for these. */
export async function selectStandingFor(
  db: Db,
  villageId: string,
  { kind, ids }: { readonly kind: SourceKind; readonly ids: readonly string[] },
): Promise<DisputableAward[]> {
  const rows = await query(db, villageId)
    .where('contribution.source_kind', '=', kind)
    .where(sql<boolean>`contribution.source_id = any(${[...ids]}::uuid[])`)
    .where('award.state', '!=', 'reversed')
    .orderBy('award.award_id')
    .execute()
  return rows.map(toDisputable)
}

/** The award that took the place of another with corrected facts; null where none did. */
export async function selectCorrecting(
  db: Db,
  villageId: string,
  awardId: string,
): Promise<{
  readonly awardId: string
  readonly objectionId: string | null
  readonly pointsHundredths: number
} | null> {
  const row = await query(db, villageId)
    .where('contribution.corrects_award_id', '=', awardId)
    .executeTakeFirst()
  if (!row) return null
  const { award_id: correctingId, objection_id: objectionId } = row
  return { awardId: correctingId, objectionId, pointsHundredths: row.points_hundredths }
}

/**
 * What stands on a notice, in the order of the deeds' days; beside each, what took its place at once
 * after it was final, so that the village sees both and can object to either.
 */
export async function selectNoticedAwards(
  db: Db,
  villageId: string,
  noticeId: string,
): Promise<DisputableAward[]> {
  const rows = await query(db, villageId)
    .where(
      sql<boolean>`award.award_id IN (
        WITH RECURSIVE line (award_id, superseded_by) AS (
          SELECT award_id, superseded_by FROM award
          WHERE village_id = ${villageId} AND notice_id = ${noticeId}
          UNION
          SELECT replacing.award_id, replacing.superseded_by FROM line
          CROSS JOIN LATERAL (
            SELECT award.award_id FROM contribution
            JOIN award USING (village_id, contribution_id)
            WHERE contribution.village_id = ${villageId}
              AND contribution.corrects_award_id = line.award_id
            UNION ALL SELECT line.superseded_by WHERE line.superseded_by IS NOT NULL
          ) AS next
          JOIN award AS replacing ON replacing.village_id = ${villageId}
            AND replacing.award_id = next.award_id
            AND replacing.notice_id IS NULL AND replacing.final_at IS NOT NULL
        )
        SELECT award_id FROM line
      )`,
    )
    .orderBy('award.occurred_on')
    .orderBy('award.award_id')
    .execute()
  return rows.map(toDisputable)
}

function query(db: Db, villageId: string) {
  return db
    .withTables<ScoringTables>()
    .selectFrom('award')
    .innerJoin('contribution', (join) =>
      join
        .onRef('contribution.village_id', '=', 'award.village_id')
        .onRef('contribution.contribution_id', '=', 'award.contribution_id'),
    )
    .leftJoin('notice', (join) =>
      join
        .onRef('notice.village_id', '=', 'award.village_id')
        .onRef('notice.notice_id', '=', 'award.notice_id'),
    )
    .select(briefColumns.map((column) => `award.${column}` as const))
    .select([
      'award.rule_sheet_id',
      'award.final_at',
      'notice.ends_at',
      'contribution.source_kind',
      'contribution.source_id',
      'contribution.quantity',
      'contribution.leader_score',
      'contribution.circumstances',
      'contribution.judgements',
      'contribution.words',
      'contribution.photo_file_id',
      'contribution.recorded_by',
      'contribution.decided_by',
      'contribution.objection_id',
      'contribution.corrects_award_id',
    ])
    .where('award.village_id', '=', villageId)
}

type Row = Awaited<ReturnType<ReturnType<typeof query>['executeTakeFirstOrThrow']>>

function toDisputable(row: Row): DisputableAward {
  return {
    ...toBrief(row),
    ruleSheetId: row.rule_sheet_id,
    finalAt: row.final_at,
    noticeEndsAt: row.ends_at,
    sourceKind: row.source_kind,
    sourceId: row.source_id,
    quantity: row.quantity,
    leaderScore: row.leader_score,
    circumstances: row.circumstances,
    judgements: row.judgements,
    words: row.words,
    photoFileId: row.photo_file_id,
    recordedBy: row.recorded_by,
    decidedBy: row.decided_by,
    objectionId: row.objection_id,
    correctsAwardId: row.corrects_award_id,
  }
}
