import {
  calibrateRatings,
  compareOnSpotChecks,
  gatherRingEvidence,
  type EstimatorComparison,
  type RatingCalibration,
} from '@azalea/scoring/raters'
import { civilDay } from '../../../platform/calendar.ts'
import type { Clock } from '../../../platform/clock.ts'
import type { Database, Db } from '../../../platform/database/database.ts'
import { inEveryVillage, type Chore } from '../../../platform/jobs.ts'
import {
  readHouseholdGroups,
  readPeople,
  readSubjects,
  selectVillageIds,
} from '../../community/index.ts'
import {
  replaceFit,
  selectFit,
  selectJudgements,
  type Fit,
  type FoundRing,
  type RaterEstimate,
  type SubjectScore,
} from './estimate.store.ts'
import {
  gatherColumns,
  type Gathered,
  type Judgement,
  type Surroundings,
} from './gather-columns.ts'

export interface CalibrateParts {
  readonly database: Database
  readonly clock: Clock
}

/** Fewer checked subjects than this decide nothing about which estimate is nearest. */
const CHECKED_SUBJECTS_NEEDED = 10

/** Fits every village's ratings anew, once a day. */
export function calibrateRatingsChore(parts: CalibrateParts): Chore {
  return {
    name: 'calibrate-ratings',
    everyMinutes: 30,
    run: async () => {
      const villageIds = await parts.database.outsideVillages(selectVillageIds)
      await inEveryVillage(villageIds, (villageId) => calibrateDaily(parts, villageId))
    },
  }
}

async function calibrateDaily(parts: CalibrateParts, villageId: string): Promise<void> {
  const fit = await parts.database.inVillage(villageId, (db) => selectFit(db, villageId))
  const today = civilDay(parts.clock.now())
  if (fit === null || civilDay(fit.fittedAt) < today) await calibrateVillage(parts, villageId)
}

/**
 * A full fit of a village's ratings: the scores of all subjects, severity, consistency and trust of
 * all raters, and rings. It takes part in no command: what it finds replaces what the last one found.
 * @returns null where nobody has rated yet
 */
export async function calibrateVillage(
  { database, clock }: CalibrateParts,
  villageId: string,
): Promise<Fit | null> {
  const { judgements, gathered } = await database.inVillage(villageId, async (db) => {
    const found = await selectJudgements(db, villageId)
    return {
      judgements: found,
      gathered: gatherColumns(found, await readSurroundings(db, villageId, found)),
    }
  })
  const ratings = judgements.filter(({ isSpotCheck }) => !isSpotCheck).length
  if (ratings === 0) return null
  const calibration = calibrateRatings(gathered.columns)
  const comparison = compare(gathered, judgements)
  const fit: Fit = {
    fittedAt: clock.now(),
    ratings,
    population: calibration.population,
    comparison,
    usesModel: isNearest(comparison),
  }
  const whole = {
    fit,
    scores: scoresOf(calibration, gathered),
    raters: ratersOf(calibration, gathered),
    rings: ringsOf(calibration, gathered),
  }
  await database.inVillage(villageId, (db) => replaceFit(db, villageId, whole))
  return fit
}

/** Households and hamlets of those who rate, and whose the subjects are. */
export async function readSurroundings(
  db: Db,
  villageId: string,
  judgements: readonly Judgement[],
): Promise<Surroundings> {
  const subjectIds = [...new Set(judgements.map(({ subjectId }) => subjectId))]
  const personIds = [...new Set(judgements.map(({ personId }) => personId))]
  const [people, subjects] = await Promise.all([
    readPeople(db, villageId, personIds),
    readSubjects(db, villageId, subjectIds),
  ])
  const households = new Map([...people].map(([id, { householdId }]) => [id, householdId]))
  const groups = await readHouseholdGroups(db, villageId, [...new Set(households.values())])
  return {
    subjects,
    households,
    groups: new Map([...groups].map(([id, { groupNo }]) => [id, groupNo])),
  }
}

function compare(
  { columns }: Gathered,
  judgements: readonly Judgement[],
): EstimatorComparison | null {
  const checked = judgements.flatMap((one) => (one.isSpotCheck ? [one.subjectId] : []))
  return new Set(checked).size < CHECKED_SUBJECTS_NEEDED ? null : compareOnSpotChecks(columns)
}

function isNearest(comparison: EstimatorComparison | null): boolean {
  if (comparison === null) return true
  const { model, mean, median, shrunkenMean } = comparison
  return model <= Math.min(mean, median, shrunkenMean)
}

function scoresOf(
  found: RatingCalibration,
  { subjectIds, raterIds, columns: { ownerOf } }: Gathered,
): SubjectScore[] {
  return subjectIds.map((subjectId, no) => ({
    subjectId,
    scoreHundredths: hundredths(found.score[no]),
    lowHundredths: hundredths(found.low[no]),
    highHundredths: hundredths(found.high[no]),
    ratings: found.subjectRatings[no] ?? 0,
    ownerId: raterIds[ownerOf?.[no] ?? -1] ?? null,
  }))
}

function ratersOf(found: RatingCalibration, { raterIds }: Gathered): RaterEstimate[] {
  const { fit } = found.state
  return raterIds.map((personId, no) => {
    const ring = found.ringOf[no] ?? -1
    return {
      personId,
      severity: fit.severity[no] ?? 0,
      severityVariance: fit.severityVariance[no] ?? 0,
      spread: fit.spread[no] ?? 0,
      informative: fit.informative[no] ?? 0,
      ring: ring < 0 ? null : ring,
      consistencyPermille: Math.round((found.consistency[no] ?? 0) * 1000),
      trustPermille: Math.round((found.trust[no] ?? 0) * 1000),
      ratings: found.raterRatings[no] ?? 0,
      flags: found.flags[no] ?? 0,
    }
  })
}

function ringsOf(found: RatingCalibration, { raterIds }: Gathered): FoundRing[] {
  const evidence = gatherRingEvidence(found.state, found.rings, found.ringOf)
  return found.rings.flatMap(({ members }, ring) => {
    const figures = evidence[ring]
    const memberIds = members.flatMap((no) => raterIds[no] ?? [])
    return figures ? [{ ring, memberIds, evidence: figures }] : []
  })
}

export function hundredths(stars: number | undefined): number {
  return Math.round((stars ?? 0) * 100)
}
