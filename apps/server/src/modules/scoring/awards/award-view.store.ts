import type { Calibration } from '@azalea/scoring'
import { sql } from 'kysely'
import type { Db } from '../../../platform/database/database.ts'
import {
  countOnce,
  inPage,
  term,
  type Listed,
  type ListOrders,
  type PageOrder,
} from '../../../platform/database/list-order.ts'
import type { SourceKind } from '../ground/sources.ts'
import type { AwardState, ScoringTables } from '../ground/tables.ts'

const tables = (db: Db) => db.withTables<ScoringTables>()

/** An award as lists show it. */
export interface AwardRow {
  readonly awardId: string
  readonly ruleSheetId: string
  readonly itemRef: string
  readonly personId: string
  readonly householdId: string
  readonly occurredOn: string
  readonly pointsHundredths: number
  readonly state: AwardState
  readonly sourceKind: SourceKind
  readonly scoredAt: Date
}

/** An award with its calibration, evidence, notice and fate. */
export interface WholeAward extends AwardRow {
  readonly calibration: Calibration
  readonly quantity: number
  readonly words: string | null
  readonly photoFileId: string | null
  readonly recordedBy: string
  readonly finalAt: Date | null
  readonly reversedAt: Date | null
  readonly reversalReason: string | null
  readonly supersededBy: string | null
  readonly notice: {
    readonly noticeId: string
    readonly publishedAt: Date
    readonly endsAt: Date
  } | null
}

export async function selectAward(
  db: Db,
  villageId: string,
  awardId: string,
): Promise<WholeAward | null> {
  const row = await wholeQuery(db, villageId)
    .where('award.award_id', '=', awardId)
    .executeTakeFirst()
  return row ? toWhole(row) : null
}

/** Every award of a person with all that is held of it, newest deed first. */
export async function selectAwardsOf(
  db: Db,
  villageId: string,
  personId: string,
): Promise<WholeAward[]> {
  const rows = await wholeQuery(db, villageId)
    .where('award.person_id', '=', personId)
    .orderBy('award.occurred_on', 'desc')
    .orderBy('award.award_id', 'desc')
    .execute()
  return rows.map(toWhole)
}

const tie = term('uuid', sql`award.award_id`)
const occurredOn = term('date', sql`award.occurred_on`)
const points = term('bigint', sql`award.points_hundredths`)

export const ownAwardOrders = {
  by: { occurredOn: [occurredOn], points: [points, occurredOn] },
  tie,
} satisfies ListOrders<string>

/** A person's awards, in an order. */
export async function selectOwnAwards(
  db: Db,
  villageId: string,
  personId: string,
  state: AwardState | null,
  order: PageOrder,
): Promise<Listed<AwardRow>> {
  let query = rowQuery(db, villageId).where('award.person_id', '=', personId)
  if (state !== null) query = query.where('award.state', '=', state)
  const rows = await inPage(query, order).execute()
  return {
    rows: rows.map((row) => ({ ...toAwardRow(row), mark: row.mark })),
    total: await countOnce(query, order),
  }
}

export const openAwardOrders = {
  by: {
    scoredAt: [term('timestamptz', sql`award.scored_at`)],
    occurredOn: [occurredOn],
    points: [points, occurredOn],
  },
  tie,
} satisfies ListOrders<string>

/** The village's awards that are not final yet, in an order; of `personIds` only, unless null. */
export async function selectOpenAwards(
  db: Db,
  villageId: string,
  filter: {
    readonly state: 'scored' | 'on_notice'
    readonly personIds: readonly string[] | null
  },
  order: PageOrder,
): Promise<Listed<AwardRow>> {
  let query = rowQuery(db, villageId).where('award.state', '=', filter.state)
  if (filter.personIds !== null)
    query = query.where(sql<boolean>`award.person_id = any(${[...filter.personIds]}::uuid[])`)
  const rows = await inPage(query, order).execute()
  return {
    rows: rows.map((row) => ({ ...toAwardRow(row), mark: row.mark })),
    total: await countOnce(query, order),
  }
}

/** The items of these awards by award id: what an entry of the ledger was for. */
export async function selectAwardItems(
  db: Db,
  villageId: string,
  awardIds: readonly string[],
): Promise<Map<string, { ruleSheetId: string; itemRef: string }>> {
  if (awardIds.length === 0) return new Map()
  const rows = await tables(db)
    .selectFrom('award')
    .select(['award_id', 'rule_sheet_id', 'item_ref'])
    .where('village_id', '=', villageId)
    .where(sql<boolean>`award_id = any(${[...awardIds]}::uuid[])`)
    .execute()
  return new Map(
    rows.map((row) => [row.award_id, { ruleSheetId: row.rule_sheet_id, itemRef: row.item_ref }]),
  )
}

const rowColumns = [
  'award.award_id',
  'award.rule_sheet_id',
  'award.item_ref',
  'award.person_id',
  'award.household_id',
  'award.occurred_on',
  'award.points_hundredths',
  'award.state',
  'award.scored_at',
  'contribution.source_kind',
] as const

function rowQuery(db: Db, villageId: string) {
  return joined(db, villageId).select(rowColumns)
}

function wholeQuery(db: Db, villageId: string) {
  return joined(db, villageId)
    .leftJoin('notice', (join) =>
      join
        .onRef('notice.village_id', '=', 'award.village_id')
        .onRef('notice.notice_id', '=', 'award.notice_id'),
    )
    .select([
      ...rowColumns,
      'award.calibration',
      'award.final_at',
      'award.reversed_at',
      'award.reversal_reason',
      'award.superseded_by',
      'contribution.quantity',
      'contribution.words',
      'contribution.photo_file_id',
      'contribution.recorded_by',
      'notice.notice_id',
      'notice.published_at',
      'notice.ends_at',
    ])
}

function joined(db: Db, villageId: string) {
  return tables(db)
    .selectFrom('award')
    .innerJoin('contribution', (join) =>
      join
        .onRef('contribution.village_id', '=', 'award.village_id')
        .onRef('contribution.contribution_id', '=', 'award.contribution_id'),
    )
    .where('award.village_id', '=', villageId)
}

type Row = Awaited<ReturnType<ReturnType<typeof rowQuery>['executeTakeFirstOrThrow']>>
type Whole = Awaited<ReturnType<ReturnType<typeof wholeQuery>['executeTakeFirstOrThrow']>>

function toAwardRow(row: Row): AwardRow {
  return {
    awardId: row.award_id,
    ruleSheetId: row.rule_sheet_id,
    itemRef: row.item_ref,
    personId: row.person_id,
    householdId: row.household_id,
    occurredOn: row.occurred_on,
    pointsHundredths: row.points_hundredths,
    state: row.state,
    sourceKind: row.source_kind,
    scoredAt: row.scored_at,
  }
}

function toWhole(row: Whole): WholeAward {
  const { notice_id: noticeId, published_at: publishedAt, ends_at: endsAt } = row
  return {
    ...toAwardRow(row),
    calibration: row.calibration,
    quantity: row.quantity,
    words: row.words,
    photoFileId: row.photo_file_id,
    recordedBy: row.recorded_by,
    finalAt: row.final_at,
    reversedAt: row.reversed_at,
    reversalReason: row.reversal_reason,
    supersededBy: row.superseded_by,
    notice: noticeId && publishedAt && endsAt ? { noticeId, publishedAt, endsAt } : null,
  }
}
