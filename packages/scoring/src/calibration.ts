import type { CivilDay } from '@azalea/text'
import type { StageName, StageSpec, UsageScope, UsageSpan, UsageSubject } from './rule-sheet.ts'

/** Plain JSON as far as we use it: numbers are safe integers. */
export type JsonValue =
  | null
  | boolean
  | number
  | string
  | readonly JsonValue[]
  | { readonly [key: string]: JsonValue | undefined }

/** Names one sum of earlier awards: whose, of what, over which span of the calendar. */
export interface UsageKey {
  scope: UsageScope
  of: UsageSubject
  /** The item's ref, its category's ref, or its source. */
  key: string
  window: UsageSpan
}

/** A sum that the caller must look up before it can calibrate. */
export interface UsageWindow extends UsageKey {
  /** First and last civil day, both included; null at an open end (`lifetime`). */
  firstDay: CivilDay | null
  lastDay: CivilDay | null
}

/**
 * What the person or household was already granted in a window by awards of the same sign that are
 * not reversed, this contribution's own award left out.
 */
export interface PriorUsage extends UsageKey {
  /** Sum of magnitudes. */
  usedHundredths: number
  /** Occurrences that counted. */
  usedCount: number
  /** Sum of quantities in the small measure; needed for items in bands. */
  usedQuantity?: number
}

/** Another award for the same deed, with the points it had on entering its only-highest stage. */
export interface CompetingAward {
  itemRef: string
  /** Signed. */
  pointsHundredths: number
}

/** All that an award depends on besides the sheet. */
export interface CalibrationInput {
  itemRef: string
  /** Occurrences, or the small measure of the item's unit (minutes, grams, fen …). At least 0. */
  quantity: number
  occurredOn: CivilDay
  prior: readonly PriorUsage[]
  competing: readonly CompetingAward[]
  /** 1 to 5. */
  leaderScore?: number
  /** How much of the quantity fell under which circumstance of the item's stages. */
  circumstances?: readonly { code: string; quantity: number }[]
  /** 1 to 5; absent when no check was drawn. */
  spotCheckScore?: number
  /** Mean of the ratings of the post in hundredths of a star, 100 to 500. */
  passersBy?: { ratings: number; meanStarsHundredths: number }
  upheldReports?: number
  /** Awards of the same item and account still in force. */
  sameInForce?: number
}

export type ReasonCode =
  | 'fixed_points'
  | 'points_per_unit'
  | 'points_per_whole_unit'
  | 'band_reached'
  | 'band_unchanged'
  | 'circumstances_counted'
  | 'circumstances_none'
  | 'leader_scored'
  | 'leader_score_missing'
  | 'spot_checked'
  | 'spot_check_not_drawn'
  | 'passers_by_rated'
  | 'passers_by_too_few'
  | 'reports_upheld'
  | 'reports_none'
  | 'repeated'
  | 'not_repeated'
  | 'highest'
  | 'not_highest'
  | 'within_cap'
  | 'cap_trimmed'
  | 'cap_reached'
  | 'rounded'
  | 'already_round'

/** Why a stage did what it did; `explain` turns it into a sentence. */
export interface StageReason {
  code: ReasonCode
  params: Readonly<Record<string, string | number>>
}

export interface CalibrationStage {
  stage: StageName
  /** Everything the stage looked at. */
  input: { readonly [key: string]: JsonValue }
  beforeHundredths: number
  afterHundredths: number
  reason: StageReason
}

/** The outcome: the last stage's `afterHundredths` is `pointsHundredths`. */
export interface Calibration {
  itemRef: string
  stages: CalibrationStage[]
  /** Signed; negative for a deduction. */
  pointsHundredths: number
}

/** One stage as the sheet specifies it. */
export type SpecOf<Name extends StageName> = Extract<StageSpec, { stage: Name }>

export type CalibrationErrorCode =
  | 'unknown_item'
  | 'bad_quantity'
  | 'bad_day'
  | 'bad_score'
  | 'bad_usage'
  | 'not_in_force'
  | 'prior_missing'
  | 'prior_duplicate'
  | 'unknown_circumstance'
  | 'out_of_range'

/** The inputs cannot be calibrated under this sheet: a fault of the caller, never of a villager. */
export class CalibrationError extends Error {
  readonly code: CalibrationErrorCode
  constructor(code: CalibrationErrorCode, message: string) {
    super(message)
    this.name = 'CalibrationError'
    this.code = code
  }
}
