import { decideScores } from './decide-scores.ts'
import type { ScoreChoice } from './decide-scores.ts'
import { fitFacets } from './facet-fit.ts'
import type { FacetFit } from './facets.ts'
import { comparableRatings, FOLDS, holdOutRaters } from './held-out-raters.ts'
import { meanOfRatings, scoresOfMeans } from './mean-of-ratings.ts'
import type { Scores } from './mean-of-ratings.ts'
import type { RaterParameters } from './rater-parameters.ts'
import type { RatingIndex } from './rating-index.ts'
import { levelStars } from './star-levels.ts'

/** A fit that goes on from one with all raters settles in few rounds. */
const COARSE = 4

/**
 * Mean, levels or model, as `decideScores` finds from the ratings themselves: each rater is held
 * against what the others say.
 *
 * @returns the choice, and the scores where it is not the model
 */
export function chooseScores(
  index: RatingIndex,
  parameters: RaterParameters,
  share: Float32Array,
  fit: FacetFit,
): { choice: ScoreChoice; plain: Scores | null } {
  const levels = levelStars(index.stars)
  const heldOut = holdOutRaters(index, comparableRatings(index, share), (fold) => {
    const others = shareWithout(index, share, fold)
    const tolerance = COARSE * parameters.tolerance
    const refitted = fitFacets(index, parameters, others, copyOf(fit), tolerance)
    const [mean, levelled] = [index.stars, levels].map((stars) =>
      meanOfRatings(index, stars, others),
    ) as [Float64Array, Float64Array]
    return [mean, levelled, refitted.score]
  })
  const choice = decideScores(heldOut)
  if (choice.kind === 'model') return { choice, plain: null }
  const stars = choice.kind === 'mean' ? index.stars : levels
  return { choice, plain: scoresOfMeans(index, stars, share, choice) }
}

function shareWithout(index: RatingIndex, share: Float32Array, fold: number): Float32Array {
  const others = share.slice()
  for (let e = 0; e < others.length; e += 1) {
    if ((index.rater[e] as number) % FOLDS === fold && index.isSpotCheck[e] === 0) others[e] = 0
  }
  return others
}

function copyOf(fit: FacetFit): FacetFit {
  return {
    population: { ...fit.population },
    score: fit.score.slice(),
    precision: fit.precision.slice(),
    severity: fit.severity.slice(),
    severityVariance: fit.severityVariance.slice(),
    spread: fit.spread.slice(),
    informative: fit.informative.slice(),
    counted: fit.counted.slice(),
  }
}
