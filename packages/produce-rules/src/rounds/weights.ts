/** More than a village's platform scale carries. */
export const MOST_GROSS_GRAMS = 5_000_000

export type WeightProblem = 'weight_absurd' | 'tare_above_gross'

/** What cannot be a weight; null when it can. */
export function whyNotWeight(grossGrams: number, tareGrams: number): WeightProblem | null {
  const isSane = (grams: number) => Number.isSafeInteger(grams) && grams <= MOST_GROSS_GRAMS
  if (!isSane(grossGrams) || !isSane(tareGrams)) return 'weight_absurd'
  if (grossGrams <= 0 || tareGrams < 0) return 'weight_absurd'
  return tareGrams >= grossGrams ? 'tare_above_gross' : null
}

/** Whether a scale shows a test weight as well as it has to. */
export function isWithinTolerance(
  testGrams: number,
  readGrams: number,
  toleranceGrams: number,
): boolean {
  return Math.abs(testGrams - readGrams) <= toleranceGrams
}

/** What a grower may bring above the amount that was taken: a twentieth, since no crate is exact. */
export function mostGrams(takenGrams: number): number {
  return takenGrams + Math.floor(takenGrams / 20)
}
