export {
  scoreContribution,
  scoreContributions,
  type NewContribution,
  type ScoredAward,
} from './awards/score-contribution.ts'
export type { AdoptedSheet } from './rules/adopted-sheets.ts'
export { findRatingItem, readRuleItem, readSheetInForce } from './rules/read-sheet-in-force.ts'
export { createScoring, type Scoring } from './scoring.ts'
export type { AwardState, SourceKind } from './tables.ts'
