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
import { type AwardBrief, type BriefRow, briefColumns, toBrief } from '../awards/index.ts'
import type { ScoringTables } from '../ground/tables.ts'

const tables = (db: Db) => db.withTables<ScoringTables>()

export interface PublishableAward extends AwardBrief {
  readonly ruleSheetId: string
}

/** Awards that wait for publication, all or the chosen ones, locked until the transaction ends. */
export async function lockScoredAwards(
  db: Db,
  villageId: string,
  awardIds: readonly string[] | null,
): Promise<PublishableAward[]> {
  let query = tables(db)
    .selectFrom('award')
    .select([...briefColumns, 'rule_sheet_id'])
    .where('village_id', '=', villageId)
    .where('state', '=', 'scored')
  if (awardIds !== null) query = query.where(sql<boolean>`award_id = any(${[...awardIds]}::uuid[])`)
  const rows = await query.orderBy('award_id').forNoKeyUpdate().execute()
  return rows.map((row) => ({ ...toBrief(row), ruleSheetId: row.rule_sheet_id }))
}

export interface NoticeRow {
  readonly noticeId: string
  readonly publishedAt: Date
  readonly endsAt: Date
  /** SHA-256 of the canonical list of its awards, hexadecimal. */
  readonly hash: string
  /** Its number in the year of its publication, as on paper: 2026-017. */
  readonly serial: string
}

/** Where a notice stands among those of its village and year. */
export interface NoticeNumber {
  readonly year: number
  readonly number: number
}

export function serialOf({ year, number }: NoticeNumber): string {
  return `${year}-${String(number).padStart(3, '0')}`
}

