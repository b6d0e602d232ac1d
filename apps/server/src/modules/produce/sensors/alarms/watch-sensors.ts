import { alarmAfter, isQuiet, type AlarmCause } from '@azalea/produce-rules'
import { alarmBegun } from '@azalea/records'
import { civilDay, minuteOfDay } from '@azalea/text'
import { systemActor } from '../../../../platform/actor.ts'
import { inEveryVillage, type Job } from '../../../../platform/jobs.ts'
import {
  readHouseholds,
  readSubjects,
  selectVillageIds,
  sendMessages,
} from '../../../community/index.ts'
import type { Tx, VillageSecrets } from '../../../record/index.ts'
import { selectRunningLeases } from '../../land/index.ts'
import type { WatchParts } from '../parts.ts'
import { readGrounds } from '../readings/read-ground.ts'
import { readRecentValues } from '../readings/recent-value.ts'
import { selectHeard, type HeardSensor } from '../sensors/sensor.store.ts'
import { endAlarm, insertAlarm, markTold, selectRunningAlarms, type Alarm } from './alarm.store.ts'

/** Looks at what sensors say of late, and tells growers what they should know. */
export function watchSensorsJob(parts: WatchParts): Job {
  return {
    name: 'watch-sensors',
    everyMinutes: 1,
    run: async () => {
      const villageIds = await parts.database.outsideVillages(selectVillageIds)
      await inEveryVillage(villageIds, (villageId) => watchSensors(parts, villageId))
    },
  }
}

type Step =
  | {
      readonly does: 'begin'
      readonly sensor: HeardSensor
      readonly cause: AlarmCause
      readonly value: number
    }
  | { readonly does: 'end'; readonly sensor: HeardSensor }
  | { readonly does: 'tell'; readonly sensor: HeardSensor; readonly alarm: Alarm }

/**
 * Begins an alarm where something is out of bounds, ends it once it is better by a margin, and tells
 * the household once for an episode; what begins at night is told in the morning, if it stands then.
 * Of who is silent nothing is known: its alarm stays as it is.
 */
export async function watchSensors(parts: WatchParts, villageId: string): Promise<void> {
  const { act, database, clock, newId, secrets } = parts
  const now = clock.now()
  const steps = await database.inVillage(villageId, (db) => findSteps(db, villageId, now))
  for (const step of steps) {
    const { sensorId } = step.sensor
    const actor = systemActor(villageId)
    const input = { does: step.does, sensorId }
    await act({ name: 'watch-sensor', actor, key: newId(), input }, async (tx) => {
      if (step.does === 'end') await endAlarm(tx.db, villageId, sensorId, tx.now)
      if (step.does === 'begin') await begin(tx, secrets, step)
      if (step.does === 'tell' && (await markTold(tx.db, villageId, step.alarm.alarmId, tx.now)))
        await notifyGrowers(tx, step.sensor, step.alarm.cause)
      return {}
    })
  }
}

async function findSteps(db: Tx['db'], villageId: string, now: Date): Promise<Step[]> {
  const sensors = await selectHeard(db, villageId)
  if (sensors.length === 0) return []
  const values = await readRecentValues(db, villageId, sensors, now)
  const plotIds = [...new Set(sensors.map(({ plotId }) => plotId))]
  const grounds = await readGrounds(db, villageId, plotIds, now)
  const running = await selectRunningAlarms(db, villageId)
  const alarmOf = new Map(running.map((alarm) => [alarm.sensorId, alarm]))
  const mayNotify = !isQuiet(minuteOfDay(now))
  return sensors.flatMap((sensor): Step[] => {
    const value = values.get(sensor.sensorId)
    const alarm = alarmOf.get(sensor.sensorId)
    if (value === undefined) return []
    const ground = grounds.get(sensor.plotId) ?? { soil: null, crop: null }
    const cause = alarmAfter(alarm?.cause ?? null, sensor.kind, value, ground)
    if (cause !== (alarm?.cause ?? null))
      return [
        ...(alarm === undefined ? [] : [{ does: 'end', sensor } as const]),
        ...(cause === null ? [] : [{ does: 'begin', sensor, cause, value } as const]),
      ]
    const isUntold = alarm !== undefined && alarm.toldAt === null && mayNotify
    return isUntold ? [{ does: 'tell', sensor, alarm }] : []
  })
}

async function begin(
  tx: Tx,
  secrets: VillageSecrets,
  { sensor, cause, value }: Extract<Step, { does: 'begin' }>,
): Promise<void> {
  const { db, villageId, now } = tx
  const alarmId = tx.newId()
  const mayNotify = !isQuiet(minuteOfDay(now))
  const { sensorId, plotId } = sensor
  const isNew = await insertAlarm(db, villageId, {
    alarmId,
    sensorId,
    cause,
    thousandths: value,
    begunAt: now,
    toldAt: mayNotify ? now : null,
  })
  if (!isNew) return
  const secret = await secrets.of(db, villageId)
  const growers = await readGrowersOf(tx, plotId)
  tx.append(
    alarmBegun({
      public: { subject: secret.pseudonym('subject', plotId), cause },
      parts: growers.map((personId) => ({ personId, payload: { alarmId, sensorId } })),
    }),
  )
  if (mayNotify) await notifyGrowers(tx, sensor, cause)
}

/** Who leases the plot and the head of the household; of a household's own land its head. */
async function readGrowersOf({ db, villageId, now }: Tx, plotId: string): Promise<string[]> {
  const leases = await selectRunningLeases(db, villageId, civilDay(now))
  const lease = leases.find((one) => one.plotId === plotId)
  const subject = (await readSubjects(db, villageId, [plotId])).get(plotId)
  const householdId = lease?.householdId ?? subject?.keeperHouseholdId ?? null
  if (householdId === null) return []
  const head = (await readHouseholds(db, villageId, [householdId])).get(householdId)?.headPersonId
  return [...new Set([lease?.personId, head].filter((id) => id !== undefined && id !== null))]
}

async function notifyGrowers(tx: Tx, { plotId }: HeardSensor, cause: AlarmCause): Promise<void> {
  const subject = (await readSubjects(tx.db, tx.villageId, [plotId])).get(plotId)
  const params = { cause, plotId, label: subject?.label ?? '' }
  const growers = await readGrowersOf(tx, plotId)
  await sendMessages(
    tx,
    growers.map((personId) => ({ personId, kind: 'sensor.alarm', params })),
  )
}
