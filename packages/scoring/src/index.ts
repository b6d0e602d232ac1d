export { occurrencesOf } from './base-stage.ts'
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
export { canonicalJson, ruleSheetBytes } from './canonical-json.ts'
export { isCivilDay, spanAround } from './civil-day.ts'
export { QUANTITY_PER_UNIT, findItem } from './rule-sheet.ts'
export type {
  Band,
  BasePoints,
  Bilingual,
  Cap,
  Category,
  Circumstance,
  CivilDay,
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
export { capWindows } from './usage-windows.ts'
