import type { CivilDay } from '@azalea/text'

/** The same text for both readers; Chinese is the binding one. */
export interface Bilingual {
  zh: string
  en: string
}

/** A day of any year, `MM-DD`. */
export type DayOfYear = string

/**
 * What a quantity is counted in. Quantities are always integers of the small measure beside it in
 * {@link QUANTITY_PER_UNIT}: minutes, grams, fen, hundredths of a star, or plain counts.
 */
export type QuantityUnit =
  | 'time'
  | 'minute'
  | 'hour'
  | 'gram'
  | 'jin'
  | 'kg'
  | 'yuan'
  | 'person'
  | 'piece'
  | 'star'

/** Measures in one unit: an hour is 60 minutes, a jin 500 grams, a yuan 100 fen, a star 100. */
export const QUANTITY_PER_UNIT: Readonly<Record<QuantityUnit, number>> = {
  time: 1,
  minute: 1,
  hour: 60,
  gram: 1,
  jin: 500,
  kg: 1000,
  yuan: 100,
  person: 1,
  piece: 1,
  star: 100,
}

/** A stretch of the calendar in which usage is added up; `lifetime` has no ends. */
export type UsageSpan = 'day' | 'month' | 'quarter' | 'year' | 'lifetime'

/** One step of a tiered item: at `fromQuantity` and above the total is `totalHundredths`. */
export interface Band {
  /** The row of the published sheet that this band is; findable with `findItem`. */
  ref: string
  /** In the small measure of the unit (minutes for `hour`). */
  fromQuantity: number
  /** In total, not in addition to the lower bands. */
  totalHundredths: number
}

/**
 * How a deed becomes points before anything else. Amounts are magnitudes (above zero); the item's
 * `kind` gives the sign.
 */
export type BasePoints =
  | { kind: 'fixed'; pointsHundredths: number }
  | {
      kind: 'per_unit'
      unit: QuantityUnit
      /** So many units earn `pointsHundredths`: 1 for "an hour", 100 for "each 100 yuan". */
      perUnits: number
      pointsHundredths: number
      /** Whether a part of `perUnits` counts pro rata or not at all. */
      partUnits: 'pro_rata' | 'whole_only'
    }
  | {
      kind: 'bands'
      unit: QuantityUnit
      /** `each`: the deed's own quantity finds the band; else the sum over the span does. */
      over: 'each' | UsageSpan
      scope: UsageScope
      /** Ascending by quantity and by total. */
      bands: Band[]
    }

export type UsageScope = 'person' | 'household'

/** What is added up: awards of the item, of its whole category, or of its source of points. */
export type UsageSubject = 'item' | 'category' | 'source'

/** At least one of the two limits is present; both count magnitudes of the item's own sign. */
export interface Cap {
  scope: UsageScope
  of: UsageSubject
  window: UsageSpan
  atMostHundredths?: number
  atMostCount?: number
}

/** Multipliers in thousandths for the scores 1, 2, 3, 4, 5, in that order; never falling. */
export type PermilleByScore = [number, number, number, number, number]

/** A condition under which part of the quantity counts for more (or less). */
export interface Circumstance {
  code: string
  name: Bilingual
  permille: number
  /** For conditions that follow the clock; `HH:MM`, may cross midnight. */
  daily?: { from: string; to: string }
}

/** One step of calibration. The list in an item is the order in which steps are applied. */
export type StageSpec =
  | {
      stage: 'base'
      /** Credited per deed at most, in the small measure (a cap on consecutive minutes). */
      creditAtMostQuantity?: number
    }
  | { stage: 'circumstances'; each: Circumstance[] }
  | { stage: 'leader_score'; permilleByScore: PermilleByScore }
  | {
      stage: 'spot_check'
      permilleByScore: PermilleByScore
      /** Weight of the spot check against the leader's score, above 500: it outweighs it. */
      weightPermille: number
    }
  | {
      stage: 'passers_by'
      permilleByScore: PermilleByScore
      /** Fewer ratings than this have no effect. */
      atLeastRatings: number
    }
  | { stage: 'upheld_reports'; lessPermilleEach: number }
  | { stage: 'repeat'; factorPermille: number }
  | { stage: 'only_highest' }
  | { stage: 'cap' }
  | { stage: 'rounding'; toHundredths: number; mode: 'half_away_from_zero' | 'toward_zero' }

export type StageName = StageSpec['stage']

/** In the order in which they may follow each other. */
export const stageOrder: readonly StageName[] = [
  'base',
  'circumstances',
  'leader_score',
  'spot_check',
  'passers_by',
  'upheld_reports',
  'repeat',
  'only_highest',
  'cap',
  'rounding',
]

