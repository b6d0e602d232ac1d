export { adoptionRefund, dueOfShare, type FailureRule, type SharePart } from './adoption.ts'
export {
  amountText,
  leastOnArea,
  mostOnArea,
  perMu,
  readAmount,
  type Amount,
  type DoseUnit,
} from './amount.ts'
export { termsOf, type Application, type ApplicationRequest } from './application.ts'
export {
  listInForce,
  usesOn,
  type ApprovedList,
  type ApprovedUse,
  type InputKind,
} from './approved-list.ts'
export { decideApplication, doseOf, type Decision } from './decide.ts'
export { earliestHarvest, harvestAfter, reEntryEndsAt } from './earliest-harvest.ts'
export {
  amountWords,
  dayWords,
  possibleAgainWords,
  reasonWords,
  type TwoLanguages,
} from './reason-words.ts'
export type { Reason } from './rules.ts'
export { harvestGrades, leftOfHarvest, type HarvestGrade } from './grade.ts'
export { approvedListText, readApprovedList } from './approved-list-bytes.ts'
export {
  expectedByWeek,
  expectedGrams,
  harvestDaysOf,
  isSownWithin,
  plantingTimes,
  plantingsOverlap,
  type CropTerms,
  type PlantingTimes,
} from './planting.ts'
export {
  lossReasons,
  massAppeared,
  RECALLED_DAYS,
  type LossReason,
  type Masses,
} from './mass-balance.ts'
export {
  amountFen,
  growerSum,
  priceUnits,
  type Deduction,
  type GradePrice,
  type GrowerSum,
  type PricedWeight,
  type PriceUnit,
} from './rounds/grower-sum.ts'
export {
  isWithinTolerance,
  mostGrams,
  MOST_GROSS_GRAMS,
  whyNotWeight,
  type WeightProblem,
} from './rounds/weights.ts'
export { ScaleStream } from './scales/read-stream.ts'
export { SettledWeight, SETTLED_AFTER } from './scales/settled-weight.ts'
export {
  readWeightMeasurement,
  WEIGHT_MEASUREMENT,
  WEIGHT_SCALE_SERVICE,
} from './scales/weight-measurement.ts'
export type { WeightReading } from './scales/weight-reading.ts'
export {
  AHEAD_MINUTES,
  APART_SECONDS,
  KEPT_DAYS,
  measures,
  readReading,
  sensorKinds,
  type Reading,
  type ReadingProblem,
  type SensorKind,
  type SensorUnit,
} from './sensors/reading.ts'
export {
  alarmAfter,
  alarmCauses,
  isQuiet,
  moistureLimits,
  sensorState,
  type AlarmCause,
  type Ground,
  type SensorState,
  type Soil,
} from './sensors/state.ts'
