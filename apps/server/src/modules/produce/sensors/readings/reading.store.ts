import { sql } from 'kysely'
import type { Db } from '../../../../platform/database/database.ts'
import { plainArray } from '../../../../platform/database/plain-array.ts'
import type { SensorTables } from '../tables.ts'

const tables = (db: Db) => db.withTables<SensorTables>()

export interface SensorReading {
  readonly sensorId: string
  readonly at: Date
  readonly thousandths: number
}

/**
 * Puts readings in, with the sums of their hours and what was last heard, in one statement. What is
 * there already counts nowhere a second time.
 * @returns how many were new
 */
export async function insertReadings(
  db: Db,
  villageId: string,
  readings: readonly SensorReading[],
): Promise<number> {
  if (readings.length === 0) return 0
  const ids = plainArray(readings.map(({ sensorId }) => sensorId))
  const seconds = plainArray(readings.map(({ at }) => at.getTime() / 1_000))
  const values = plainArray(readings.map(({ thousandths }) => thousandths))
  // Rows of two writers are taken in one order, so that neither waits for the other in a circle.
  const { rows } = await sql<{ count: number }>`
    WITH given AS (
      SELECT DISTINCT ON (at, sensor_id) sensor_id, to_timestamp(seconds) AS at, thousandths
      FROM unnest(${ids}::uuid[], ${seconds}::bigint[], ${values}::integer[])
        AS given (sensor_id, seconds, thousandths)
      ORDER BY at, sensor_id
    ), fresh AS (
      INSERT INTO sensor_reading (village_id, at, sensor_id, thousandths)
      SELECT ${villageId}, at, sensor_id, thousandths FROM given
      ON CONFLICT DO NOTHING
      RETURNING sensor_id, at, thousandths
    ), hours AS (
      INSERT INTO sensor_hour AS known (village_id, sensor_id, hour, readings, least, most, sum)
      SELECT ${villageId}, sensor_id, date_trunc('hour', at), count(*), min(thousandths), max(thousandths), sum(thousandths)
      FROM fresh GROUP BY sensor_id, date_trunc('hour', at) ORDER BY sensor_id, date_trunc('hour', at)
      ON CONFLICT (village_id, sensor_id, hour) DO UPDATE SET
        readings = known.readings + excluded.readings,
        least = least(known.least, excluded.least),
        most = greatest(known.most, excluded.most),
        sum = known.sum + excluded.sum
    ), heard AS (
      INSERT INTO sensor_state AS known (village_id, sensor_id, last_at, last_thousandths)
      SELECT DISTINCT ON (sensor_id) ${villageId}, sensor_id, at, thousandths
      FROM fresh ORDER BY sensor_id, at DESC
      ON CONFLICT (village_id, sensor_id) DO UPDATE SET
        last_at = excluded.last_at, last_thousandths = excluded.last_thousandths
      WHERE known.last_at IS NULL OR known.last_at < excluded.last_at
    )
    SELECT count(*) AS count FROM fresh`.execute(db)
  return rows[0]?.count ?? 0
}

/** How often and why nothing was taken of a sensor. */
export interface Refused {
  readonly sensorId: string
  readonly code: string
  readonly count: number
}

export async function countRefused(
  db: Db,
  villageId: string,
  refused: readonly Refused[],
  at: Date,
): Promise<void> {
  for (const { sensorId, code, count } of refused)
    await tables(db)
      .insertInto('sensor_state')
      .values({
        village_id: villageId,
        sensor_id: sensorId,
        last_at: null,
        last_thousandths: null,
        refused: count,
        refused_code: code,
        refused_at: at,
      })
      .onConflict((conflict) =>
        conflict.columns(['village_id', 'sensor_id']).doUpdateSet((eb) => ({
          refused: sql<number>`sensor_state.refused + excluded.refused`,
          refused_code: eb.ref('excluded.refused_code'),
          refused_at: eb.ref('excluded.refused_at'),
        })),
      )
      .execute()
}

