export { isInForce, lastDayInForce, repairEffect } from './award-life.ts'
export type { AwardDates, RepairDone, RepairEffect } from './award-life.ts'
export { occurrencesOf } from './base-stage.ts'
export { beatenBy } from './beaten-rivals.ts'
export { boardBytes, boardsOf } from './boards.ts'
export type { BoardKind, BoardLines, EarnedPoints, RankedHousehold } from './boards.ts'
export { calibrate, contendingHundredths } from './calibrate.ts'
export { CalibrationError } from './calibration.ts'
export type {
  Calibration,
  CalibrationErrorCode,
  CalibrationInput,
  CalibrationStage,
  CompetingAward,
  JsonValue,
  PriorUsage,
  ReasonCode,
  StageReason,
  UsageKey,
  UsageWindow,
} from './calibration.ts'
export { ruleSheetBytes } from './rule-sheet-bytes.ts'
export { isCountable, recountAwards } from './counted-awards.ts'
export type { AwardCounts } from './counted-awards.ts'
export { countedUsage } from './counted-usage.ts'
export type { CountedUsage } from './counted-usage.ts'
export { formatHundredths, formatPermille, formatQuantity } from './amounts-in-words.ts'
export type { Language } from './amounts-in-words.ts'
export { explain } from './explain.ts'
export { changesInWords, withEnglish } from './sheet-changes.ts'
export {
  itemInBoth,
  languageParts,
  wordsIn,
  type LanguagePart,
  type SheetWords,
} from './words-in.ts'
export { parseRuleSheet } from './parse-rule-sheet.ts'
export type { ParsedRuleSheet } from './parse-rule-sheet.ts'
export { PublishedSheetError } from './published-reading.ts'
export { fromPublishedSheet } from './published-sheet.ts'
export type { PublishedSheetOptions } from './published-sheet.ts'
export { ruleSheetJsonSchema } from './rule-sheet-shape.ts'
export { INSTANT_AT_MOST_HUNDREDTHS } from './rule-sheet-rules.ts'
export type { JsonSchema, SheetProblem } from './shape.ts'
export { spanAround } from './usage-span.ts'
export { QUANTITY_PER_UNIT, findItem, returnDaysOf } from './rule-sheet.ts'
export type {
  Band,
  BasePoints,
  Bilingual,
  Cap,
  Category,
  Circumstance,
  DayOfYear,
  EvidenceKind,
  Expiry,
  PermilleByScore,
  Publicity,
  QuantityUnit,
  Repair,
  RuleGood,
  RuleItem,
  RuleSheet,
  SheetPolicies,
  StageName,
  StageSpec,
  UsageScope,
  UsageSpan,
  UsageSubject,
  VerifierRole,
  WalletPolicy,
} from './rule-sheet.ts'
export { stageOrder } from './rule-sheet.ts'
export { drawSpotChecks, spotListBytes } from './spot-draw.ts'
export type { DrawnCandidate, SpotCandidate, SpotList } from './spot-draw.ts'
export { capWindows } from './usage-windows.ts'
export {
  circumstancesOf,
  countedIn,
  declaredCircumstances,
  doStarsChangePoints,
  findRatingItem,
  isEarnableByShift,
  isRatingItem,
  isRecordable,
  quantityOfMinutes,
} from './item-predicates.ts'
export { minutesWithin } from './shift-minutes.ts'
export { lintItem, lintItems, lintRuleItem, lintSheet } from './lint.ts'
export { lintOffer } from './lint-offer.ts'
export type { LintInput, LintReason, LintResult, LintVerdict } from './lint.ts'
export { describeItem } from './describe-item.ts'
export { describeGood, describePolicies } from './describe-policies.ts'
export { visibilityOf } from './publicity.ts'
export type { Audience, AwardView, Visibility } from './publicity.ts'
export { checkResolution, checkVote, sheetInForce } from './resolution.ts'
export type { Resolution, VotedResolution } from './resolution.ts'
export { closeWallet, closesWalletsOn } from './wallet.ts'
export type { WalletClosing } from './wallet.ts'
