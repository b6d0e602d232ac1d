export { RaterFlag, fitRaterModel } from './fit-rater-model.ts'
export type { CalibrationState, FittedRaterModel } from './fit-rater-model.ts'
export { compareOnSpotChecks } from './compare-estimators.ts'
export { scoreKinds } from './decide-scores.ts'
export type { HeldOutFigures, ScoreChoice, ScoreKind } from './decide-scores.ts'
export type { EstimatorComparison } from './compare-estimators.ts'
export type { Population } from './facets.ts'
export type { Ring } from './find-rings.ts'
export { kendallTau } from './kendall-tau.ts'
export { plainScores } from './plain-scores.ts'
export type { Estimator } from './plain-scores.ts'
export { defaultRaterParameters } from './rater-parameters.ts'
export type { RaterParameters } from './rater-parameters.ts'
export { RatingColumnsError, Relation } from './rating-columns.ts'
export type { RatingColumns } from './rating-columns.ts'
export {
  explainConsistency,
  explainFlags,
  explainRing,
  explainSeverity,
  gatherRingEvidence,
} from './ring-evidence.ts'
export type { RingEvidence } from './ring-evidence.ts'
export { unknownRater, updateScores } from './update-scores.ts'
export type { KnownRaters } from './update-scores.ts'