/** The next number of a year; whoever else publishes in the village waits until the commit. */
export async function nextNumber(db: Db, villageId: string, year: number): Promise<NoticeNumber> {
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${`notice-number ${villageId}`}, 0))`.execute(
    db,
  )
  const row = await tables(db)
    .selectFrom('notice')
    .select(({ fn }) => fn.max('number').as('last'))
    .where('village_id', '=', villageId)
    .where('year', '=', year)
    .executeTakeFirst()
  return { year, number: (row?.last ?? 0) + 1 }
}

export async function insertNotice(
  db: Db,
  villageId: string,
  notice: Omit<NoticeRow, 'serial'> & NoticeNumber & { readonly publishedBy: string },
  awardIds: readonly string[],
): Promise<void> {
  await tables(db)
    .insertInto('notice')
    .values({
      village_id: villageId,
      notice_id: notice.noticeId,
      published_by: notice.publishedBy,
      published_at: notice.publishedAt,
      ends_at: notice.endsAt,
      snapshot_hash: Buffer.from(notice.hash, 'hex'),
      year: notice.year,
      number: notice.number,
    })
    .execute()
  await tables(db)
    .updateTable('award')
    .set({ state: 'on_notice', notice_id: notice.noticeId })
    .where('village_id', '=', villageId)
    .where(sql<boolean>`award_id = any(${[...awardIds]}::uuid[])`)
    .execute()
}

/** An open objection stays the award's effect until it is answered. */
const isDisputed = sql`EXISTS (
  SELECT FROM objection WHERE objection.village_id = award.village_id
    AND objection.award_id = award.award_id AND objection.state = 'open'
)`

/** Awards whose notice has ended and that nobody disputes, the earliest notices first. */
export async function selectDueAwards(
  db: Db,
  villageId: string,
  at: Date,
  limit: number,
): Promise<{ awardId: string; householdId: string }[]> {
  const rows = await tables(db)
    .selectFrom('award')
    .innerJoin('notice', (join) =>
      join
        .onRef('notice.village_id', '=', 'award.village_id')
        .onRef('notice.notice_id', '=', 'award.notice_id'),
    )
    .select(['award_id', 'household_id'])
    .where('award.village_id', '=', villageId)
    .where('award.state', '=', 'on_notice')
    .where('notice.ends_at', '<=', at)
    .where(sql<boolean>`NOT ${isDisputed}`)
    .orderBy('notice.ends_at')
    .orderBy('award_id')
    .limit(limit)
    .execute()
  return rows.map((row) => ({ awardId: row.award_id, householdId: row.household_id }))
}

/**
 * Makes those of these awards final that are still on notice and undisputed; each names the record
 * that says so.
 */
export async function markFinal(
  db: Db,
  villageId: string,
  at: Date,
  entries: readonly { readonly awardId: string; readonly recordId: string }[],
): Promise<AwardBrief[]> {
  const columns = sql.join(briefColumns.map((column) => sql.ref(`award.${column}`)))
  const { rows } = await sql<BriefRow>`
    UPDATE award SET state = 'final', final_at = ${at}, entered_at = ${at}, record_id = made.record_id
    FROM unnest(
      ${entries.map(({ awardId }) => awardId)}::uuid[],
      ${entries.map(({ recordId }) => recordId)}::uuid[]
    ) AS made (award_id, record_id)
    WHERE award.village_id = ${villageId} AND award.award_id = made.award_id
      AND award.state = 'on_notice' AND NOT ${isDisputed}
    RETURNING ${columns}
  `.execute(db)
  return rows.map(toBrief).toSorted((a, b) => (a.awardId < b.awardId ? -1 : 1))
}

/** How many awards wait for publication, and since when, without those of one household. */
export async function countAwardsToPublish(
  db: Db,
  villageId: string,
  kin: { readonly personIds: readonly string[]; readonly home: string | null },
): Promise<{ count: number; oldestAt: Date | null }> {
  let query = tables(db)
    .selectFrom('award')
    .select(({ fn }) => [fn.countAll<number>().as('count'), fn.min('scored_at').as('oldest_at')])
    .where('village_id', '=', villageId)
    .where('state', '=', 'scored')
    .where(sql<boolean>`person_id <> all(${[...kin.personIds]}::uuid[])`)
  if (kin.home !== null) query = query.where('household_id', '<>', kin.home)
  const row = await query.executeTakeFirstOrThrow()
  return { count: row.count, oldestAt: row.oldest_at }
}

const noticeColumns = [
  'notice_id',
  'published_at',
  'ends_at',
  'snapshot_hash',
  'year',
  'number',
] as const

export async function selectNotice(
  db: Db,
  villageId: string,
  noticeId: string,
): Promise<NoticeRow | null> {
  const row = await tables(db)
    .selectFrom('notice')
    .select(noticeColumns)
    .where('village_id', '=', villageId)
    .where('notice_id', '=', noticeId)
    .executeTakeFirst()
  return row ? toNotice(row) : null
}

const awardsOnNotice = sql<number>`(
  SELECT count(*) FROM award WHERE award.village_id = notice.village_id
    AND award.notice_id = notice.notice_id
)`

export const noticeOrders = {
  by: {
    publishedAt: [term('timestamptz', sql`published_at`)],
    endsAt: [term('timestamptz', sql`ends_at`)],
    awards: [term('bigint', awardsOnNotice), term('timestamptz', sql`published_at`)],
  },
  tie: term('uuid', sql`notice_id`),
} satisfies ListOrders<string>

/** The village's notices with the number of their awards, in an order. */
export async function selectNotices(
  db: Db,
  villageId: string,
  order: PageOrder,
): Promise<Listed<NoticeRow & { awards: number }>> {
  const query = tables(db)
    .selectFrom('notice')
    .select([...noticeColumns, awardsOnNotice.as('awards')])
    .where('village_id', '=', villageId)
  const rows = await inPage(query, order).execute()
  return {
    rows: rows.map((row) => ({ ...toNotice(row), awards: row.awards, mark: row.mark })),
    total: await countOnce(query, order),
  }
}

export interface NoticedSum {
  readonly householdId: string
  readonly ruleSheetId: string
  readonly itemRef: string
  readonly awards: number
  readonly plusHundredths: number
  readonly minusHundredths: number
  /** The civil days of the deeds, each once. */
  readonly days: readonly string[]
  /** How many somebody objects to at present. */
  readonly disputed: number
  /** How many were taken back since. */
  readonly corrected: number
  /** The notices that hold what took their place, each once. */
  readonly correctedOn: readonly NoticeName[]
}

/** A notice by its number on paper. */
export interface NoticeName {
  readonly noticeId: string
  readonly serial: string
}

/** What a notice holds, by household and item. An award's points never change once it is there. */
export async function selectNoticedSums(
  db: Db,
  villageId: string,
  noticeId: string,
): Promise<NoticedSum[]> {
  const rows = await tables(db)
    .selectFrom('award')
    .select(({ fn }) => [
      'award.household_id',
      'award.rule_sheet_id',
      'award.item_ref',
      fn.countAll<number>().as('awards'),
      sql<number>`sum(greatest(award.points_hundredths, 0))::bigint`.as('plus'),
      sql<number>`sum(least(award.points_hundredths, 0))::bigint`.as('minus'),
      sql<
        string[]
      >`array_agg(DISTINCT award.occurred_on::text ORDER BY award.occurred_on::text)`.as('days'),
      sql<number>`count(*) FILTER (WHERE ${isDisputed})`.as('disputed'),
      sql<number>`count(*) FILTER (WHERE award.state = 'reversed')`.as('corrected'),
      sql`coalesce(
        json_agg(DISTINCT jsonb_build_object(
          'noticeId', instead.notice_id, 'year', instead.year, 'number', instead.number
        )) FILTER (WHERE instead.notice_id IS NOT NULL), '[]'
      )`
        .$castTo<(NoticeNumber & Pick<NoticeName, 'noticeId'>)[]>()
        .as('corrected_on'),
    ])
    .leftJoin('contribution as facts', (join) =>
      join
        .onRef('facts.village_id', '=', 'award.village_id')
        .onRef('facts.corrects_award_id', '=', 'award.award_id'),
    )
    .leftJoin('award as newer', (join) =>
      join
        .onRef('newer.village_id', '=', 'facts.village_id')
        .onRef('newer.contribution_id', '=', 'facts.contribution_id'),
    )
    .leftJoin('notice as instead', (join) =>
      join
        .onRef('instead.village_id', '=', 'newer.village_id')
        .onRef('instead.notice_id', '=', 'newer.notice_id'),
    )
    .where('award.village_id', '=', villageId)
    .where('award.notice_id', '=', noticeId)
    .groupBy(['award.household_id', 'award.rule_sheet_id', 'award.item_ref'])
    .orderBy('award.household_id')
    .orderBy('award.item_ref')
    .execute()
  return rows.map((row) => ({
    householdId: row.household_id,
    ruleSheetId: row.rule_sheet_id,
    itemRef: row.item_ref,
    awards: row.awards,
    plusHundredths: row.plus,
    minusHundredths: row.minus,
    days: row.days,
    disputed: row.disputed,
    corrected: row.corrected,
    correctedOn: row.corrected_on.map(({ noticeId: id, ...number }) => ({
      noticeId: id,
      serial: serialOf(number),
    })),
  }))
}

/** The honour of these households at an instant: what was final by then and not taken back. */
export async function selectHonourAt(
  db: Db,
  villageId: string,
  householdIds: readonly string[],
  at: Date,
): Promise<Map<string, number>> {
  const { rows } = await sql<{ household_id: string; honour: number }>`
    SELECT household_id, sum(points_hundredths)::bigint AS honour FROM award
    WHERE village_id = ${villageId} AND household_id = any(${[...householdIds]}::uuid[])
      AND final_at <= ${at} AND (reversed_at IS NULL OR reversed_at > ${at})
    GROUP BY household_id`.execute(db)
  return new Map(rows.map((row) => [row.household_id, row.honour]))
}

function toNotice(row: {
  notice_id: string
  published_at: Date
  ends_at: Date
  snapshot_hash: Buffer
  year: number
  number: number
}): NoticeRow {
  return {
    noticeId: row.notice_id,
    publishedAt: row.published_at,
    endsAt: row.ends_at,
    hash: row.snapshot_hash.toString('hex'),
    serial: serialOf(row),
  }
}

export async function hasNotice(db: Db, villageId: string): Promise<boolean> {
  const row = await tables(db)
    .selectFrom('notice')
    .select('notice_id')
    .where('village_id', '=', villageId)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}
