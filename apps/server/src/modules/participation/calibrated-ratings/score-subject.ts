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
  const fit = await selectFit(db, villageId)
  if (fit === null || !fit.usesModel) return null
  return scoreFrom(db, villageId, fit, await selectJudgements(db, villageId, subjectId))
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
  const found = await selectRatingsWithin(db, villageId, postId, span)
  if (found.length === 0) return null
  const { households } = await readSurroundings(db, villageId, found)
  const counted = found.filter(
    ({ personId }) => !leftOutHouseholds.has(households.get(personId) ?? ''),
  )
  if (counted.length === 0) return null
  const fit = await selectFit(db, villageId)
  const score = fit?.usesModel ? await scoreFrom(db, villageId, fit, counted) : null
  const total = counted.reduce((sum, { stars }) => sum + stars, 0)
  return {
    ratings: counted.length,
    meanStarsHundredths: score?.scoreHundredths ?? Math.round((total * 100) / counted.length),
  }
}

async function scoreFrom(
  db: Db,
  villageId: string,
  fit: Fit,
  judgements: readonly Judgement[],
): Promise<CalibratedStars | null> {
  if (judgements.length === 0) return null
  const subjectIds = [...new Set(judgements.map(({ subjectId }) => subjectId))]
  const known = await selectScores(db, villageId, subjectIds)
  const owners = [...known.values()].flatMap(({ subjectId, ownerId }): [string, string][] =>
    ownerId === null ? [] : [[subjectId, ownerId]],
  )
  const around = await readSurroundings(db, villageId, judgements)
  const gathered = gatherColumns(judgements, around, new Map(owners))
  const raters = await knownRaters(db, villageId, fit, gathered)
  const { score, low, high } = updateScores(gathered.columns, raters, [])
  return {
    scoreHundredths: hundredths(score[0]),
    lowHundredths: hundredths(low[0]),
    highHundredths: hundredths(high[0]),
    ratings: judgements.filter(({ isSpotCheck }) => !isSpotCheck).length,
  }
}

async function knownRaters(
  db: Db,
  villageId: string,
  { population }: Fit,
  { raterIds }: Gathered,
): Promise<KnownRaters> {
  const estimates = await selectEstimates(db, villageId, raterIds)
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
