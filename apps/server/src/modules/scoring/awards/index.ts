export { type AwardBrief, type BriefRow, briefColumns, toBrief } from './award-brief.store.ts'
export { readAwardRecord } from './award-record.store.ts'
export { finalRecord } from './award-records.ts'
export { sumAwards } from './award-sums.store.ts'
export {
  type NewAward,
  insertAwards,
  insertRecordedContribution,
  readHouseholdOfAward,
} from './award.store.ts'
export { checkAwards } from './check-awards.ts'
export { type CountParts, countAwards } from './count-awards.ts'
export { type Repair, insertRepair, selectRepairs } from './deductions/deduction.store.ts'
export { requireDeductionItem, scoreDeduction } from './deductions/score-deduction.ts'
export type { JudgedContribution } from './judged-contribution.ts'
export {
  type DisputableAward,
  selectCorrecting,
  selectDisputable,
  selectDisputables,
  selectNoticedAwards,
  selectStandingFor,
} from './disputable-award.store.ts'
export { hasOpenObjection, selectDisputedSources } from './disputed.store.ts'
export { lastDayOnNotice } from './notice-days.ts'
export { postAwards } from './post-awards.ts'
export { presentName } from './present-award.ts'
export { readAward } from './read-awards.ts'
export { readAwardsOf } from './read-own-awards.ts'
export { reverseAward } from './reverse-award.ts'
export { awardsSubmodule } from './submodule.ts'
export { awardView } from './schema.ts'
export {
  type NewContribution,
  type ScoredAward,
  scoreContribution,
  scoreContributions,
} from './score-contribution.ts'
export { awardContributions } from './award-contributions.ts'
export { takeBack } from './take-back.ts'
export { lockHouseholds } from './usage.store.ts'
