export { scoringModule } from './module.ts'
export { sumAwards, type AwardSums } from './awards/award-sums.store.ts'
export { readAwardRecord, type AwardRecord } from './awards/award-record.store.ts'
export { checkAwards } from './awards/check-awards.ts'
export { readAwardsOf, readDeedsOf } from './awards/read-data-bank.ts'
export { countAwards, entryDayOf, type CountParts } from './awards/count-awards.ts'
export { reverseAward } from './awards/reverse-award.ts'
export type { AwardView } from './awards/schema.ts'
export {
  scoreContribution,
  scoreContributions,
  type NewContribution,
  type ScoredAward,
} from './awards/score-contribution.ts'
export { repairDeduction, type RepairInput } from './deductions/repair-deduction.ts'
export {
  requireDeductionItem,
  scoreDeduction,
  type NewDeduction,
} from './deductions/score-deduction.ts'
export { decideDeed, type DecideDeedInput } from './deeds/decide-deed.ts'
export { countDeedsToDecide, type DeedRow } from './deeds/deed.store.ts'
export { recordDeed, type RecordDeedInput } from './deeds/record-deed.ts'
export { finaliseAwards, finaliseAwardsJob, type FinaliseParts } from './notices/finalise-awards.ts'
export { countAwardsToPublish, hasNotice } from './notices/notice.store.ts'
export { hasAdoptedSheet } from './rules/rule-sheet.store.ts'
export { closeDay, type CloseDayParts } from './statement/close-day.ts'
export { readNotice, readNotices } from './notices/read-notices.ts'
export { answerObjection, type AnswerObjectionInput } from './objections/answer-objection.ts'
export { escalateObjections, escalateObjectionsJob } from './objections/escalate-objections.ts'
export { listDueObjections } from './objections/list-due-objections.ts'
export { raiseObjection, type RaiseObjectionInput } from './objections/raise-objection.ts'
export { recountReports, type ReportEnded } from './objections/recount-reports.ts'
export { readObjectionsOf } from './objections/read-objections.ts'
export { countOwnAwards } from './awards/award-sums.store.ts'
export { publishNotice, type PublishedNotice } from './notices/publish-notice.ts'
export { adoptRuleSheet, type AdoptInput } from './rules/adopt-rule-sheet.ts'
export type { AdoptedSheet } from './rules/adopted-sheets.ts'
export { importRuleSheet, type ImportedSheet } from './rules/import-rule-sheet.ts'
export { findRatingItem, readRuleItem, readSheetInForce } from './rules/read-sheet-in-force.ts'
export type { Resolution } from './rules/resolution.ts'
export { createScoring, type Scoring } from './scoring.ts'
export type { AwardState, Judgements, SourceKind } from './tables.ts'
export { clearAnsweredObjections } from './objections/clear-answered-words.ts'
