import { sql, type Updateable } from 'kysely'
import type { Db } from '../../../platform/database/database.ts'
import type { BreachOutcome, ParticipationTables } from '../ground/tables.ts'
import { toParty, toReport, type ReportRow } from './breach-report-row.store.ts'
import type { BreachReport, NewBreachReport } from './breach-report.ts'

const tables = (db: Db) => db.withTables<ParticipationTables>()

export async function insertBreachReport(
  db: Db,
  villageId: string,
  report: NewBreachReport,
): Promise<void> {
  await tables(db)
    .insertInto('breach_report')
    .values({
      village_id: villageId,
      report_id: report.reportId,
      reporter_id: report.reporterId,
      reporter_household_id: report.reporterHouseholdId,
      subject_id: report.subjectId,
      occurred_at: report.occurredAt,
      words: report.words,
      photo_file_ids: [...report.photoFileIds],
      reported_at: report.reportedAt,
      reply_due_on: report.replyDueOn,
      decision_due_on: report.decisionDueOn,
      state: report.parties.length === 0 ? 'unassigned' : 'open',
      outcome: null,
      item_ref: null,
      quantity: null,
      decided_by: null,
      decided_at: null,
      reasons: null,
      appeal_ends_on: null,
      appealed_by: null,
      appealed_at: null,
      appeal_words: null,
      appeal_due_on: null,
      appeal_outcome: null,
      appeal_decided_by: null,
      appeal_decided_at: null,
      appeal_reasons: null,
      settled_at: null,
      award_id: null,
      channel: report.channel,
      entered_by: report.enteredBy,
      recounted_at: null,
      place: report.place,
      alleged_item_ref: report.allegedItemRef,
      attached_by: null,
      attached_at: null,
      ended_by: null,
      ended_at: null,
      ending_words: null,
    })
    .execute()
  await insertParties(db, villageId, report.reportId, report.parties)
}

async function insertParties(
  db: Db,
  villageId: string,
  reportId: string,
  parties: NewBreachReport['parties'],
): Promise<void> {
  if (parties.length === 0) return
  await tables(db)
    .insertInto('breach_report_party')
    .values(
      parties.map(({ householdId, personId }) => ({
        village_id: villageId,
        report_id: reportId,
        household_id: householdId,
        person_id: personId,
        replied_by: null,
        replied_at: null,
        reply_words: null,
        reply_photo_file_id: null,
      })),
    )
    .execute()
}

/** Makes this transaction the only one that changes the report; null when there is no such one. */
export async function lockBreachReport(
  db: Db,
  villageId: string,
  reportId: string,
): Promise<BreachReport | null> {
  await tables(db)
    .selectFrom('breach_report')
    .select('report_id')
    .where('village_id', '=', villageId)
    .where('report_id', '=', reportId)
    .forNoKeyUpdate()
    .execute()
  return selectBreachReport(db, villageId, reportId)
}

export async function selectBreachReport(
  db: Db,
  villageId: string,
  reportId: string,
): Promise<BreachReport | null> {
  const rows = await reportQuery(db, villageId).where('report_id', '=', reportId).execute()
  return (await withParties(db, villageId, rows))[0] ?? null
}

export async function markReplied(
  db: Db,
  villageId: string,
  reportId: string,
  householdId: string,
  reply: { by: string; at: Date; words: string; photoFileId: string | null },
): Promise<void> {
  await tables(db)
    .updateTable('breach_report_party')
    .set({
      replied_by: reply.by,
      replied_at: reply.at,
      reply_words: reply.words,
      reply_photo_file_id: reply.photoFileId,
    })
    .where('village_id', '=', villageId)
    .where('report_id', '=', reportId)
    .where('household_id', '=', householdId)
    .execute()
}

export async function markDecided(
  db: Db,
  villageId: string,
  reportId: string,
  decision: {
    readonly outcome: BreachOutcome
    readonly itemRef: string | null
    readonly quantity: number | null
    readonly by: string
    readonly at: Date
    readonly reasons: string
    readonly appealEndsOn: string
  },
): Promise<void> {
  await update(db, villageId, reportId, {
    state: 'decided',
    outcome: decision.outcome,
    item_ref: decision.itemRef,
    quantity: decision.quantity,
    decided_by: decision.by,
    decided_at: decision.at,
    reasons: decision.reasons,
    appeal_ends_on: decision.appealEndsOn,
  })
}

