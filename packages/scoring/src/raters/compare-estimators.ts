import { plainScores } from './plain-scores.ts'
import { calibrateRatings } from './calibrate-ratings.ts'
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
  const rows = [...columns.rater.keys()]
  const seen = pickRows(
    columns,
    rows.filter((row) => !isCheck(row)),
  )
  const checks = rows.filter(isCheck)
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
    model: error(calibrateRatings(seen, chosen).score),
    mean: error(plainScores(seen, 'mean')),
    median: error(plainScores(seen, 'median')),
    shrunkenMean: error(plainScores(seen, 'shrunkenMean')),
  }
}

function pickRows(columns: RatingColumns, rows: readonly number[]): RatingColumns {
  const picked: RatingColumns = {
    ...columns,
    rater: Int32Array.from(rows, (row) => columns.rater[row] as number),
    subject: Int32Array.from(rows, (row) => columns.subject[row] as number),
    stars: Float32Array.from(rows, (row) => columns.stars[row] as number),
    time: Float64Array.from(rows, (row) => columns.time[row] as number),
  }
  delete picked.isSpotCheck
  const { relation } = columns
  if (relation) picked.relation = Uint8Array.from(rows, (row) => relation[row] as number)
  return picked
}