/** Counts what came for no sensor of the village. */
export async function countStray(
  db: Db,
  villageId: string,
  stray: {
    readonly day: string
    readonly code: string
    readonly count: number
    readonly topic: string
  },
): Promise<void> {
  await tables(db)
    .insertInto('sensor_stray')
    .values({
      village_id: villageId,
      day: stray.day,
      code: stray.code,
      count: stray.count,
      last_topic: stray.topic,
    })
    .onConflict((conflict) =>
      conflict.columns(['village_id', 'day', 'code']).doUpdateSet((eb) => ({
        count: sql<number>`sensor_stray.count + excluded.count`,
        last_topic: eb.ref('excluded.last_topic'),
      })),
    )
    .execute()
}

export interface Stray {
  readonly code: string
  readonly count: number
  readonly lastTopic: string
}

/** Since a day, by reason. */
export async function selectStrays(db: Db, villageId: string, since: string): Promise<Stray[]> {
  const rows = await tables(db)
    .selectFrom('sensor_stray')
    .select(['code', 'count', 'last_topic', 'day'])
    .where('village_id', '=', villageId)
    .where('day', '>=', since)
    .orderBy('day', 'desc')
    .orderBy('code')
    .execute()
  const codes = [...new Set(rows.map(({ code }) => code))]
  return codes.map((code) => {
    const all = rows.filter((row) => row.code === code)
    return {
      code,
      count: all.reduce((sum, { count }) => sum + count, 0),
      lastTopic: all[0]?.last_topic ?? '',
    }
  })
}

/** What a sensor found in an hour or a day. */
export interface ReadingSum {
  readonly sensorId: string
  readonly at: Date
  readonly readings: number
  readonly least: number
  readonly most: number
  readonly sum: number
}

/** Sums of hours, or of civil days, from an instant on; of these sensors. */
export async function selectSums(
  db: Db,
  villageId: string,
  sensorIds: readonly string[],
  { from, by }: { readonly from: Date; readonly by: 'hour' | 'day' },
): Promise<ReadingSum[]> {
  if (sensorIds.length === 0) return []
  const at =
    by === 'hour'
      ? sql<Date>`hour`
      : sql<Date>`date_trunc('day', hour AT TIME ZONE 'Asia/Shanghai') AT TIME ZONE 'Asia/Shanghai'`
  const rows = await tables(db)
    .selectFrom('sensor_hour')
    .select(['sensor_id', at.as('at')])
    .select((eb) => [
      eb.cast<number>(eb.fn.sum('readings'), 'bigint').as('readings'),
      eb.fn.min('least').as('least'),
      eb.fn.max('most').as('most'),
      eb.cast<number>(eb.fn.sum('sum'), 'bigint').as('sum'),
    ])
    .where('village_id', '=', villageId)
    .where(sql<boolean>`sensor_id = any(${plainArray(sensorIds)}::uuid[])`)
    .where('hour', '>=', from)
    .groupBy(['sensor_id', at])
    .orderBy('sensor_id')
    .orderBy(at)
    .execute()
  return rows.map((row) => ({
    sensorId: row.sensor_id,
    at: row.at,
    readings: row.readings,
    least: row.least,
    most: row.most,
    sum: row.sum,
  }))
}

/** @returns how many readings went */
export async function deleteReadings(
  db: Db,
  villageId: string,
  { readingsBefore, hoursBefore }: { readonly readingsBefore: Date; readonly hoursBefore: Date },
): Promise<number> {
  const gone = await tables(db)
    .deleteFrom('sensor_reading')
    .where('village_id', '=', villageId)
    .where('at', '<', readingsBefore)
    .executeTakeFirst()
  await tables(db)
    .deleteFrom('sensor_hour')
    .where('village_id', '=', villageId)
    .where('hour', '<', hoursBefore)
    .execute()
  return Number(gone.numDeletedRows)
}

export async function deleteStrays(db: Db, villageId: string, before: string): Promise<void> {
  await tables(db)
    .deleteFrom('sensor_stray')
    .where('village_id', '=', villageId)
    .where('day', '<', before)
    .execute()
}
