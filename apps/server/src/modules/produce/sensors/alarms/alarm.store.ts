import type { AlarmCause } from '@azalea/produce-rules'
import type { Db } from '../../../../platform/database/database.ts'
import type { SensorTables } from '../tables.ts'

const tables = (db: Db) => db.withTables<SensorTables>()

export interface Alarm {
  readonly alarmId: string
  readonly sensorId: string
  readonly cause: AlarmCause
  /** As it began. */
  readonly thousandths: number
  readonly begunAt: Date
  readonly toldAt: Date | null
  readonly endedAt: Date | null
}

/** False when one of the sensor runs already. */
export async function insertAlarm(
  db: Db,
  villageId: string,
  alarm: Omit<Alarm, 'endedAt'>,
): Promise<boolean> {
  const result = await tables(db)
    .insertInto('sensor_alarm')
    .values({
      village_id: villageId,
      alarm_id: alarm.alarmId,
      sensor_id: alarm.sensorId,
      cause: alarm.cause,
      thousandths: alarm.thousandths,
      begun_at: alarm.begunAt,
      told_at: alarm.toldAt,
      ended_at: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n
}

export async function endAlarm(
  db: Db,
  villageId: string,
  sensorId: string,
  at: Date,
): Promise<void> {
  await tables(db)
    .updateTable('sensor_alarm')
    .set({ ended_at: at })
    .where('village_id', '=', villageId)
    .where('sensor_id', '=', sensorId)
    .where('ended_at', 'is', null)
    .execute()
}

/** False when it was told before, or is over. */
export async function markTold(
  db: Db,
  villageId: string,
  alarmId: string,
  at: Date,
): Promise<boolean> {
  const result = await tables(db)
    .updateTable('sensor_alarm')
    .set({ told_at: at })
    .where('village_id', '=', villageId)
    .where('alarm_id', '=', alarmId)
    .where('told_at', 'is', null)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}

export async function selectRunningAlarms(db: Db, villageId: string): Promise<Alarm[]> {
  const rows = await tables(db)
    .selectFrom('sensor_alarm')
    .selectAll()
    .where('village_id', '=', villageId)
    .where('ended_at', 'is', null)
    .execute()
  return rows.map(toAlarm)
}

/** The latest of these sensors. */
export async function selectAlarmsOf(
  db: Db,
  villageId: string,
  sensorIds: readonly string[],
  limit: number,
): Promise<Alarm[]> {
  if (sensorIds.length === 0) return []
  const rows = await tables(db)
    .selectFrom('sensor_alarm')
    .selectAll()
    .where('village_id', '=', villageId)
    .where('sensor_id', 'in', [...sensorIds])
    .orderBy('begun_at', 'desc')
    .orderBy('alarm_id')
    .limit(limit)
    .execute()
  return rows.map(toAlarm)
}

function toAlarm(row: SensorTables['sensor_alarm']): Alarm {
  return {
    alarmId: row.alarm_id,
    sensorId: row.sensor_id,
    cause: row.cause,
    thousandths: row.thousandths,
    begunAt: row.begun_at,
    toldAt: row.told_at,
    endedAt: row.ended_at,
  }
}
