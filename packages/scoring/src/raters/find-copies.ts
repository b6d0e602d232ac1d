import type { RatingIndex } from './rating-index.ts'

/**
 * For each rater in how many deviations it agrees better with the rating before its own than with
 * the one after it. Who judges alone agrees with both alike; who copies can only copy what is there.
 */
export function copyEvidence(index: RatingIndex, informative: Float64Array): Float64Array {
  const before = new Int32Array(index.raterCount)
  const after = new Int32Array(index.raterCount)
  const { start, stars, rater, subjectCount } = index
  for (let j = 0; j < subjectCount; j += 1) {
    for (let e = (start[j] as number) + 1; e < (start[j + 1] as number) - 1; e += 1) {
      const by = rater[e] as number
      const [earlier, later] = [rater[e - 1] as number, rater[e + 1] as number]
      if (by === earlier || by === later) continue
      // Whoever rates at random agrees with nobody, before or after.
      if ((informative[earlier] as number) < 0.5 || (informative[later] as number) < 0.5) continue
      const given = stars[e] as number
      const toBefore = Math.abs(given - (stars[e - 1] as number))
      const toAfter = Math.abs(given - (stars[e + 1] as number))
      if (toBefore < toAfter) before[by] = (before[by] as number) + 1
      if (toAfter < toBefore) after[by] = (after[by] as number) + 1
    }
  }
  const evidence = new Float64Array(index.raterCount)
  for (let i = 0; i < evidence.length; i += 1) {
    const more = (before[i] as number) - (after[i] as number)
    const count = (before[i] as number) + (after[i] as number)
    if (count > 0) evidence[i] = more / Math.sqrt(count)
  }
  return evidence
}
