import type { Selectable } from 'kysely'
import type { ParticipationTables } from '../ground/tables.ts'
import type { BreachReport, Party } from './breach-report.ts'

export type ReportRow = Selectable<ParticipationTables['breach_report']>

export function toParty(row: ParticipationTables['breach_report_party']): Party {
  const { replied_by: by, replied_at: at } = row
  return {
    householdId: row.household_id,
    personId: row.person_id,
    reply:
      by === null || at === null
        ? null
        : { by, at, words: row.reply_words, photoFileId: row.reply_photo_file_id },
  }
}

export function toReport(row: ReportRow, parties: readonly Party[]): BreachReport {
  const { decided_by: decidedBy, decided_at: decidedAt } = row
  return {
    reportId: row.report_id,
    reporterId: row.reporter_id,
    reporterHouseholdId: row.reporter_household_id,
    channel: row.channel,
    enteredBy: row.entered_by,
    passedOnBy: row.passed_on_by,
    subjectId: row.subject_id,
    place: row.place,
    allegedItemRef: row.alleged_item_ref,
    attached:
      row.attached_by === null || row.attached_at === null
        ? null
        : { by: row.attached_by, at: row.attached_at },
    occurredAt: row.occurred_at,
    words: row.words,
    photoFileIds: row.photo_file_ids,
    reportedAt: row.reported_at,
    replyDueOn: row.reply_due_on,
    decisionDueOn: row.decision_due_on,
    parties,
    state: row.state,
    outcome: row.outcome,
    itemRef: row.item_ref,
    quantity: row.quantity,
    decision:
      decidedBy === null || decidedAt === null
        ? null
        : { by: decidedBy, at: decidedAt, reasons: row.reasons },
    appealEndsOn: row.appeal_ends_on,
    appeal: toAppeal(row),
    settledAt: row.settled_at,
    awardId: row.award_id,
    ending:
      row.ended_by === null || row.ended_at === null
        ? null
        : { by: row.ended_by, at: row.ended_at, words: row.ending_words },
  }
}

function toAppeal(row: ReportRow): BreachReport['appeal'] {
  const { appealed_by: by, appealed_at: at, appeal_due_on: dueOn } = row
  if (by === null || at === null || dueOn === null) return null
  const {
    appeal_outcome: outcome,
    appeal_decided_by: decidedBy,
    appeal_decided_at: decidedAt,
  } = row
  const answer =
    outcome === null || decidedBy === null || decidedAt === null
      ? null
      : { outcome, by: decidedBy, at: decidedAt, reasons: row.appeal_reasons }
  return { by, at, words: row.appeal_words, dueOn, answer }
}
