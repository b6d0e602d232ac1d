import type { CivilDay, Instant } from '@azalea/text'
import type { Amount } from './amount.ts'
import type { ApprovedUse } from './approved-list.ts'

/** What was put on a plot, with the terms under which it was. */
export interface Application {
  readonly registrationNumber: string
  readonly substances: readonly string[]
  /** What grew there then. */
  readonly crop: string
  readonly season: string
  readonly appliedAt: Instant
  readonly mostUses: number | null
  readonly preHarvestDays: number
  readonly reEntryHours: number
}

/** What somebody wants to put on a plot. */
export interface ApplicationRequest {
  readonly registrationNumber: string
  readonly crop: string
  readonly season: string
  /** The last day of that season, after which uses count anew; null while nobody has said it. */
  readonly seasonEndsOn: CivilDay | null
  readonly at: Instant
  readonly amount: Amount
  readonly areaSquareMetres: number
  /** Days on which the plot is to be harvested, planned or declared, in any order. */
  readonly harvestDays: readonly CivilDay[]
}

/** The terms of the list that an application keeps. */
export function termsOf(
  use: ApprovedUse,
): Pick<
  Application,
  'registrationNumber' | 'substances' | 'mostUses' | 'preHarvestDays' | 'reEntryHours'
> {
  const { registrationNumber, substances, mostUses, preHarvestDays, reEntryHours } = use
  return { registrationNumber, substances, mostUses, preHarvestDays, reEntryHours }
}
