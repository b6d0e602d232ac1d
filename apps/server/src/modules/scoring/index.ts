export { scoringModule } from './module.ts'
export {
  type AwardRecord,
  type AwardSums,
  type AwardView,
  type CountParts,
  type NewContribution,
  type NewDeduction,
  type ScoredAward,
  checkAwards,
  countAwards,
  countOwnAwards,
  entryDayOf,
  readAwardRecord,
  readAwardsOf,
  requireDeductionItem,
  reverseAward,
  scoreContribution,
  scoreContributions,
  scoreDeduction,
  selectDisputedSources,
  sumAwards,
} from './awards/index.ts'
export {
  type DecideDeedInput,
  type DeedRow,
  type RecordDeedInput,
  countDeedsToDecide,
  decideDeed,
  readDeedsOf,
  recordDeed,
} from './deeds/index.ts'
export { type RepairInput, repairDeduction } from './repairs/index.ts'
export {
  type FinaliseParts,
  type PublishedNotice,
  countAwardsToPublish,
  finaliseAwards,
  finaliseAwardsJob,
  hasNotice,
  publishNotice,
  readNotice,
  readNotices,
} from './notices/index.ts'
export {
  type AdoptInput,
  type AdoptedSheet,
  type ImportedSheet,
  type Scoring,
  adoptRuleSheet,
  createScoring,
  findRatingItem,
  hasAdoptedSheet,
  importRuleSheet,
  readRuleItem,
  readSheetInForce,
} from './rules/index.ts'
export {
  type CloseDayParts,
  type HonourStatement,
  closeDay,
  readStatement,
} from './statement/index.ts'
export {
  type AnswerObjectionInput,
  type RaiseObjectionInput,
  type ReportEnded,
  answerObjection,
  clearAnsweredObjections,
  escalateObjections,
  escalateObjectionsJob,
  listDueObjections,
  raiseObjection,
  readObjectionsOf,
  recountReports,
} from './objections/index.ts'
export type { Resolution } from './ground/tables.ts'
export type { SourceKind } from './ground/sources.ts'
export type { AwardState, Judgements } from './ground/tables.ts'
