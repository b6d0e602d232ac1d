import type { RatingColumns } from './rating-columns.ts'

export type Estimator = 'mean' | 'median' | 'shrunkenMean'

/** Ratings by which the shrunken mean is pulled to the mean of all (a usual choice). */
const SHRINK_RATINGS = 3

/** Plain estimates of every subject's score; a subject without ratings gets the mean of all. */
export function plainScores(columns: RatingColumns, estimator: Estimator): Float64Array {
  const { stars, subject, subjectCount } = columns
  const given: number[][] = Array.from({ length: subjectCount }, () => [])
  let total = 0
  stars.forEach((value, row) => {
    given[subject[row] as number]?.push(value)
    total += value
  })
  const overall = stars.length === 0 ? 3 : total / stars.length
  return Float64Array.from(given, (values) => {
    if (values.length === 0) return overall
    const sum = values.reduce((a, b) => a + b, 0)
    if (estimator === 'mean') return sum / values.length
    if (estimator === 'median') return medianOf(values)
    return (sum + SHRINK_RATINGS * overall) / (values.length + SHRINK_RATINGS)
  })
}

function medianOf(values: number[]): number {
  values.sort((a, b) => a - b)
  const middle = values.length >> 1
  const upper = values[middle] as number
  return values.length % 2 === 1 ? upper : (upper + (values[middle - 1] as number)) / 2
}
