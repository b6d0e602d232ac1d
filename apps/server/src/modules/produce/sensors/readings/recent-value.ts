import { measures } from '@azalea/produce-rules'
import type { Db } from '../../../../platform/database/database.ts'
import type { HeardSensor } from '../sensors/sensor.store.ts'
import { selectSums, type ReadingSum } from './reading.store.ts'

const HOUR = 3_600_000
/** Nobody says that soil is dry by what was read in the morning. */
export const FRESH_HOURS = 3
export const SILENT_HOURS = 6

/**
 * What a sensor says of now: the mean of this hour and the one before, so that one odd reading is
 * none; of rain what fell in twenty-four hours. Who was not heard of late is absent.
 */
export async function readRecentValues(
  db: Db,
  villageId: string,
  sensors: readonly HeardSensor[],
  now: Date,
): Promise<Map<string, number>> {
  const fresh = sensors.filter(
    ({ lastAt }) => lastAt !== null && now.getTime() - lastAt.getTime() < FRESH_HOURS * HOUR,
  )
  const values = new Map<string, number>()
  for (const counts of ['mean', 'sum'] as const) {
    const some = fresh.filter(({ kind }) => measures[kind].counts === counts)
    const hours = counts === 'sum' ? 24 : FRESH_HOURS
    const ids = some.map(({ sensorId }) => sensorId)
    const from = new Date(now.getTime() - hours * HOUR)
    const sums = await selectSums(db, villageId, ids, { from, by: 'hour' })
    for (const [sensorId, of] of bySensor(sums))
      values.set(sensorId, counts === 'sum' ? totalOf(of) : meanOf(ofLate(of)))
  }
  return values
}

/** The last hour that was heard of, and the one before it. @param sums by hour, the oldest first */
function ofLate(sums: readonly ReadingSum[]): ReadingSum[] {
  const last = sums.at(-1)?.at.getTime() ?? 0
  return sums.filter(({ at }) => last - at.getTime() <= HOUR)
}

export function bySensor(sums: readonly ReadingSum[]): Map<string, ReadingSum[]> {
  const found = new Map<string, ReadingSum[]>()
  for (const sum of sums) {
    const of = found.get(sum.sensorId)
    if (of === undefined) found.set(sum.sensorId, [sum])
    else of.push(sum)
  }
  return found
}

export const totalOf = (sums: readonly ReadingSum[]) =>
  sums.reduce((total, { sum }) => total + sum, 0)

export function meanOf(sums: readonly ReadingSum[]): number {
  const readings = sums.reduce((total, one) => total + one.readings, 0)
  return Math.round(totalOf(sums) / readings)
}

/** Not heard for so long; one that was just placed is given its time. */
export function isSilent({ lastAt, placedAt }: HeardSensor, now: Date): boolean {
  const since = (lastAt ?? placedAt).getTime()
  return now.getTime() - since >= SILENT_HOURS * HOUR
}
