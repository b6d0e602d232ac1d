import { readReading } from '@azalea/produce-rules'
import { civilDay } from '@azalea/text'
import type { ReadingParts } from '../parts.ts'
import type { SensorRefusalCode } from '../refusals.ts'
import { selectSensorsByCode, type Sensor } from '../sensors/sensor.store.ts'
import type { Speaks } from '../tables.ts'
import {
  countRefused,
  countStray,
  insertReadings,
  type Refused,
  type SensorReading,
} from './reading.store.ts'

/** What came, not yet looked at. */
export interface GivenReading {
  /** Of the sensor. */
  readonly code: string
  readonly value: unknown
  readonly at: Date
}

export interface RefusedReading {
  /** Which of those given. */
  readonly index: number
  readonly code: SensorRefusalCode
}

export interface KeptReadings {
  readonly kept: number
  /** Those that were there already. */
  readonly repeated: number
  readonly refused: readonly RefusedReading[]
}

/**
 * Keeps what can be kept of readings, each once, in one transaction; what is refused is counted with
 * its sensor, or with the village where it has none. Readings are no records of the village.
 */
export async function keepReadings(
  { database, clock }: Pick<ReadingParts, 'database' | 'clock'>,
  villageId: string,
  given: readonly GivenReading[],
  speaks: Speaks,
): Promise<KeptReadings> {
  const now = clock.now()
  const codes = [...new Set(given.map(({ code }) => code))]
  return database.inVillage(villageId, async (db) => {
    const sensors = await selectSensorsByCode(db, villageId, codes)
    const good: SensorReading[] = []
    const refused: RefusedReading[] = []
    for (const [index, one] of given.entries()) {
      const read = readFrom(sensors.get(one.code), one, speaks, now)
      if (typeof read === 'string') refused.push({ index, code: read })
      else good.push(read)
    }
    const kept = await insertReadings(db, villageId, good)
    await countRefused(db, villageId, refusedBySensor(sensors, given, refused), now)
    const strays = refused.filter(({ code }) => code === 'unknown_sensor')
    const last = given[strays.at(-1)?.index ?? -1]
    if (last !== undefined)
      await countStray(db, villageId, {
        day: civilDay(now),
        code: 'unknown_sensor',
        count: strays.length,
        topic: last.code.slice(0, 40),
      })
    return { kept, repeated: good.length - kept, refused }
  })
}

function readFrom(
  sensor: Sensor | undefined,
  given: GivenReading,
  speaks: Speaks,
  now: Date,
): SensorReading | SensorRefusalCode {
  if (sensor === undefined) return 'unknown_sensor'
  if (sensor.speaks !== speaks) return 'sensor_speaks_otherwise'
  const read = readReading(sensor.kind, given, now)
  return typeof read === 'string' ? read : { sensorId: sensor.sensorId, ...read }
}

/** One line for a sensor, with the last reason. */
function refusedBySensor(
  sensors: ReadonlyMap<string, Sensor>,
  given: readonly GivenReading[],
  refused: readonly RefusedReading[],
): Refused[] {
  const bySensor = new Map<string, Refused>()
  for (const { index, code } of refused) {
    const sensorId = sensors.get(given[index]?.code ?? '')?.sensorId
    if (sensorId === undefined) continue
    const count = (bySensor.get(sensorId)?.count ?? 0) + 1
    bySensor.set(sensorId, { sensorId, code, count })
  }
  return [...bySensor.values()].toSorted((one, other) => (one.sensorId < other.sensorId ? -1 : 1))
}
