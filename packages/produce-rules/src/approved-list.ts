import type { CivilDay } from '@azalea/text'
import type { DoseUnit } from './amount.ts'

/** What is put on a plot: against pests and diseases, or to feed. */
export type InputKind = 'pesticide' | 'fertiliser'

/** One line of an approved list: a product, for some crops, with the terms of its label. */
export interface ApprovedUse {
  readonly kind: InputKind
  readonly name: string
  /** By which the product is known, whatever its bottle calls it. */
  readonly registrationNumber: string
  readonly substances: readonly string[]
  readonly crops: readonly string[]
  readonly unit: DoseUnit
  /** Of the product on one mu, in thousandths of the unit. */
  readonly leastPerMu: number
  readonly mostPerMu: number
  /** Uses a season; null for a fertiliser that names none. */
  readonly mostUses: number | null
  readonly preHarvestDays: number
  readonly reEntryHours: number
  readonly isOrganic: boolean
  readonly validFrom: CivilDay
  /** The last day; null without an end. */
  readonly validTo: CivilDay | null
  /** Where its figures come from. */
  readonly source: string
}

/** One published version of the list. It is never edited: a newer one follows it. */
export interface ApprovedList {
  readonly version: number
  readonly inForceFrom: CivilDay
  readonly uses: readonly ApprovedUse[]
}

/** The version in force on a day: the one that came last by then. */
export function listInForce(lists: readonly ApprovedList[], day: CivilDay): ApprovedList | null {
  let last: ApprovedList | null = null
  for (const list of lists) {
    if (list.inForceFrom > day) continue
    if (last === null || isLater(list, last)) last = list
  }
  return last
}

/** What the list in force on a day says of a product, on whatever crop. */
export function usesOn(
  lists: readonly ApprovedList[],
  registrationNumber: string,
  day: CivilDay,
): readonly ApprovedUse[] {
  const uses = listInForce(lists, day)?.uses ?? []
  return uses.filter((use) => use.registrationNumber === registrationNumber && isValid(use, day))
}

function isValid({ validFrom, validTo }: ApprovedUse, day: CivilDay): boolean {
  return validFrom <= day && (validTo === null || day <= validTo)
}

function isLater(one: ApprovedList, other: ApprovedList): boolean {
  if (one.inForceFrom !== other.inForceFrom) return one.inForceFrom > other.inForceFrom
  return one.version > other.version
}
