import type { EstimatorComparison, Population, RingEvidence } from '@azalea/scoring/raters'
import { sql } from 'kysely'
import type { Db } from '../../../../platform/database/database.ts'
import type { ParticipationTables } from '../../ground/tables.ts'

const tables = (db: Db) => db.withTables<ParticipationTables>()

/** What the last full fit says of all ratings together. */
export interface Fit {
  readonly fittedAt: Date
  readonly ratings: number
  readonly population: Population
  readonly comparison: EstimatorComparison | null
  /** False where left-out raters or spot checks do not show that it is better than plain estimates. */
  readonly usesModel: boolean
}

export interface SubjectScore {
  readonly subjectId: string
  /** Stars in hundredths; the true value lies between low and high in 95 of 100 cases. */
  readonly scoreHundredths: number
  readonly lowHundredths: number
  readonly highHundredths: number
  readonly ratings: number
  /** The rater who stands for the household that keeps it; null where nobody of it rates. */
  readonly ownerId: string | null
}

export interface RaterEstimate {
  readonly personId: string
  /** In stars; positive: gives fewer than others would. */
  readonly severity: number
  readonly severityVariance: number
  readonly spread: number
  readonly informative: number
  /** The number of the ring, or null. */
  readonly ring: number | null
  readonly consistencyPermille: number
  readonly trustPermille: number
  readonly ratings: number
  /** Bits of `RaterFlag`. */
  readonly flags: number
}

export interface FoundRing {
  readonly ring: number
  readonly memberIds: readonly string[]
  readonly evidence: RingEvidence
}

export interface WholeFit {
  readonly fit: Fit
  readonly scores: Iterable<readonly SubjectScore[]>
  readonly raters: Iterable<readonly RaterEstimate[]>
  readonly rings: readonly FoundRing[]
}

/** Puts a full fit in the place of the one before; `scores` and `raters` come some at a time. */
export async function replaceFit(
  db: Db,
  villageId: string,
  { fit, scores, raters, rings }: WholeFit,
): Promise<void> {
  await sql`
    insert into rating_fit (village_id, fitted_at, ratings, population, comparison, uses_model)
    values (${villageId}, ${fit.fittedAt}, ${fit.ratings}, ${JSON.stringify(fit.population)}::jsonb,
      ${JSON.stringify(fit.comparison)}::jsonb, ${fit.usesModel})
    on conflict (village_id) do update set fitted_at = excluded.fitted_at, ratings = excluded.ratings,
      population = excluded.population, comparison = excluded.comparison, uses_model = excluded.uses_model`.execute(
    db,
  )
  for (const table of ['subject_score', 'rater_estimate', 'rating_ring'] as const)
    await tables(db).deleteFrom(table).where('village_id', '=', villageId).execute()
  for (const some of scores) await insertScores(db, villageId, some)
  for (const some of raters) await insertEstimates(db, villageId, some)
  const ringRows = rings.map(({ ring, memberIds, evidence }) => ({
    village_id: villageId,
    ring,
    evidence: { memberIds, ...evidence },
  }))
  await sql`insert into rating_ring select * from jsonb_populate_recordset(null::rating_ring, ${JSON.stringify(ringRows)}::jsonb)`.execute(
    db,
  )
}

async function insertScores(db: Db, villageId: string, scores: readonly SubjectScore[]) {
  const rows = scores.map((one) => ({
    village_id: villageId,
    subject_id: one.subjectId,
    score_hundredths: one.scoreHundredths,
    low_hundredths: one.lowHundredths,
    high_hundredths: one.highHundredths,
    ratings: one.ratings,
    owner_id: one.ownerId,
  }))
  await sql`insert into subject_score select * from jsonb_populate_recordset(null::subject_score, ${JSON.stringify(rows)}::jsonb)`.execute(
    db,
  )
}

