import { unknownRater, updateScores, type KnownRaters } from '@azalea/scoring/raters'
import type { Db } from '../../../../platform/database/database.ts'
import { readDwellings, readSubjects, type Subject } from '../../../community/index.ts'
import { hundredths } from './score-village.ts'
import {
  selectEstimates,
  selectFit,
  selectScores,
  type Fit,
  type RaterEstimate,
  type SubjectScore,
} from './estimate.store.ts'
import { placeOf } from './gather-table.ts'
import { selectJudgements, selectRatingsWithin } from './judgement.store.ts'
import { columnsOf, RatingTableBuilder, type Judgement, type Place } from './rating-table.ts'

export type FairScore = Omit<SubjectScore, 'subjectId' | 'ownerId'>

/**
 * The fair score of a subject with all its ratings of this moment, raters and population as
 * the last full fit found them: work grows with the subject's own ratings only.
 * @returns null before the first fit or rating, and where the model does not beat plain estimates
 */
export async function scoreSubject(
  db: Db,
  villageId: string,
  subjectId: string,
): Promise<FairScore | null> {
  const [known, judgements] = await Promise.all([
    readKnown(db, villageId, subjectId),
    selectJudgements(db, villageId, subjectId),
  ])
  const { fit } = known
  if (fit === null || !fit.usesModel || judgements.length === 0) return null
  const people = await readJudges(db, villageId, known, judgements)
  return scoreFrom({ ...known, ...people, fit }, judgements)
}

/**
 * What passers-by gave a post during a shift, as a fair score; those who stood there and their households
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
  const [known, found] = await Promise.all([
    readKnown(db, villageId, postId),
    selectRatingsWithin(db, villageId, postId, span),
  ])
  if (found.length === 0) return null
  const people = await readJudges(db, villageId, known, found)
  const counted = found.filter(
    ({ personId }) => !leftOutHouseholds.has(people.places.get(personId)?.householdId ?? ''),
  )
  if (counted.length === 0) return null
  const { fit } = known
  const score = fit?.usesModel ? scoreFrom({ ...known, ...people, fit }, counted) : null
  const total = counted.reduce((sum, { stars }) => sum + stars, 0)
  return {
    ratings: counted.length,
    meanStarsHundredths: score?.scoreHundredths ?? Math.round((total * 100) / counted.length),
  }
}

interface Known {
  readonly fit: Fit | null
  readonly subject: Subject | undefined
  /** The rater who stands for the household that keeps the subject. */
  readonly ownerId: string | null
}

async function readKnown(db: Db, villageId: string, subjectId: string): Promise<Known> {
  const [fit, scores, subjects] = await Promise.all([
    selectFit(db, villageId),
    selectScores(db, villageId, [subjectId]),
    readSubjects(db, villageId, [subjectId]),
  ])
  const ownerId = scores.get(subjectId)?.ownerId ?? null
  return { fit, subject: subjects.get(subjectId), ownerId }
}

interface Judges {
  readonly places: ReadonlyMap<string, Place>
  readonly estimates: ReadonlyMap<string, RaterEstimate>
}

async function readJudges(
  db: Db,
  villageId: string,
  { ownerId }: Known,
  judgements: readonly Judgement[],
): Promise<Judges> {
  const judges = judgements.map(({ personId }) => personId)
  // The owner gave no stars here; what counts is whether raters are in one ring with them.
  const personIds = [...new Set(ownerId === null ? judges : [...judges, ownerId])]
  const [places, estimates] = await Promise.all([
    readDwellings(db, villageId, personIds),
    selectEstimates(db, villageId, personIds),
  ])
  return { places, estimates }
}

/** One subject's judgements, in any order. */
function scoreFrom(
  { fit, subject, ownerId, places, estimates }: Known & Judges & { fit: Fit },
  judgements: readonly Judgement[],
): FairScore {
  const builder = new RatingTableBuilder()
  const judges = new Set(judgements.map(({ personId }) => personId))
  if (ownerId !== null) judges.add(ownerId)
  for (const id of [...judges].toSorted(byId)) builder.addRater(id, places.get(id))
  for (const one of judgements) builder.addJudgement(one)
  builder.addPlaceOfSubject(placeOf(subject))
  const owner = builder.raterIds.indexOf(ownerId ?? '')
  const columns = columnsOf(builder.finish(), Int32Array.of(owner))
  const asOf = Math.floor(fit.fittedAt.getTime() / 1000)
  const known = knownRaters(fit, builder.raterIds, estimates)
  const { score, low, high } = updateScores({ ...columns, asOf }, known, [])
  return {
    scoreHundredths: hundredths(score[0]),
    lowHundredths: hundredths(low[0]),
    highHundredths: hundredths(high[0]),
    ratings: judgements.filter(({ isSpotCheck }) => !isSpotCheck).length,
  }
}

function byId(a: string, b: string): number {
  return a < b ? -1 : 1
}

function knownRaters(
  { population }: Fit,
  raterIds: readonly string[],
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
