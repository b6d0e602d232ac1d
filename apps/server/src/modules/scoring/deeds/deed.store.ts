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
import type { ContributionState, ScoringTables } from '../ground/tables.ts'

const tables = (db: Db) => db.withTables<ScoringTables>()

/** A deed that somebody recorded for the committee to decide. */
export interface DeedRow {
  readonly contributionId: string
  readonly ruleSheetId: string
  readonly itemRef: string
  readonly personId: string
  readonly householdId: string
  readonly quantity: number
  readonly occurredOn: string
  readonly words: string | null
  readonly photoFileId: string | null
  readonly state: ContributionState
  readonly recordedBy: string
  readonly recordedAt: Date
  readonly decidedAt: Date | null
  readonly decisionReason: string | null
}

/** One deed, locked until the transaction ends; null when the village has no such deed. */
export async function lockDeed(
  db: Db,
  villageId: string,
  contributionId: string,
): Promise<DeedRow | null> {
  const row = await deedQuery(db, villageId)
    .where('contribution_id', '=', contributionId)
    .forNoKeyUpdate()
    .executeTakeFirst()
  return row ? toDeed(row) : null
}

export const deedOrders = {
  by: {
    recordedAt: [term('timestamptz', sql`recorded_at`)],
    occurredOn: [term('date', sql`occurred_on`), term('timestamptz', sql`recorded_at`)],
  },
  tie: term('uuid', sql`contribution_id`),
} satisfies ListOrders<string>

/** Deeds in one state, in an order; of `personIds` only, unless null. */
export async function selectDeeds(
  db: Db,
  villageId: string,
  filter: {
    readonly state: ContributionState
    readonly personIds: readonly string[] | null
  },
  order: PageOrder,
): Promise<Listed<DeedRow>> {
  let query = deedQuery(db, villageId).where('state', '=', filter.state)
  if (filter.personIds !== null)
    query = query.where(sql<boolean>`person_id = any(${[...filter.personIds]}::uuid[])`)
  const rows = await inPage(query, order).execute()
  return {
    rows: rows.map((row) => ({ ...toDeed(row), mark: row.mark })),
    total: await countOnce(query, order),
  }
}

/** Every deed recorded for a person, newest first: for the person's own data. */
export async function selectDeedsOf(
  db: Db,
  villageId: string,
  personId: string,
): Promise<DeedRow[]> {
  const rows = await deedQuery(db, villageId)
    .where('person_id', '=', personId)
    .orderBy('occurred_on', 'desc')
    .orderBy('contribution_id', 'desc')
    .execute()
  return rows.map(toDeed)
}

/** How many deeds wait, and since when, without those that this person may not decide. */
export async function countDeedsToDecide(
  db: Db,
  villageId: string,
  kin: { readonly personIds: readonly string[]; readonly home: string | null },
): Promise<{ count: number; oldestAt: Date | null }> {
  let query = tables(db)
    .selectFrom('contribution')
    .select(({ fn }) => [fn.countAll<number>().as('count'), fn.min('recorded_at').as('oldest_at')])
    .where('village_id', '=', villageId)
    .where('source_kind', '=', 'deed')
    .where('state', '=', 'recorded')
    .where(sql<boolean>`recorded_by <> all(${[...kin.personIds]}::uuid[])`)
    .where(sql<boolean>`person_id <> all(${[...kin.personIds]}::uuid[])`)
  if (kin.home !== null) query = query.where('household_id', '<>', kin.home)
  const row = await query.executeTakeFirstOrThrow()
  return { count: row.count, oldestAt: row.oldest_at }
}

export async function markDecided(
  db: Db,
  villageId: string,
  contributionId: string,
  how: {
    readonly state: 'scored' | 'refused'
    readonly by: string
    readonly at: Date
    readonly reason: string | null
  },
): Promise<void> {
  await tables(db)
    .updateTable('contribution')
    .set({
      state: how.state,
      decided_by: how.by,
      decided_at: how.at,
      decision_reason: how.reason,
    })
    .where('village_id', '=', villageId)
    .where('contribution_id', '=', contributionId)
    .execute()
}

function deedQuery(db: Db, villageId: string) {
  return tables(db)
    .selectFrom('contribution')
    .select([
      'contribution_id',
      'rule_sheet_id',
      'item_ref',
      'person_id',
      'household_id',
      'quantity',
      'occurred_on',
      'words',
      'photo_file_id',
      'state',
      'recorded_by',
      'recorded_at',
      'decided_at',
      'decision_reason',
    ])
    .where('village_id', '=', villageId)
    .where('source_kind', '=', 'deed')
}

function toDeed(row: {
  contribution_id: string
  rule_sheet_id: string
  item_ref: string
  person_id: string
  household_id: string
  quantity: number
  occurred_on: string
  words: string | null
  photo_file_id: string | null
  state: ContributionState
  recorded_by: string
  recorded_at: Date
  decided_at: Date | null
  decision_reason: string | null
}): DeedRow {
  return {
    contributionId: row.contribution_id,
    ruleSheetId: row.rule_sheet_id,
    itemRef: row.item_ref,
    personId: row.person_id,
    householdId: row.household_id,
    quantity: row.quantity,
    occurredOn: row.occurred_on,
    words: row.words,
    photoFileId: row.photo_file_id,
    state: row.state,
    recordedBy: row.recorded_by,
    recordedAt: row.recorded_at,
    decidedAt: row.decided_at,
    decisionReason: row.decision_reason,
  }
}
