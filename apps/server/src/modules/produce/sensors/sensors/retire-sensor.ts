import type { Actor } from '../../../../platform/actor.ts'
import { endAlarm } from '../alarms/alarm.store.ts'
import type { SensorCommands } from '../parts.ts'
import { refuse } from '../refusals.ts'
import { lockSensor, updateSensor } from './sensor.store.ts'

/**
 * Takes a sensor away: nothing is taken of it from now on, and what it found remains for its time.
 * @throws Refusal 'unknown_sensor'
 */
export async function retireSensor(
  { act }: Pick<SensorCommands, 'act'>,
  actor: Actor,
  key: string,
  { sensorId }: { readonly sensorId: string },
): Promise<Record<string, never>> {
  return act({ name: 'retire-sensor', actor, key, input: { sensorId } }, async (tx) => {
    const { db, villageId, now } = tx
    if ((await lockSensor(db, villageId, sensorId)) === null) throw refuse('unknown_sensor')
    await updateSensor(db, villageId, sensorId, { retiredAt: now })
    await endAlarm(db, villageId, sensorId, now)
    return {}
  })
}
