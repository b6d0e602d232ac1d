import { addCivilDays, civilDay, startOfCivilDay } from '@azalea/text'
import { sql } from 'kysely'
import type { Db } from '../../../platform/database/database.ts'
import {
  inPage,
  term,
  type Listed,
  type ListOrders,
  type PageOrder,
} from '../../../platform/database/list-order.ts'
import type { BreachReportState, ParticipationTables } from '../ground/tables.ts'
import type { BreachReport } from './breach-report.ts'
import { reportQuery, withParties } from './breach-report.store.ts'

const tables = (db: Db) => db.withTables<ParticipationTables>()

/** A position in a list by time, newest first. */
export interface ReportMark {
  readonly reportedAt: Date
  readonly reportId: string
}

export const reportOrders = {
  by: {
    dueOn: [term('date', sql`decision_due_on`)],
    reportedAt: [term('timestamptz', sql`reported_at`)],
    occurredAt: [term('timestamptz', sql`occurred_at`)],
  },
  tie: term('uuid', sql`report_id`),
} satisfies ListOrders<string>

/** Reports in these states, in an order; uncounted, since not everybody may read all of them. */
export async function selectReportsInStates(
  db: Db,
  villageId: string,
  states: readonly BreachReportState[],
  order: PageOrder,
): Promise<Listed<BreachReport>> {
  const query = reportQuery(db, villageId).where(sql<boolean>`state = any(${[...states]}::text[])`)
  const rows = await inPage(query, order).execute()
  const reports = await withParties(db, villageId, rows)
  return {
    rows: reports.map((report, index) => ({ ...report, mark: rows[index]?.mark ?? [] })),
    total: null,
  }
}

/** What a person has reported or entered for others, newest first, after a mark. */
export async function selectReportsToldBy(
  db: Db,
  villageId: string,
  personId: string,
  page: { readonly before: ReportMark | null; readonly limit: number },
): Promise<BreachReport[]> {
  const query = reportQuery(db, villageId).where(
    sql<boolean>`${personId}::uuid IN (reporter_id, entered_by)`,
  )
  return withParties(db, villageId, await newestFirst(query, page).execute())
}

/** What a person has reported, newest first, after a mark; all of it without a limit. */
export async function selectReportsBy(
  db: Db,
  villageId: string,
  reporterId: string,
  page: { readonly before: ReportMark | null; readonly limit: number | null },
): Promise<BreachReport[]> {
  const query = reportQuery(db, villageId).where('reporter_id', '=', reporterId)
  return withParties(db, villageId, await newestFirst(query, page).execute())
}

/** What was reported about a household, newest first, after a mark; all of it without a limit. */
export async function selectReportsAbout(
  db: Db,
  villageId: string,
  householdId: string,
  page: { readonly before: ReportMark | null; readonly limit: number | null },
): Promise<BreachReport[]> {
  const query = reportQuery(db, villageId).where(
    sql<boolean>`report_id IN (SELECT report_id FROM breach_report_party AS party
      WHERE party.village_id = ${villageId} AND party.household_id = ${householdId}::uuid)`,
  )
  return withParties(db, villageId, await newestFirst(query, page).execute())
}

function newestFirst(
  query: ReturnType<typeof reportQuery>,
  { before, limit }: { readonly before: ReportMark | null; readonly limit: number | null },
) {
  const marked =
    before === null
      ? query
      : query.where(
          sql<boolean>`(reported_at, report_id) < (${before.reportedAt}, ${before.reportId}::uuid)`,
        )
  const ordered = marked.orderBy('reported_at', 'desc').orderBy('report_id', 'desc')
  return limit === null ? ordered : ordered.limit(limit)
}

/** Decided reports whose time for an appeal was over before a civil day. */
export async function selectUnappealed(
  db: Db,
  villageId: string,
  today: string,
): Promise<string[]> {
  const rows = await tables(db)
    .selectFrom('breach_report')
    .select('report_id')
    .where('village_id', '=', villageId)
    .where('state', '=', 'decided')
    .where('appeal_ends_on', '<', today)
    .orderBy('report_id')
    .execute()
  return rows.map((row) => row.report_id)
}

/** What a report tells of. */
export interface Allegation {
  readonly subjectId: string | null
  readonly place: string | null
  readonly allegedItemRef: string | null
  readonly occurredAt: Date
  /** Empty where the doer is not known. */
  readonly householdIds: readonly string[]
}

