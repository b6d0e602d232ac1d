import { monitorEventLoopDelay } from 'node:perf_hooks'
import type pg from 'pg'
import { scoreSubject } from '../../apps/server/src/modules/participation/ratings/fair-scores/score-subject.ts'
import { selectJudgements } from '../../apps/server/src/modules/participation/ratings/fair-scores/judgement.store.ts'
import { scoreVillage } from '../../apps/server/src/modules/participation/index.ts'
import { systemClock } from '../../apps/server/src/platform/clock.ts'
import { openBenchPostgres, type BenchDatabase } from '../bench-server.ts'
import { round, summarise } from '../measure.ts'
import { inRounds } from './rounds.ts'
import { foundBenchVillage, VILLAGE } from '../village-fixture.ts'

const PEOPLE = 3000
const SUBJECTS = 1500
const RATINGS_A_SUBJECT = 40
const WARM_UP = 300
const UPDATES = 1000

/**
 * A village's nightly fit, and what the server does for a new rating: the subject's score with its
 * interval, computed from all its ratings in PostgreSQL with the rating just given among them, raters
 * as the last fit found them.
 */
export async function measureServedVillage() {
  const postgres = await openBenchPostgres()
  const bench = await postgres.openDatabase()
  try {
    await foundBenchVillage({ ...bench, port: 0 }, PEOPLE)
    await addRatings(bench.owner, SUBJECTS, SUBJECTS * RATINGS_A_SUBJECT)
    const fit = await measureFit(bench)
    await bench.owner.query('ANALYZE')
    const scores = await measureScores(bench)
    return { fit, score: { ...scores, ratingsOfSubject: RATINGS_A_SUBJECT } }
  } finally {
    await bench.close()
    await postgres.close()
  }
}

/** The nightly fit from reading to writing, and how long others wait beside it. */
async function measureFit({ database }: BenchDatabase) {
  const delay = monitorEventLoopDelay({ resolution: 1 })
  delay.enable()
  const began = performance.now()
  await scoreVillage({ database, clock: systemClock }, VILLAGE)
  delay.disable()
  return {
    ratings: SUBJECTS * RATINGS_A_SUBJECT,
    milliseconds: Math.round(performance.now() - began),
    delayP99Milliseconds: round(delay.percentile(99) / 1e6, 1),
    delayMostMilliseconds: round(delay.max / 1e6, 1),
  }
}

/**
 * Of every update all that this process does; PostgreSQL's own work is in the milliseconds only.
 * Beside each, as a yardstick of the machine's moment, the subject's ratings are read and no more.
 */
async function measureScores({ owner, database }: BenchDatabase) {
  const { rows } = await owner.query<{ subject_id: string; person_id: string }>(
    `SELECT subject_id, person_id FROM
       (SELECT subject_id, row_number() OVER (ORDER BY subject_id) AS no FROM subject) AS s
       JOIN (SELECT person_id, row_number() OVER (ORDER BY person_id DESC) AS no FROM person) AS p USING (no)`,
  )
  const took: number[] = []
  const bare: number[] = []
  let processorMicroseconds = 0
  for (let turn = 0; turn < WARM_UP + UPDATES; turn += 1) {
    const { subject_id: subjectId, person_id: raterId } = rows[turn % rows.length] ?? {}
    await owner.query(
      `INSERT INTO rating (village_id, rating_id, subject_id, rater_id, stars, rated_on, rated_at, recorded_at)
       VALUES ($1, gen_random_uuid(), $2, $3, $4, current_date + $5::int, now(), now())`,
      [VILLAGE, subjectId, raterId, 1 + (turn % 5), turn],
    )
    const bareBegan = performance.now()
    await database.inVillage(VILLAGE, (db) => selectJudgements(db, VILLAGE, subjectId ?? ''))
    const bareTook = performance.now() - bareBegan
    const before = process.cpuUsage()
    const began = performance.now()
    await database.inVillage(VILLAGE, (db) => scoreSubject(db, VILLAGE, subjectId ?? ''))
    if (turn < WARM_UP) continue
    took.push(performance.now() - began)
    bare.push(bareTook)
    const { user, system } = process.cpuUsage(before)
    processorMicroseconds += user + system
  }
  const [score, read] = [summarise(inRounds(took)), summarise(inRounds(bare))]
  return {
    updates: score.operations,
    medianMilliseconds: score.p50Milliseconds,
    p99Milliseconds: score.p99Milliseconds,
    bareMedianMilliseconds: read.p50Milliseconds,
    bareP99Milliseconds: read.p99Milliseconds,
    processorMilliseconds: round(processorMicroseconds / 1000 / took.length, 3),
  }
}

/** Ratings of the village's people, by chance, of subjects kept by some of their households. */
async function addRatings(owner: pg.Client, subjects: number, ratings: number) {
  await owner.query(
    `INSERT INTO subject (village_id, subject_id, kind, label, group_no, keeper_household_id)
     SELECT village_id, gen_random_uuid(), 'plot', row_number() OVER () || '号', group_no, household_id
     FROM (SELECT * FROM household LIMIT $1) AS household`,
    [subjects],
  )
  await owner.query(
    `INSERT INTO rating (village_id, rating_id, subject_id, rater_id, stars, rated_on, rated_at, recorded_at)
     SELECT DISTINCT ON (subject_id, person_id) subject.village_id, gen_random_uuid(), subject_id, person_id,
       greatest(1, least(5, round(1 + subject.no % 4 + person.no % 3 / 2.0 + random()))),
       current_date - 1, now() - random() * interval '90 days', now()
     FROM generate_series(1, $1) AS given
     JOIN (SELECT village_id, subject_id, row_number() OVER () - 1 AS no FROM subject) AS subject
       ON subject.no = given % $2
     JOIN (SELECT person_id, row_number() OVER () - 1 AS no FROM person) AS person
       ON person.no = (given::bigint * 7919 + given / $2 * 31) % $3`,
    [ratings, subjects, PEOPLE],
  )
}
