export { scoringModule } from './module.ts'
export {
  type NewContribution,
  type ScoredAward,
  checkAwards,
  countAwards,
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
  type RecordDeedInput,
  countDeedsToDecide,
  decideDeed,
  recordDeed,
} from './deeds/index.ts'
export { repairDeduction } from './repairs/index.ts'
export {
  countAwardsToPublish,
  finaliseAwards,
  finaliseAwardsJob,
  publishNotice,
} from './notices/index.ts'
export {
  type AdoptInput,
  type AdoptedSheet,
  type Scoring,
  adoptRuleSheet,
  createScoring,
  importRuleSheet,
  readRuleItem,
  readSheetInForce,
} from './rules/index.ts'
export {
  announceClosing,
  closeWallets,
  isClosingWallets,
  startEarlierWallets,
} from './wallets/index.ts'
export { closeDay, countSpending, readStatement, type HonourStatement } from './statement/index.ts'
export {
  type AnswerObjectionInput,
  type RaiseObjectionInput,
  answerObjection,
  escalateObjections,
  escalateObjectionsJob,
  listDueObjections,
  raiseObjection,
  recountReports,
} from './objections/index.ts'
export type { AwardState, Judgements } from './ground/tables.ts'
