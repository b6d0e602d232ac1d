import { sql } from 'kysely'
import type { Db } from '../../../platform/database/database.ts'
import type { SourceKind } from '../ground/sources.ts'
import type { ScoringTables } from '../ground/tables.ts'

/** Whether an objection to the award is open: then it stays as it is until the answer. */
export async function hasOpenObjection(
  db: Db,
  villageId: string,
  awardId: string,
): Promise<boolean> {
  return (await selectDisputed(db, villageId, [awardId])).has(awardId)
}

/** Which of these awards are disputed now. */
export async function selectDisputed(
  db: Db,
  villageId: string,
  awardIds: readonly string[],
): Promise<Set<string>> {
  if (awardIds.length === 0) return new Set()
  const rows = await db
    .withTables<ScoringTables>()
    .selectFrom('objection')
    .select('award_id')
    .where('village_id', '=', villageId)
    .where('state', '=', 'open')
    .where(sql<boolean>`award_id = any(${[...awardIds]}::uuid[])`)
    .execute()
  return new Set(rows.map((row) => row.award_id))
}

/** What the disputed awards of a village came from, of one kind of source. */
export async function selectDisputedSources(
  db: Db,
  villageId: string,
  sourceKind: SourceKind,
): Promise<string[]> {
  const rows = await db
    .withTables<ScoringTables>()
    .selectFrom('objection')
    .innerJoin('award', (join) =>
      join
        .onRef('award.village_id', '=', 'objection.village_id')
        .onRef('award.award_id', '=', 'objection.award_id'),
    )
    .innerJoin('contribution', (join) =>
      join
        .onRef('contribution.village_id', '=', 'award.village_id')
        .onRef('contribution.contribution_id', '=', 'award.contribution_id'),
    )
    .select('contribution.source_id')
    .where('objection.village_id', '=', villageId)
    .where('objection.state', '=', 'open')
    .where('contribution.source_kind', '=', sourceKind)
    .execute()
  return rows.map((row) => row.source_id)
}
