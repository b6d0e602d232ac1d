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
export { amountWords, possibleAgainWords, reasonWords, type TwoLanguages } from './reason-words.ts'
export type { Reason } from './rules.ts'
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
export { harvestGrades, leftOfHarvest, type HarvestGrade } from './grade.ts'
export {
  lossReasons,
  massAppeared,
  RECALLED_DAYS,
  type LossReason,
  type Masses,
} from './mass-balance.ts'
