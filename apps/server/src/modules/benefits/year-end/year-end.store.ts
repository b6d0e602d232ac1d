import { sql } from 'kysely'
import type { Db } from '../../../platform/database/database.ts'
import type { YearEndState, YearEndTables } from './tables.ts'

const tables = (db: Db) => db.withTables<YearEndTables>()

export interface YearEnd {
  readonly yearEndId: string
  readonly titleZh: string
  readonly titleEn: string | null
  readonly budgetId: string
  readonly poolFen: number
  readonly through: string
  readonly before: string | null
  readonly totalHundredths: number
  readonly householdCount: number
  /** SHA-256 of the list of shares, hexadecimal. */
  readonly sharesHash: string
  readonly state: YearEndState
  readonly proposedBy: string
  readonly proposerHouseholdId: string | null
  readonly proposedAt: Date
  readonly endedAt: Date | null
}

/** One household's share, in the order of the sheet. */
export interface ShareLine {
  readonly no: number
  readonly householdId: string
  readonly pointsHundredths: number
  readonly shareFen: number
  readonly hasRemainder: boolean
}

export async function insertYearEnd(
  db: Db,
  villageId: string,
  row: Omit<YearEnd, 'state' | 'endedAt'>,
): Promise<void> {
  await tables(db)
    .insertInto('year_end')
    .values({
      village_id: villageId,
      year_end_id: row.yearEndId,
      title_zh: row.titleZh,
      title_en: row.titleEn,
      budget_id: row.budgetId,
      pool_fen: row.poolFen,
      honour_through: row.through,
      honour_before: row.before,
      total_hundredths: row.totalHundredths,
      household_count: row.householdCount,
      shares_hash: Buffer.from(row.sharesHash, 'hex'),
      state: 'proposed',
      proposed_by: row.proposedBy,
      proposer_household_id: row.proposerHouseholdId,
      proposed_at: row.proposedAt,
    })
    .execute()
}

/** Held until the commit, so that it is confirmed or dropped once. */
export async function lockYearEnd(
  db: Db,
  villageId: string,
  yearEndId: string,
): Promise<YearEnd | null> {
  const row = await yearEndQuery(db, villageId)
    .where('year_end_id', '=', yearEndId)
    .forUpdate()
    .executeTakeFirst()
  return row ? toYearEnd(row) : null
}

export async function selectYearEnd(
  db: Db,
  villageId: string,
  yearEndId: string,
): Promise<YearEnd | null> {
  const row = await yearEndQuery(db, villageId)
    .where('year_end_id', '=', yearEndId)
    .executeTakeFirst()
  return row ? toYearEnd(row) : null
}

/** All of the village, newest first. */
export async function selectYearEnds(db: Db, villageId: string): Promise<YearEnd[]> {
  const rows = await yearEndQuery(db, villageId)
    .orderBy('proposed_at', 'desc')
    .orderBy('year_end_id')
    .execute()
  return rows.map(toYearEnd)
}

/** What waits for a second person, oldest first. */
export async function selectProposed(db: Db, villageId: string): Promise<YearEnd[]> {
  const rows = await yearEndQuery(db, villageId)
    .where('state', '=', 'proposed')
    .orderBy('proposed_at')
    .orderBy('year_end_id')
    .execute()
  return rows.map(toYearEnd)
}

export async function endYearEnd(
  db: Db,
  villageId: string,
  yearEndId: string,
  how: {
    readonly state: 'confirmed' | 'dropped'
    readonly endedBy: string
    readonly endedAt: Date
  },
): Promise<void> {
  await tables(db)
    .updateTable('year_end')
    .set({ state: how.state, ended_by: how.endedBy, ended_at: how.endedAt })
    .where('village_id', '=', villageId)
    .where('year_end_id', '=', yearEndId)
    .execute()
}

/** All shares of a year-end share-out in one statement. */
export async function insertShares(
  db: Db,
  villageId: string,
  yearEndId: string,
  lines: readonly ShareLine[],
): Promise<void> {
  await sql`
    INSERT INTO year_end_share
      (village_id, year_end_id, household_id, line_no, points_hundredths, share_fen, has_remainder)
    SELECT ${villageId}, ${yearEndId}::uuid, household_id, line_no, points_hundredths, share_fen,
      has_remainder
    FROM unnest(
      ${lines.map(({ householdId }) => householdId)}::uuid[],
      ${lines.map(({ no }) => no)}::int[],
      ${lines.map(({ pointsHundredths }) => pointsHundredths)}::bigint[],
      ${lines.map(({ shareFen }) => shareFen)}::bigint[],
      ${lines.map(({ hasRemainder }) => hasRemainder)}::boolean[]
    ) AS s (household_id, line_no, points_hundredths, share_fen, has_remainder)
  `.execute(db)
}

/** The shares of a confirmed year-end share-out after a line, in the order of the sheet. */
export async function selectShares(
  db: Db,
  villageId: string,
  yearEndId: string,
  page: { readonly after: number; readonly limit: number },
): Promise<ShareLine[]> {
  const rows = await tables(db)
    .selectFrom('year_end_share')
    .selectAll()
    .where('village_id', '=', villageId)
    .where('year_end_id', '=', yearEndId)
    .where('line_no', '>', page.after)
    .orderBy('line_no')
    .limit(page.limit)
    .execute()
  return rows.map(toShare)
}

/** A household's share of each year-end share-out, newest first. */
export async function selectSharesOf(
  db: Db,
  villageId: string,
  householdId: string,
): Promise<{ readonly yearEnd: YearEnd; readonly share: ShareLine }[]> {
  const rows = await tables(db)
    .selectFrom('year_end_share')
    .selectAll()
    .where('village_id', '=', villageId)
    .where('household_id', '=', householdId)
    .execute()
  const yearEnds = await selectYearEnds(db, villageId)
  return yearEnds.flatMap((yearEnd) => {
    const row = rows.find((one) => one.year_end_id === yearEnd.yearEndId)
    return row === undefined ? [] : [{ yearEnd, share: toShare(row) }]
  })
}

function yearEndQuery(db: Db, villageId: string) {
  return tables(db).selectFrom('year_end').selectAll().where('village_id', '=', villageId)
}

function toShare(row: YearEndTables['year_end_share']): ShareLine {
  return {
    no: row.line_no,
    householdId: row.household_id,
    pointsHundredths: row.points_hundredths,
    shareFen: row.share_fen,
    hasRemainder: row.has_remainder,
  }
}

function toYearEnd(row: YearEndTables['year_end']): YearEnd {
  return {
    yearEndId: row.year_end_id,
    titleZh: row.title_zh,
    titleEn: row.title_en,
    budgetId: row.budget_id,
    poolFen: row.pool_fen,
    through: row.honour_through,
    before: row.honour_before,
    totalHundredths: row.total_hundredths,
    householdCount: row.household_count,
    sharesHash: row.shares_hash.toString('hex'),
    state: row.state,
    proposedBy: row.proposed_by,
    proposerHouseholdId: row.proposer_household_id,
    proposedAt: row.proposed_at,
    endedAt: row.ended_at,
  }
}
