import { CalibrationError } from './calibration.ts'
import type {
  CalibrationInput,
  JsonValue,
  PriorUsage,
  StageReason,
  UsageKey,
} from './calibration.ts'
import type { RuleItem, RuleSheet } from './rule-sheet.ts'
import { usageKeyText } from './usage-windows.ts'

/** What a stage may look at. */
export interface StageRun {
  sheet: RuleSheet
  item: RuleItem
  input: CalibrationInput
  beforeHundredths: number
  /** What the leader's score did, for the spot check that outweighs it. */
  leader: { beforeHundredths: number; permille: number } | null
}

export interface StageEffect {
  input: { readonly [key: string]: JsonValue }
  afterHundredths: number
  reason: StageReason
  leader?: StageRun['leader']
}

/** 1 for a merit, −1 for a deduction. */
export function signOf(item: RuleItem): 1 | -1 {
  return item.kind === 'merit' ? 1 : -1
}

/** @throws CalibrationError `prior_missing`, `prior_duplicate`, `bad_usage`. */
export function usageFor(input: CalibrationInput, key: UsageKey): PriorUsage {
  const text = usageKeyText(key)
  const found = input.prior.filter((usage) => usageKeyText(usage) === text)
  const [usage] = found
  if (usage === undefined) throw new CalibrationError('prior_missing', `no usage for ${text}`)
  if (found.length > 1) throw new CalibrationError('prior_duplicate', `two usages for ${text}`)
  for (const used of [usage.usedHundredths, usage.usedCount, usage.usedQuantity ?? 0]) {
    if (!Number.isSafeInteger(used) || used < 0) {
      throw new CalibrationError('bad_usage', `usage for ${text} is ${used}`)
    }
  }
  return usage
}