export async function markAppealed(
  db: Db,
  villageId: string,
  reportId: string,
  appeal: {
    readonly by: string
    readonly at: Date
    readonly words: string
    readonly dueOn: string
  },
): Promise<void> {
  await update(db, villageId, reportId, {
    state: 'appealed',
    appealed_by: appeal.by,
    appealed_at: appeal.at,
    appeal_words: appeal.words,
    appeal_due_on: appeal.dueOn,
  })
}

export async function markAppealDecided(
  db: Db,
  villageId: string,
  reportId: string,
  answer: {
    readonly outcome: 'confirmed' | 'changed'
    readonly standing: BreachOutcome
    readonly itemRef: string | null
    readonly quantity: number | null
    readonly by: string
    readonly at: Date
    readonly reasons: string
  },
): Promise<void> {
  await update(db, villageId, reportId, {
    outcome: answer.standing,
    item_ref: answer.itemRef,
    quantity: answer.quantity,
    appeal_outcome: answer.outcome,
    appeal_decided_by: answer.by,
    appeal_decided_at: answer.at,
    appeal_reasons: answer.reasons,
  })
}

export async function markSettled(
  db: Db,
  villageId: string,
  reportId: string,
  { at, awardId }: { readonly at: Date; readonly awardId: string | null },
): Promise<void> {
  await update(db, villageId, reportId, { state: 'settled', settled_at: at, award_id: awardId })
}

/** From now on these are reported, and asked to reply. */
export async function markAttached(
  db: Db,
  villageId: string,
  reportId: string,
  found: {
    readonly by: string
    readonly at: Date
    readonly parties: NewBreachReport['parties']
    readonly replyDueOn: string
    readonly decisionDueOn: string
  },
): Promise<void> {
  await insertParties(db, villageId, reportId, found.parties)
  await update(db, villageId, reportId, {
    state: 'open',
    attached_by: found.by,
    attached_at: found.at,
    reply_due_on: found.replyDueOn,
    decision_due_on: found.decisionDueOn,
  })
}

/** Ends it without a decision. */
export async function markEnded(
  db: Db,
  villageId: string,
  reportId: string,
  ending: {
    readonly state: 'withdrawn' | 'closed'
    readonly by: string
    readonly at: Date
    readonly words: string | null
  },
): Promise<void> {
  await update(db, villageId, reportId, {
    state: ending.state,
    ended_by: ending.by,
    ended_at: ending.at,
    ending_words: ending.words,
  })
}

/** Adds somebody to those who leave the judgement to others. */
export async function markPassedOn(
  db: Db,
  villageId: string,
  { reportId, passedOnBy }: BreachReport,
  personId: string,
): Promise<void> {
  await update(db, villageId, reportId, { passed_on_by: [...passedOnBy, personId] })
}

export async function markRecounted(
  db: Db,
  villageId: string,
  reportId: string,
  at: Date,
): Promise<void> {
  await update(db, villageId, reportId, { recounted_at: at })
}

async function update(
  db: Db,
  villageId: string,
  reportId: string,
  columns: Omit<Updateable<ParticipationTables['breach_report']>, 'village_id' | 'report_id'>,
): Promise<void> {
  await tables(db)
    .updateTable('breach_report')
    .set(columns)
    .where('village_id', '=', villageId)
    .where('report_id', '=', reportId)
    .execute()
}

export function reportQuery(db: Db, villageId: string) {
  return tables(db).selectFrom('breach_report').selectAll().where('village_id', '=', villageId)
}

/** These rows with their parties, in their order. */
export async function withParties(
  db: Db,
  villageId: string,
  rows: readonly ReportRow[],
): Promise<BreachReport[]> {
  if (rows.length === 0) return []
  const parties = await tables(db)
    .selectFrom('breach_report_party')
    .selectAll()
    .where('village_id', '=', villageId)
    .where(sql<boolean>`report_id = any(${rows.map((row) => row.report_id)}::uuid[])`)
    .orderBy('report_id')
    .orderBy('household_id')
    .execute()
  return rows.map((row) =>
    toReport(row, parties.filter((party) => party.report_id === row.report_id).map(toParty)),
  )
}
