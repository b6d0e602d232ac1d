import { plainScores } from './plain-scores.ts'
import { fitRaterModel } from './fit-rater-model.ts'
import type { RaterParameters } from './rater-parameters.ts'
import type { RatingColumns } from './rating-columns.ts'

/** Mean absolute distance from the inspectors' stars, in stars; NaN without spot checks. */
export interface EstimatorComparison {
  checkedSubjects: number
  model: number
  mean: number
  median: number
  shrunkenMean: number
}

/**
 * Holds the model and the plain estimates against spot checks that none of them has seen. A village
 * uses the model's scores only where `model` is the smallest.
 */
export function compareOnSpotChecks(
  columns: RatingColumns,
  chosen: Partial<RaterParameters> = {},
): EstimatorComparison {
  const isCheck = (row: number) => columns.isSpotCheck?.[row] === 1
  const seen = withoutChecks(columns)
  const checks: number[] = []
  for (let row = 0; row < columns.rater.length; row += 1) if (isCheck(row)) checks.push(row)
  const error = (score: Float64Array) => {
    let sum = 0
    for (const row of checks) {
      sum += Math.abs(
        (columns.stars[row] as number) - (score[columns.subject[row] as number] as number),
      )
    }
    return sum / checks.length
  }
  return {
    checkedSubjects: new Set(checks.map((row) => columns.subject[row])).size,
    model: error(fitRaterModel(seen, chosen).score),
    mean: error(plainScores(seen, 'mean')),
    median: error(plainScores(seen, 'median')),
    shrunkenMean: error(plainScores(seen, 'shrunkenMean')),
  }
}

function withoutChecks(columns: RatingColumns): RatingColumns {
  const { isSpotCheck, relation, rater, subject, stars, time, ...others } = columns
  const isSeen = (_: number, row: number) => isSpotCheck?.[row] !== 1
  return {
    ...others,
    rater: rater.filter(isSeen),
    subject: subject.filter(isSeen),
    stars: stars.filter(isSeen),
    time: time.filter(isSeen),
    ...(relation && { relation: relation.filter(isSeen) }),
  }
}
