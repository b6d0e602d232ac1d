import type { CivilDay } from '@azalea/text'
import type { CalibrationInput } from '../calibration.ts'
import type { QuantityUnit, Repair, RuleItem } from '../rule-sheet.ts'

/** What a quantity counts, whatever the unit: quantities of one measure can be held together. */
export type Measure = 'occurrences' | 'minutes' | 'grams' | 'fen' | 'stars'

const measures: Readonly<Record<QuantityUnit, Measure>> = {
  time: 'occurrences',
  person: 'occurrences',
  piece: 'occurrences',
  minute: 'minutes',
  hour: 'minutes',
  gram: 'grams',
  jin: 'grams',
  kg: 'grams',
  yuan: 'fen',
  star: 'stars',
}

/** What the quantities of an item's deeds count. */
export function measureOf({ base }: RuleItem): Measure {
  return base.kind === 'fixed' ? 'occurrences' : measures[base.unit]
}

/** A deed as it was told once: the inputs of its calibration without what other awards decide. */
export interface ReplayContribution extends Omit<
  CalibrationInput,
  'prior' | 'competing' | 'sameInForce'
> {
  readonly contributionId: string
  readonly personId: string
  readonly householdId: string
  /** What the deed rests on: awards of one source compete for only-the-highest. */
  readonly sourceKind: string
  readonly sourceId: string
  readonly measure: Measure
}

/** How a deduction was made good, as it was told once. */
export interface ReplayRepair {
  readonly repairId: string
  /** The deduction. */
  readonly contributionId: string
  readonly way: Repair['by']
  /** Volunteered for it; null for mending. */
  readonly minutes: number | null
  readonly occurredOn: CivilDay
}

/**
 * What happened in the village, in its order: a deed came in; a deduction became final and counts from
 * then against the next of its kind; it was made good; or an award or a repair was taken back because
 * it was wrong (not because a higher one took its place: the replay finds that by itself).
 */
export type ReplayEvent =
  | { readonly kind: 'contribution'; readonly contribution: ReplayContribution }
  | { readonly kind: 'final'; readonly contributionId: string; readonly on: CivilDay }
  | { readonly kind: 'repair'; readonly repair: ReplayRepair }
  | { readonly kind: 'reversal'; readonly contributionId: string }

/**
 * The deed as an item of another sheet would judge it; null where the quantity counts something else.
 * What was measured counts once under an item by occurrences; the other way nobody knows the measure.
 * Circumstances that the item does not know are left out.
 */
export function deedUnder(
  item: RuleItem,
  contribution: ReplayContribution,
): ReplayContribution | null {
  const measure = measureOf(item)
  if (measure !== contribution.measure) {
    if (measure !== 'occurrences') return null
    const { circumstances: _, ...rest } = contribution
    return { ...rest, itemRef: item.ref, quantity: Math.min(1, contribution.quantity) }
  }
  if (contribution.circumstances === undefined) return contribution
  const known = new Set(
    item.stages.flatMap((spec) =>
      spec.stage === 'circumstances' ? spec.each.map(({ code }) => code) : [],
    ),
  )
  return {
    ...contribution,
    circumstances: contribution.circumstances.filter(({ code }) => known.has(code)),
  }
}
