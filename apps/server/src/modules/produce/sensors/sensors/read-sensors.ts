import { addCivilDays, civilDay } from '@azalea/text'
import type { Actor } from '../../../../platform/actor.ts'
import type { Language } from '../../../../platform/http/language.ts'
import { readSubjects } from '../../../community/index.ts'
import type { SensorReaders } from '../parts.ts'
import { readGrounds } from '../readings/read-ground.ts'
import { presentSensor } from '../readings/read-plot-sensors.ts'
import { selectStrays } from '../readings/reading.store.ts'
import { readRecentValues } from '../readings/recent-value.ts'
import { refuse, type SensorRefusalCode } from '../refusals.ts'
import { selectHeard } from './sensor.store.ts'

const STRAY_DAYS = 7

/** The sensors of the village with what they say, what was refused of them, and how it stands with the broker. */
export async function readSensors(
  { database, clock, broker = null }: SensorReaders,
  { villageId }: Actor,
  language: Language,
) {
  return database.readInVillage(villageId, async (db) => {
    const now = clock.now()
    const sensors = await selectHeard(db, villageId)
    const plotIds = [...new Set(sensors.map(({ plotId }) => plotId))]
    const subjects = await readSubjects(db, villageId, plotIds)
    const grounds = await readGrounds(db, villageId, plotIds, now)
    const values = await readRecentValues(db, villageId, sensors, now)
    const since = addCivilDays(civilDay(now), 1 - STRAY_DAYS)
    const strays = await selectStrays(db, villageId, since)
    return {
      broker: broker && {
        isConnected: broker.isConnected,
        since: broker.since.toISOString(),
        problem: broker.problem,
        strays: broker.strays,
      },
      items: sensors.map((sensor) => {
        const ground = grounds.get(sensor.plotId) ?? { soil: null, crop: null }
        const { plotId, code, speaks, refused, refusedAt, refusedCode } = sensor
        return {
          ...presentSensor(sensor, values.get(sensor.sensorId), ground, now),
          plotId,
          plotLabel: subjects.get(plotId)?.label ?? '',
          code,
          speaks,
          topic: speaks === 'mqtt' ? topicOf(villageId, code) : null,
          refused:
            refused === 0
              ? null
              : {
                  count: refused,
                  at: refusedAt?.toISOString() ?? null,
                  sentence: sentenceOf(refusedCode, language),
                },
        }
      }),
      strays: strays.map(({ code, count, lastTopic }) => ({
        count,
        lastTopic,
        sentence: sentenceOf(code, language),
      })),
    }
  })
}

/** Where a sensor publishes. */
export const topicOf = (villageId: string, code: string) => `azalea/${villageId}/${code}/reading`

function sentenceOf(code: string | null, language: Language): string {
  const known = Object.keys(refuse.table).find((one) => one === code)
  // Its keys are its codes.
  return refuse((known ?? 'sensor_message_malformed') as SensorRefusalCode).sentence(language)
}
