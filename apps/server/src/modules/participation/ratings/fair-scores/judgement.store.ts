import { sql } from 'kysely'
import type { Db } from '../../../../platform/database/database.ts'
import type { Judgement } from './rating-table.ts'

interface JudgementRow {
  readonly subject_id: string
  readonly person_id: string
  readonly stars: number
  readonly at_seconds: number
  readonly is_spot_check: boolean
}

const toJudgement = (row: JudgementRow): Judgement => ({
  subjectId: row.subject_id,
  personId: row.person_id,
  stars: row.stars,
  atSeconds: row.at_seconds,
  isSpotCheck: row.is_spot_check,
})

/** Every rater's latest rating of each subject, and the spot checks of subjects: of all, or of one. */
function judgementQuery(villageId: string, subjectId: string | null) {
  // A statement of its own for one subject, so that its plan reads that subject's ratings only.
  const ofSubject = subjectId === null ? sql`` : sql`and subject_id = ${subjectId}::uuid`
  return sql`
    select * from (
      select distinct on (subject_id, rater_id) subject_id, rater_id as person_id, stars,
        floor(extract(epoch from rated_at))::float8 as at_seconds, false as is_spot_check
      from rating where village_id = ${villageId} ${ofSubject}
      order by subject_id, rater_id, rated_on desc) as latest
    union all
    select subject_id, checked_by, score, floor(extract(epoch from checked_at))::float8, true
    from spot_check
    where village_id = ${villageId} and subject_id is not null and score is not null ${ofSubject}
    order by subject_id, person_id`
}

export async function selectJudgements(
  db: Db,
  villageId: string,
  subjectId: string,
): Promise<Judgement[]> {
  const { rows } = await sql<JudgementRow>`${judgementQuery(villageId, subjectId)}`.execute(db)
  return rows.map(toJudgement)
}

/** So many rows are read in a few milliseconds; between them the server answers others. */
const ROWS_AT_A_TIME = 2000

/** All of a village's judgements, by subject, then person, some at a time. */
export async function* readJudgements(db: Db, villageId: string): AsyncGenerator<Judgement[]> {
  await sql`declare judgements no scroll cursor for ${judgementQuery(villageId, null)}`.execute(db)
  for (;;) {
    const { rows } =
      await sql<JudgementRow>`fetch ${sql.lit(ROWS_AT_A_TIME)} from judgements`.execute(db)
    if (rows.length === 0) return
    yield rows.map(toJudgement)
  }
}

/** Everybody who has rated or checked a subject, by id, some at a time. */
export async function* readJudges(db: Db, villageId: string): AsyncGenerator<string[]> {
  await sql`declare judges no scroll cursor for
    select rater_id as person_id from rating where village_id = ${villageId}
    union
    select checked_by from spot_check
    where village_id = ${villageId} and subject_id is not null and score is not null
    order by person_id`.execute(db)
  for (;;) {
    const { rows } = await sql<{
      person_id: string
    }>`fetch ${sql.lit(ROWS_AT_A_TIME)} from judges`.execute(db)
    if (rows.length === 0) return
    yield rows.map((row) => row.person_id)
  }
}

/** Everybody's latest rating of a subject within a span, by person. */
export async function selectRatingsWithin(
  db: Db,
  villageId: string,
  subjectId: string,
  span: { readonly from: Date; readonly to: Date },
): Promise<Judgement[]> {
  const { rows } = await sql<JudgementRow>`
    select distinct on (rater_id) subject_id, rater_id as person_id, stars,
      floor(extract(epoch from rated_at))::float8 as at_seconds, false as is_spot_check
    from rating where village_id = ${villageId} and subject_id = ${subjectId}::uuid
      and rated_at >= ${span.from} and rated_at <= ${span.to}
    order by rater_id, rated_at desc`.execute(db)
  return rows.map(toJudgement)
}
