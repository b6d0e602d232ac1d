import type { AlarmCause, SensorKind } from '@azalea/produce-rules'
import { sql } from 'kysely'
import type { Db } from '../../../../platform/database/database.ts'
import type { SensorTables, Speaks } from '../tables.ts'

const tables = (db: Db) => db.withTables<SensorTables>()

export interface Sensor {
  readonly sensorId: string
  readonly plotId: string
  readonly code: string
  readonly name: string
  readonly kind: SensorKind
  readonly speaks: Speaks
  readonly tokenNo: number
  readonly isPublic: boolean
  readonly placedAt: Date
}

/** A sensor with what was last heard of it. */
export interface HeardSensor extends Sensor {
  readonly lastAt: Date | null
  readonly lastThousandths: number | null
  readonly refused: number
  readonly refusedCode: string | null
  readonly refusedAt: Date | null
  readonly alarm: AlarmCause | null
}

/** Sensors are placed one after another: how many there are is limited. */
export async function lockSensors(db: Db, villageId: string): Promise<void> {
  const key = `sensors ${villageId}`
  await sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`.execute(db)
}

export async function insertSensor(
  db: Db,
  villageId: string,
  sensor: Sensor & { readonly placedBy: string },
): Promise<void> {
  await tables(db)
    .insertInto('sensor')
    .values({
      village_id: villageId,
      sensor_id: sensor.sensorId,
      plot_id: sensor.plotId,
      code: sensor.code,
      name: sensor.name,
      kind: sensor.kind,
      speaks: sensor.speaks,
      token_no: sensor.tokenNo,
      is_public: sensor.isPublic,
      placed_by: sensor.placedBy,
      placed_at: sensor.placedAt,
      retired_at: null,
    })
    .execute()
}

export async function countSensors(db: Db, villageId: string): Promise<number> {
  const { count } = await tables(db)
    .selectFrom('sensor')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('village_id', '=', villageId)
    .where('retired_at', 'is', null)
    .executeTakeFirstOrThrow()
  return count
}

/** Held until the commit; null when there is none, or it was taken away. */
export async function lockSensor(
  db: Db,
  villageId: string,
  sensorId: string,
): Promise<Sensor | null> {
  const row = await standing(db, villageId)
    .where('sensor_id', '=', sensorId)
    .forUpdate()
    .executeTakeFirst()
  return row ? toSensor(row) : null
}

/** By their codes; those that were taken away are absent. */
export async function selectSensorsByCode(
  db: Db,
  villageId: string,
  codes: readonly string[],
): Promise<Map<string, Sensor>> {
  const rows = await standing(db, villageId)
    .where(sql<boolean>`code = any(${[...codes]}::text[])`)
    .execute()
  return new Map(rows.map((row) => [row.code, toSensor(row)]))
}

/** What stands in the village, or on one plot, with what was last heard of it. */
export async function selectHeard(
  db: Db,
  villageId: string,
  plotId: string | null = null,
): Promise<HeardSensor[]> {
  const all = tables(db)
    .selectFrom('sensor')
    .leftJoin('sensor_state as state', (join) =>
      join
        .onRef('state.village_id', '=', 'sensor.village_id')
        .onRef('state.sensor_id', '=', 'sensor.sensor_id'),
    )
    .leftJoin('sensor_alarm as alarm', (join) =>
      join
        .onRef('alarm.village_id', '=', 'sensor.village_id')
        .onRef('alarm.sensor_id', '=', 'sensor.sensor_id')
        .on('alarm.ended_at', 'is', null),
    )
    .selectAll('sensor')
    .select(['last_at', 'last_thousandths', 'refused', 'refused_code', 'refused_at', 'cause'])
    .where('sensor.village_id', '=', villageId)
    .where('sensor.retired_at', 'is', null)
  const rows = await (plotId === null ? all : all.where('sensor.plot_id', '=', plotId))
    .orderBy('sensor.name')
    .orderBy('sensor.sensor_id')
    .execute()
  return rows.map((row) => ({
    ...toSensor(row),
    lastAt: row.last_at,
    lastThousandths: row.last_thousandths,
    refused: row.refused ?? 0,
    refusedCode: row.refused_code,
    refusedAt: row.refused_at,
    alarm: row.cause,
  }))
}

export async function updateSensor(
  db: Db,
  villageId: string,
  sensorId: string,
  change:
    | { readonly tokenNo: number }
    | { readonly isPublic: boolean }
    | { readonly retiredAt: Date },
): Promise<void> {
  await tables(db)
    .updateTable('sensor')
    .set({
      ...('tokenNo' in change ? { token_no: change.tokenNo } : {}),
      ...('isPublic' in change ? { is_public: change.isPublic } : {}),
      ...('retiredAt' in change ? { retired_at: change.retiredAt } : {}),
    })
    .where('village_id', '=', villageId)
    .where('sensor_id', '=', sensorId)
    .execute()
}

function standing(db: Db, villageId: string) {
  return tables(db)
    .selectFrom('sensor')
    .selectAll()
    .where('village_id', '=', villageId)
    .where('retired_at', 'is', null)
}

function toSensor(row: SensorTables['sensor']): Sensor {
  return {
    sensorId: row.sensor_id,
    plotId: row.plot_id,
    code: row.code,
    name: row.name,
    kind: row.kind,
    speaks: row.speaks,
    tokenNo: row.token_no,
    isPublic: row.is_public,
    placedAt: row.placed_at,
  }
}