/** Makes who reports for one person wait for each other, until the commit. */
export async function lockReporter(db: Db, villageId: string, personId: string): Promise<void> {
  const key = `reporter ${villageId} ${personId}`
  await sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`.execute(db)
}

/**
 * The report of this person that is still open about the same deed; null when there is none. The
 * same is what lies on one civil day, at one plate or place, under one rule, by one household.
 */
export async function selectOpenReportOf(
  db: Db,
  villageId: string,
  reporterId: string,
  alleged: Allegation,
): Promise<string | null> {
  const day = startOfCivilDay(civilDay(alleged.occurredAt))
  const next = startOfCivilDay(addCivilDays(civilDay(alleged.occurredAt), 1))
  const { rows } = await sql<{ report_id: string }>`
    SELECT report_id FROM breach_report AS report
    WHERE report.village_id = ${villageId} AND report.reporter_id = ${reporterId}::uuid
      AND report.state IN ('unassigned', 'open')
      AND report.subject_id IS NOT DISTINCT FROM ${alleged.subjectId}::uuid
      AND report.place IS NOT DISTINCT FROM ${alleged.place}::text
      AND report.alleged_item_ref IS NOT DISTINCT FROM ${alleged.allegedItemRef}::text
      AND report.occurred_at >= ${day} AND report.occurred_at < ${next}
      AND CASE WHEN cardinality(${[...alleged.householdIds]}::uuid[]) = 0
        THEN report.reply_due_on IS NULL OR report.attached_at IS NOT NULL
        ELSE EXISTS (SELECT FROM breach_report_party AS party
          WHERE party.village_id = ${villageId} AND party.report_id = report.report_id
            AND party.household_id = any(${[...alleged.householdIds]}::uuid[])) END
    ORDER BY report.reported_at DESC LIMIT 1`.execute(db)
  return rows[0]?.report_id ?? null
}

/**
 * How many upheld reports tell of a post within a span, for the award of the shift there; one that
 * an appeal may still change counts.
 */
export async function countUpheldReports(
  db: Db,
  villageId: string,
  { postSubjectId, from, to }: { postSubjectId: string; from: Date; to: Date },
): Promise<number> {
  const row = await tables(db)
    .selectFrom('breach_report')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('village_id', '=', villageId)
    .where('subject_id', '=', postSubjectId)
    .where('outcome', '=', 'upheld')
    .where('occurred_at', '>=', from)
    .where('occurred_at', '<=', to)
    .executeTakeFirstOrThrow()
  return row.count
}

/** Ended reports of plates whose shifts' awards have not been brought in line with them. */
export async function selectToRecount(db: Db, villageId: string): Promise<string[]> {
  const rows = await tables(db)
    .selectFrom('breach_report')
    .select('report_id')
    .where('village_id', '=', villageId)
    .where('state', '=', 'settled')
    .where('recounted_at', 'is', null)
    .where('subject_id', 'is not', null)
    .orderBy('report_id')
    .execute()
  return rows.map((row) => row.report_id)
}

/** The shifts at a post of which an instant is part. */
export async function selectShiftsAt(
  db: Db,
  villageId: string,
  postSubjectId: string,
  at: Date,
): Promise<string[]> {
  const rows = await tables(db)
    .selectFrom('shift')
    .select('shift_id')
    .where('village_id', '=', villageId)
    .where('post_subject_id', '=', postSubjectId)
    .where('starts_at', '<=', at)
    .where('ends_at', '>=', at)
    .orderBy('shift_id')
    .execute()
  return rows.map((row) => row.shift_id)
}

/** Who was on duty at a post at an instant: present then, or signed up for a shift that nobody began. */
export async function selectOnDuty(
  db: Db,
  villageId: string,
  postSubjectId: string,
  at: Date,
): Promise<string[]> {
  const { rows } = await sql<{ person_id: string }>`
    SELECT DISTINCT attendance.person_id FROM shift
    JOIN attendance ON attendance.village_id = shift.village_id
      AND attendance.shift_id = shift.shift_id
    WHERE shift.village_id = ${villageId} AND shift.post_subject_id = ${postSubjectId}::uuid
      AND shift.starts_at <= ${at} AND shift.ends_at >= ${at}
    ORDER BY 1`.execute(db)
  if (rows.length > 0) return rows.map((row) => row.person_id)
  const signedUp = await sql<{ person_id: string }>`
    SELECT DISTINCT sign_up.person_id FROM shift
    JOIN sign_up ON sign_up.village_id = shift.village_id AND sign_up.shift_id = shift.shift_id
      AND sign_up.state = 'confirmed'
    WHERE shift.village_id = ${villageId} AND shift.post_subject_id = ${postSubjectId}::uuid
      AND shift.starts_at <= ${at} AND shift.ends_at >= ${at}
    ORDER BY 1`.execute(db)
  return signedUp.rows.map((row) => row.person_id)
}

/** How the reports of each reporter ended. */
export interface ReporterPattern {
  readonly reporterId: string
  readonly made: number
  readonly upheld: number
  readonly dismissed: number
}

/** Of all who reported, those with the most dismissed reports first; without reports about a household. */
export async function selectReporterPatterns(
  db: Db,
  villageId: string,
  page: { readonly withoutHouseholdId: string | null; readonly limit: number },
): Promise<ReporterPattern[]> {
  const { rows } = await sql<{
    reporter_id: string
    made: number
    upheld: number
    dismissed: number
  }>`
    SELECT reporter_id, count(*) AS made,
      count(*) FILTER (WHERE outcome = 'upheld') AS upheld,
      count(*) FILTER (WHERE outcome = 'dismissed') AS dismissed
    FROM breach_report AS report
    WHERE report.village_id = ${villageId} AND report.state <> 'unassigned' AND NOT EXISTS (
      SELECT FROM breach_report_party AS party
      WHERE party.village_id = ${villageId} AND party.report_id = report.report_id
        AND party.household_id = ${page.withoutHouseholdId}::uuid)
    GROUP BY reporter_id ORDER BY dismissed DESC, made DESC, reporter_id LIMIT ${page.limit}
  `.execute(db)
  return rows.map(({ reporter_id: reporterId, made, upheld, dismissed }) => ({
    reporterId,
    made,
    upheld,
    dismissed,
  }))
}
