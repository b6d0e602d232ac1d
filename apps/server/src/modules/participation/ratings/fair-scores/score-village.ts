import type { EstimatorComparison } from '@azalea/scoring/raters'
import { civilDay } from '@azalea/text'
import type { Clock } from '../../../../platform/clock.ts'
import type { Database } from '../../../../platform/database/database.ts'
import { inEveryVillage, type Job } from '../../../../platform/jobs.ts'
import { selectVillageIds } from '../../../community/index.ts'
import {
  replaceFit,
  selectFit,
  type Fit,
  type FoundRing,
  type RaterEstimate,
  type SubjectScore,
} from './estimate.store.ts'
import { fitAside } from './fit-aside.ts'
import type { TableFit } from './fit-table.ts'
import { gatherTable } from './gather-table.ts'
import type { RatingTableBuilder } from './rating-table.ts'

export interface FairScoreParts {
  readonly database: Database
  readonly clock: Clock
}

/** So many rows are written in a few milliseconds; between them the server answers others. */
const ROWS_AT_A_TIME = 1000

/** Fits every village's ratings anew, once a day. A fit that fails leaves the last one standing. */
export function fairScoresJob(parts: FairScoreParts): Job {
  return {
    name: 'fit-rater-model',
    everyMinutes: 30,
    run: async (ending) => {
      const villageIds = await parts.database.outsideVillages(selectVillageIds)
      await inEveryVillage(villageIds, async (villageId) => {
        if (ending?.aborted !== true) await scoreDaily(parts, villageId, ending)
      }).catch((error: unknown) => {
        // Ended with the server; the next start finds that today's fit is missing.
        if (ending?.aborted !== true) throw error
      })
    },
  }
}

async function scoreDaily(
  parts: FairScoreParts,
  villageId: string,
  ending: AbortSignal | undefined,
): Promise<void> {
  const fit = await parts.database.inVillage(villageId, (db) => selectFit(db, villageId))
  const today = civilDay(parts.clock.now())
  if (fit === null || civilDay(fit.fittedAt) < today) await scoreVillage(parts, villageId, ending)
}

/**
 * A full fit of a village's ratings: the scores of all subjects, severity, consistency and trust of
 * all raters, and rings. It takes part in no command: what it finds replaces what the last one found.
 * @param ending stops it where it is; nothing is replaced then
 * @returns null where nobody has rated yet
 * @throws what ended the fit
 */
export async function scoreVillage(
  { database, clock }: FairScoreParts,
  villageId: string,
  ending?: AbortSignal,
): Promise<Fit | null> {
  const builder = await database.inVillage(villageId, (db) => gatherTable(db, villageId, ending))
  const { ratings } = builder
  if (ratings === 0) return null
  const fittedAt = clock.now()
  const asOfSeconds = Math.floor(fittedAt.getTime() / 1000)
  const found = await fitAside({ table: builder.finish(), asOfSeconds }, ending)
  const fit: Fit = {
    fittedAt,
    ratings,
    population: found.population,
    comparison: found.comparison,
    usesModel: found.choice.kind === 'model' && isNearest(found.comparison),
  }
  const whole = {
    fit,
    scores: inPieces(builder.subjectIds, (id, no) => scoreOf(found, builder, id, no)),
    raters: inPieces(builder.raterIds, (id, no) => estimateOf(found, id, no)),
    rings: ringsOf(found, builder),
  }
  await database.inVillage(villageId, (db) => replaceFit(db, villageId, whole))
  return fit
}

function isNearest(comparison: EstimatorComparison | null): boolean {
  if (comparison === null) return true
  const { model, mean, median, shrunkenMean } = comparison
  return model <= Math.min(mean, median, shrunkenMean)
}

/** Rows made some at a time, for those who write them. */
function* inPieces<Row>(
  ids: readonly string[],
  rowOf: (id: string, no: number) => Row,
): Generator<Row[]> {
  for (let from = 0; from < ids.length; from += ROWS_AT_A_TIME)
    yield ids.slice(from, from + ROWS_AT_A_TIME).map((id, at) => rowOf(id, from + at))
}

function scoreOf(
  { subjects }: TableFit,
  { raterIds }: RatingTableBuilder,
  subjectId: string,
  no: number,
): SubjectScore {
  return {
    subjectId,
    scoreHundredths: hundredths(subjects.score[no]),
    lowHundredths: hundredths(subjects.low[no]),
    highHundredths: hundredths(subjects.high[no]),
    ratings: subjects.ratings[no] ?? 0,
    ownerId: raterIds[subjects.owner[no] ?? -1] ?? null,
  }
}

function estimateOf({ raters }: TableFit, personId: string, no: number): RaterEstimate {
  const ring = raters.ring[no] ?? -1
  return {
    personId,
    severity: raters.severity[no] ?? 0,
    severityVariance: raters.severityVariance[no] ?? 0,
    spread: raters.spread[no] ?? 0,
    informative: raters.informative[no] ?? 0,
    ring: ring < 0 ? null : ring,
    consistencyPermille: Math.round((raters.consistency[no] ?? 0) * 1000),
    trustPermille: Math.round((raters.trust[no] ?? 0) * 1000),
    ratings: raters.ratings[no] ?? 0,
    flags: raters.flags[no] ?? 0,
  }
}

function ringsOf({ rings }: TableFit, { raterIds }: RatingTableBuilder): FoundRing[] {
  return rings.map(({ members, evidence }, ring) => ({
    ring,
    memberIds: members.flatMap((no) => raterIds[no] ?? []),
    evidence,
  }))
}

export function hundredths(stars: number | undefined): number {
  return Math.round((stars ?? 0) * 100)
}
