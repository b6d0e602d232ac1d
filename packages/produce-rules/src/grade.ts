/** How good a harvest lot is, the best first; buying rounds pay by it. */
export const harvestGrades = ['first', 'second', 'third'] as const
export type HarvestGrade = (typeof harvestGrades)[number]

/** A harvest gives at most this many times what its grower expected: more came from elsewhere. */
const MOST_OF_EXPECTED = 2

/** How much of a declared harvest may still be weighed in. */
export function leftOfHarvest(expectedGrams: number, weighedGrams: number): number {
  return Math.max(0, expectedGrams * MOST_OF_EXPECTED - weighedGrams)
}