async function insertEstimates(db: Db, villageId: string, raters: readonly RaterEstimate[]) {
  const rows = raters.map((one) => ({
    village_id: villageId,
    person_id: one.personId,
    severity: one.severity,
    severity_variance: one.severityVariance,
    spread: one.spread,
    informative: one.informative,
    ring: one.ring,
    consistency_permille: one.consistencyPermille,
    trust_permille: one.trustPermille,
    ratings: one.ratings,
    flags: one.flags,
  }))
  await sql`insert into rater_estimate select * from jsonb_populate_recordset(null::rater_estimate, ${JSON.stringify(rows)}::jsonb)`.execute(
    db,
  )
}

export async function selectFit(db: Db, villageId: string): Promise<Fit | null> {
  const row = await tables(db)
    .selectFrom('rating_fit')
    .selectAll()
    .where('village_id', '=', villageId)
    .executeTakeFirst()
  if (row === undefined) return null
  const { fitted_at: fittedAt, ratings, population, comparison, uses_model: usesModel } = row
  return { fittedAt, ratings, population, comparison, usesModel }
}

/** The last fit's scores: of these subjects, or of all. */
export async function selectScores(
  db: Db,
  villageId: string,
  subjectIds: readonly string[] | null,
): Promise<Map<string, SubjectScore>> {
  let query = tables(db).selectFrom('subject_score').selectAll().where('village_id', '=', villageId)
  if (subjectIds !== null)
    query = query.where(sql<boolean>`subject_id = any(${[...subjectIds]}::uuid[])`)
  const rows = await query.execute()
  return new Map(
    rows.map((row) => [
      row.subject_id,
      {
        subjectId: row.subject_id,
        scoreHundredths: row.score_hundredths,
        lowHundredths: row.low_hundredths,
        highHundredths: row.high_hundredths,
        ratings: row.ratings,
        ownerId: row.owner_id,
      },
    ]),
  )
}

/** What the last fit says of these raters, by person. */
export async function selectEstimates(
  db: Db,
  villageId: string,
  personIds: readonly string[],
): Promise<Map<string, RaterEstimate>> {
  const rows = await tables(db)
    .selectFrom('rater_estimate')
    .selectAll()
    .where('village_id', '=', villageId)
    .where(sql<boolean>`person_id = any(${[...personIds]}::uuid[])`)
    .execute()
  return new Map(rows.map((row) => [row.person_id, toEstimate(row)]))
}

/** Raters with one of these flags, the busiest first. */
export async function selectFlagged(
  db: Db,
  villageId: string,
  flags: number,
  limit: number,
): Promise<RaterEstimate[]> {
  const rows = await tables(db)
    .selectFrom('rater_estimate')
    .selectAll()
    .where('village_id', '=', villageId)
    .where(sql<boolean>`(flags & ${flags}) <> 0`)
    .orderBy('ratings', 'desc')
    .orderBy('person_id')
    .limit(limit)
    .execute()
  return rows.map(toEstimate)
}

export async function selectRings(db: Db, villageId: string): Promise<FoundRing[]> {
  const rows = await tables(db)
    .selectFrom('rating_ring')
    .selectAll()
    .where('village_id', '=', villageId)
    .orderBy('ring')
    .execute()
  return rows.map(({ ring, evidence: { memberIds, ...evidence } }) => ({
    ring,
    memberIds,
    evidence,
  }))
}

/** Forgets what was estimated of a person who asked to be forgotten; the next fit is of a stranger. */
export async function deleteEstimate(db: Db, villageId: string, personId: string): Promise<void> {
  await tables(db)
    .deleteFrom('rater_estimate')
    .where('village_id', '=', villageId)
    .where('person_id', '=', personId)
    .execute()
}

function toEstimate(row: ParticipationTables['rater_estimate']): RaterEstimate {
  return {
    personId: row.person_id,
    severity: row.severity,
    severityVariance: row.severity_variance,
    spread: row.spread,
    informative: row.informative,
    ring: row.ring,
    consistencyPermille: row.consistency_permille,
    trustPermille: row.trust_permille,
    ratings: row.ratings,
    flags: row.flags,
  }
}
