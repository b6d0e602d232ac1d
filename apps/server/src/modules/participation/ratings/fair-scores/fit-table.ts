import {
  fitRaterModel,
  compareOnSpotChecks,
  gatherRingEvidence,
  type EstimatorComparison,
  type Population,
  type RingEvidence,
  type ScoreChoice,
} from '@azalea/scoring/raters'
import { columnsOf, type RatingTable } from './rating-table.ts'

/** What a full fit finds, by the numbers of the table. Stars; shares from 0 to 1. */
export interface TableFit {
  readonly population: Population
  readonly choice: ScoreChoice
  readonly comparison: EstimatorComparison | null
  readonly subjects: {
    readonly score: Float64Array
    readonly low: Float64Array
    readonly high: Float64Array
    readonly ratings: Int32Array
    /** The rater who stands for the household that keeps it, or −1. */
    readonly owner: Int32Array
  }
  readonly raters: {
    readonly severity: Float64Array
    readonly severityVariance: Float64Array
    readonly spread: Float64Array
    readonly informative: Float64Array
    readonly consistency: Float64Array
    readonly trust: Float64Array
    readonly ratings: Int32Array
    readonly flags: Uint8Array
    /** The number of the ring, or −1. */
    readonly ring: Int32Array
  }
  readonly rings: readonly {
    readonly members: readonly number[]
    readonly evidence: RingEvidence
  }[]
}

/** Fewer checked subjects than this decide nothing about which estimate is nearest. */
const CHECKED_SUBJECTS_NEEDED = 10

/**
 * The full fit: scores of all subjects, severity, consistency and trust of all raters, rings, and how
 * near it comes to spot checks that it has not seen.
 * @param asOfSeconds what ages are counted from
 */
export function fitTable(table: RatingTable, asOfSeconds: number): TableFit {
  const columns = { ...columnsOf(table), asOf: asOfSeconds }
  const found = fitRaterModel(columns)
  const { fit } = found.state
  const evidence = gatherRingEvidence(found.state, found.rings, found.ringOf)
  const checked = table.subject.filter((_, row) => table.isSpotCheck[row] === 1)
  return {
    population: found.population,
    choice: found.choice,
    comparison:
      new Set(checked).size < CHECKED_SUBJECTS_NEEDED ? null : compareOnSpotChecks(columns),
    subjects: {
      score: found.score,
      low: found.low,
      high: found.high,
      ratings: found.subjectRatings,
      owner: columns.ownerOf ?? new Int32Array(),
    },
    raters: {
      severity: fit.severity,
      severityVariance: fit.severityVariance,
      spread: fit.spread,
      informative: fit.informative,
      consistency: found.consistency,
      trust: found.trust,
      ratings: found.raterRatings,
      flags: found.flags,
      ring: found.ringOf,
    },
    rings: evidence.map((figures, ring) => ({
      members: found.rings[ring]?.members ?? [],
      evidence: figures,
    })),
  }
}
