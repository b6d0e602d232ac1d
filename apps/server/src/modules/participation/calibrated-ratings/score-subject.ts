import { unknownRater, updateScores, type KnownRaters } from '@azalea/scoring/raters'
import type { Db } from '../../../platform/database/database.ts'
import { hundredths, readSurroundings } from './calibrate-village.ts'
import {
  selectEstimates,
  selectFit,
  selectJudgements,
  selectRatingsWithin,
  selectScores,
  type Fit,
  type RaterEstimate,
  type SubjectScore,
} from './estimate.store.ts'
import { gatherColumns, type Gathered, type Judgement } from './gather-columns.ts'

export type CalibratedStars = Omit<SubjectScore, 'subjectId' | 'ownerId'>

/**
 * The calibrated score of a subject with all its ratings of this moment, raters and population as
 * the last full fit found them: work grows with the subject's own ratings only.
 * @returns null before the first fit or rating, and where the model does not beat plain estimates
 */
export async function scoreSubject(
  db: Db,
  villageId: string,
  subjectId: string,
): Promise<CalibratedStars | null> {
  const [fit, judgements] = await Promise.all([
    selectFit(db, villageId),
    selectJudgements(db, villageId, subjectId),
  ])
  if (fit === null || !fit.usesModel || judgements.length === 0) return null
  return scoreFrom(db, villageId, subjectId, fit, judgements)
}

/**
 * What passers-by gave a post during a shift, calibrated; those who stood there and their households
 * do not count. Before the first fit it is the plain mean.
 * @returns null when nobody did
 */
export async function scorePassersBy(
  db: Db,
  villageId: string,
  postId: string,
  shift: { readonly startsAt: Date; readonly endsAt: Date },
  leftOutHouseholds: ReadonlySet<string>,
): Promise<{ ratings: number; meanStarsHundredths: number } | null> {
  const span = { from: shift.startsAt, to: shift.endsAt }
  const [fit, found] = await Promise.all([
    selectFit(db, villageId),
    selectRatingsWithin(db, villageId, postId, span),
  ])
  if (found.length === 0) return null
  const { households } = await readSurroundings(db, villageId, found)
  const counted = found.filter(
    ({ personId }) => !leftOutHouseholds.has(households.get(personId) ?? ''),
  )
  if (counted.length === 0) return null
  const score = fit?.usesModel ? await scoreFrom(db, villageId, postId, fit, counted) : null
  const total = counted.reduce((sum, { stars }) => sum + stars, 0)
  return {
    ratings: counted.length,
    meanStarsHundredths: score?.scoreHundredths ?? Math.round((total * 100) / counted.length),
  }
}

async function scoreFrom(
  db: Db,
  villageId: string,
  subjectId: string,
  fit: Fit,
  judgements: readonly Judgement[],
): Promise<CalibratedStars> {
  const personIds = [...new Set(judgements.map(({ personId }) => personId))]
  const [around, estimates, scores] = await Promise.all([
    readSurroundings(db, villageId, judgements),
    selectEstimates(db, villageId, personIds),
    selectScores(db, villageId, [subjectId]),
  ])
  const ownerId = scores.get(subjectId)?.ownerId ?? null
  // The owner gave no stars here; what counts is whether raters are in one ring with them.
  const owner =
    ownerId === null
      ? new Map<string, RaterEstimate>()
      : await selectEstimates(db, villageId, [ownerId])
  const owners = new Map(ownerId === null ? [] : [[subjectId, ownerId]])
  const gathered = gatherColumns(judgements, around, owners)
  const known = knownRaters(fit, gathered, new Map([...estimates, ...owner]))
  const { score, low, high } = updateScores(gathered.columns, known, [])
  return {
    scoreHundredths: hundredths(score[0]),
    lowHundredths: hundredths(low[0]),
    highHundredths: hundredths(high[0]),
    ratings: judgements.filter(({ isSpotCheck }) => !isSpotCheck).length,
  }
}

function knownRaters(
  { population }: Fit,
  { raterIds }: Gathered,
  estimates: ReadonlyMap<string, RaterEstimate>,
): KnownRaters {
  const stranger = unknownRater(population)
  const raters = raterIds.map((id) => estimates.get(id) ?? { ...stranger, ring: null })
  return {
    population,
    severity: Float64Array.from(raters, ({ severity }) => severity),
    severityVariance: Float64Array.from(raters, ({ severityVariance }) => severityVariance),
    spread: Float64Array.from(raters, ({ spread }) => spread),
    informative: Float64Array.from(raters, ({ informative }) => informative),
    ringOf: Int32Array.from(raters, ({ ring }) => ring ?? -1),
  }
}