/** Who confirms that the deed was done. `counterpart` is the other party of a mutual deed. */
export type VerifierRole =
  | 'counterpart'
  | 'post_leader'
  | 'group_leader'
  | 'technician'
  | 'committee'
  | 'supervisor'
  | 'town_officer'

export type EvidenceKind =
  | 'scan'
  | 'check_in'
  | 'photo'
  | 'signature'
  | 'certificate'
  | 'notice'
  | 'inspection'
  | 'witness'
  | 'decision'
  | 'rating'

/** How long an award counts. After its time it is archived: kept, but no longer public. */
export type Expiry =
  | { kind: 'never' }
  | { kind: 'after_months'; months: number }
  | { kind: 'until_mended'; atMostMonths?: number }

/** How a deduction is taken back; `restoresPermille` of it returns. */
export type Repair =
  | { by: 'mending'; restoresPermille: number }
  | { by: 'volunteering'; minutes: number; restoresPermille: number }

/**
 * Who may see an award: `named_with_consent` (name if the person consented, else masked), `masked`,
 * `totals_only` (inside the household's masked total, the item unnamed), `private`.
 */
export type Publicity = 'named_with_consent' | 'masked' | 'totals_only' | 'private'

export interface RuleItem {
  ref: string
  /** The `ref` of one of the sheet's categories. */
  category: string
  name: Bilingual
  kind: 'merit' | 'deduction'
  base: BasePoints
  /** The unit in words, as the sheet prints it. */
  unit: Bilingual
  /** How it is confirmed, in words, as the sheet prints it. */
  verifier: Bilingual
  verifierRoles: VerifierRole[]
  evidenceKinds: EvidenceKind[]
  caps: Cap[]
  /** Where the points come from (`donation`, `volunteering`), for caps of a source. */
  source?: string
  exclusiveGroup?: string
  /** Added by the village to a common sheet; see `SheetPolicies.ownItems`. */
  isOwn?: boolean
  /** Days on public notice before an award is final; 0 only for small instant merits. */
  noticeDays: number
  expiry: Expiry
  repair: Repair[]
  publicity: Publicity
  stages: StageSpec[]
}

export interface Category {
  ref: string
  name: Bilingual
}

/** Something the wallet buys. */
export interface RuleGood {
  ref: string
  category: string
  name: Bilingual
  unit: Bilingual
  verifier: Bilingual
  costHundredths: number
  initialStock?: number
  /** Within so many days it can be given back; where nothing is said, `GIVEN_BACK_WITHIN_DAYS`. */
  returnDays?: number
}

const GIVEN_BACK_WITHIN_DAYS = 7

/** Within how many days after it was fetched a good can be given back; 0: not at all. */
export function returnDaysOf({ returnDays }: RuleGood): number {
  return returnDays ?? GIVEN_BACK_WITHIN_DAYS
}

/** What happens to the wallet once a year. Honour is never touched. */
export type WalletPolicy =
  | { kind: 'keep' }
  | { kind: 'reset'; on: DayOfYear }
  | { kind: 'carry_over'; on: DayOfYear; keepPermille: number; atMostHundredths?: number }

export interface SheetPolicies {
  wallet: WalletPolicy
  /** What each account starts with; 0 where points are only earned. */
  startingHundredths: number
  /** Whether households may give each other points, and how many each may give in a calendar month. */
  gifts?: { atMostHundredthsPerMonth: number }
  /** Which items of one deed compete: all of them, or only those of one exclusive group. */
  onlyHighest: 'same_deed' | 'same_group'
  objectionAnswerWorkingDays: number
  /** An own award leaves public view within so many working days of asking. */
  withdrawalWorkingDays: number
  /** Items that a village may add to a common sheet. */
  ownItems?: { atMostMerits: number; atMostDeductions: number; atMostHundredthsEach: number }
}

/** A versioned list of items and stages; the village resolution that adopted it names its hash. */
export interface RuleSheet {
  schema: 'azalea-rule-sheet/1'
  /** 12-digit division code. */
  villageId: string
  title: Bilingual
  effectiveFrom: CivilDay
  /** The household holds the points, its people earn them. */
  account: 'household'
  policies: SheetPolicies
  categories: Category[]
  items: RuleItem[]
  goods: RuleGood[]
  /** Where the rules were taken from. */
  sourceNote: string
}

/** The item with this ref, also when the ref is that of one of its bands. */
export function findItem(sheet: RuleSheet, ref: string): RuleItem | undefined {
  return sheet.items.find(
    (item) =>
      item.ref === ref ||
      (item.base.kind === 'bands' && item.base.bands.some((band) => band.ref === ref)),
  )
}
