import { measures, sensorState, type Ground } from '@azalea/produce-rules'
import { addCivilDays, civilDay, startOfCivilDay } from '@azalea/text'
import { hasAnyRole, type Actor } from '../../../../platform/actor.ts'
import type { Db } from '../../../../platform/database/database.ts'
import { communityRefusals, readSubjects, readVillage } from '../../../community/index.ts'
import { readGrowers, readPlots } from '../../land/index.ts'
import { currentSeason } from '../../plan/index.ts'
import { selectAlarmsOf } from '../alarms/alarm.store.ts'
import type { SensorReaders } from '../parts.ts'
import { seesEverySensor } from '../policy.ts'
import { refuse } from '../refusals.ts'
import { selectHeard, type HeardSensor } from '../sensors/sensor.store.ts'
import { readGrounds } from './read-ground.ts'
import { selectSums, type ReadingSum } from './reading.store.ts'
import { bySensor, isSilent, meanOf, readRecentValues } from './recent-value.ts'

export const spans = ['day', 'week', 'season'] as const
export type Span = (typeof spans)[number]

const HOUR = 3_600_000
const DAY = 24 * HOUR
/** Where no growing season runs, and of one that is longer. */
const MOST_DAYS = 200
const DAYS_WITHOUT_SEASON = 90
const ALARMS = 20

/** What sensors of a plot say, for who grows there, the village's offices, or anybody as far as it is published. @throws Refusal 'unknown_plot_of_sensor' */
export async function readPlotSensors(
  { database, clock }: SensorReaders,
  actor: Actor,
  plotId: string,
  span: Span,
) {
  const { villageId } = actor
  return database.readInVillage(villageId, async (db) => {
    const now = clock.now()
    const seesAll = hasAnyRole(actor, seesEverySensor) || (await growsOn(db, actor, plotId, now))
    return presentPlot(db, villageId, { plotId, span, now, seesAll })
  })
}

/** What the village publishes of it. @throws Refusal 'unknown_village', 'unknown_plot_of_sensor' */
export async function readPublicPlotSensors(
  { database, clock }: SensorReaders,
  villageId: string,
  plotId: string,
  span: Span,
) {
  return database.readInVillage(villageId, async (db) => {
    if ((await readVillage(db, villageId)) === null) throw communityRefusals('unknown_village')
    return presentPlot(db, villageId, { plotId, span, now: clock.now(), seesAll: false })
  })
}

async function growsOn(
  db: Db,
  { villageId, householdId }: Actor,
  plotId: string,
  now: Date,
): Promise<boolean> {
  const plot = (await readPlots(db, villageId, [plotId])).get(plotId)
  const subject = (await readSubjects(db, villageId, [plotId])).get(plotId)
  if (householdId === null || plot === undefined || subject === undefined) return false
  const season = await currentSeason(db, villageId, civilDay(now))
  const seasonId = season?.growingSeasonId ?? null
  const growers = await readGrowers(db, villageId, [{ ...plot, subject }], seasonId)
  return growers.get(plotId) === householdId
}

interface Asked {
  readonly plotId: string
  readonly span: Span
  readonly now: Date
  readonly seesAll: boolean
}

async function presentPlot(db: Db, villageId: string, { plotId, span, now, seesAll }: Asked) {
  const subject = (await readSubjects(db, villageId, [plotId])).get(plotId)
  const ground = (await readGrounds(db, villageId, [plotId], now)).get(plotId)
  if (subject === undefined || ground === undefined) throw refuse('unknown_plot_of_sensor')
  const all = await selectHeard(db, villageId, plotId)
  const sensors = all.filter(({ isPublic }) => seesAll || isPublic)
  const ids = sensors.map(({ sensorId }) => sensorId)
  const values = await readRecentValues(db, villageId, sensors, now)
  const times = await timesOf(db, villageId, span, now)
  const sums = bySensor(await selectSums(db, villageId, ids, { from: times.from, by: times.by }))
  const alarms = await selectAlarmsOf(db, villageId, ids, ALARMS)
  return {
    plotId,
    label: subject.label,
    crop: ground.crop,
    by: times.by,
    sensors: sensors.map((sensor) => ({
      ...presentSensor(sensor, values.get(sensor.sensorId), ground, now),
      points: pointsOf(sensor, sums.get(sensor.sensorId) ?? [], times.at),
    })),
    alarms: alarms.map(({ alarmId, sensorId, cause, begunAt, endedAt }) => ({
      alarmId,
      sensorId,
      cause,
      begunAt: begunAt.toISOString(),
      endedAt: endedAt?.toISOString() ?? null,
    })),
  }
}

/** A sensor with what it says of now. */
export function presentSensor(
  sensor: HeardSensor,
  value: number | undefined,
  ground: Ground,
  now: Date,
) {
  const { sensorId, name, kind, isPublic, lastAt, alarm } = sensor
  return {
    sensorId,
    name,
    kind,
    isPublic,
    lastAt: lastAt?.toISOString() ?? null,
    isSilent: isSilent(sensor, now),
    thousandths: value ?? null,
    state: value === undefined ? null : sensorState(kind, value, ground),
    alarm,
  }
}

/** The hours or days of a span, the oldest first. */
async function timesOf(db: Db, villageId: string, span: Span, now: Date) {
  const today = civilDay(now)
  if (span === 'season') {
    const season = await currentSeason(db, villageId, today)
    const begins = season?.beginsOn ?? addCivilDays(today, 1 - DAYS_WITHOUT_SEASON)
    const least = addCivilDays(today, 1 - MOST_DAYS)
    const at: Date[] = []
    for (let day = begins < least ? least : begins; day <= today; day = addCivilDays(day, 1))
      at.push(startOfCivilDay(day))
    return { by: 'day' as const, from: at[0] ?? now, at }
  }
  const hours = span === 'day' ? 24 : 7 * 24
  const last = Math.floor(now.getTime() / HOUR) * HOUR
  const at = Array.from(
    { length: hours },
    (_, index) => new Date(last - (hours - 1 - index) * HOUR),
  )
  return { by: 'hour' as const, from: at[0] ?? new Date(now.getTime() - DAY), at }
}

/** One for each hour or day, also where nothing was heard: a gap is seen. */
function pointsOf({ kind }: HeardSensor, sums: readonly ReadingSum[], at: readonly Date[]) {
  const known = new Map(sums.map((sum) => [sum.at.getTime(), sum]))
  return at.map((time) => {
    const sum = known.get(time.getTime())
    const isSum = measures[kind].counts === 'sum'
    return {
      at: time.toISOString(),
      readings: sum?.readings ?? 0,
      value: sum === undefined ? null : isSum ? sum.sum : meanOf([sum]),
      least: sum?.least ?? null,
      most: sum?.most ?? null,
    }
  })
}
